"""The codes with which the dock refuses, and why each was chosen.

The numbers and their meanings are DJI's (error table of Cloud API 1.11.3 and 1.15). Which of them a dock sends in
which state is not documented: the choice is ours, by meaning.
"""

from enum import IntEnum


class Code(IntEnum):
    """``data.result`` of a reply or of an event. Each comment says when this dock sends it."""

    # Any command
    PARAMETERS = 325001  # a member is missing, of a wrong type, or out of its range
    NOT_NOW = 314000  # not made for this generation of docks, or not in this state
    FAILED = 325003  # there is nothing that the command could act on
    RESTARTING = 514150  # the dock restarts

    # Wayline tasks
    HANDED_OVER_BEFORE = 314001  # flighttask_prepare with a flight_id that was used before
    NO_FINGERPRINT = 314002  # flighttask_prepare without the MD5 of its file
    NOT_FETCHED = 314013  # the wayline file could not be downloaded, or the cloud named none
    CLOUD_SILENT = 319005  # the cloud did not answer flighttask_resource_get
    WRONG_FINGERPRINT = 314007  # the file is not the one whose MD5 was given
    WRONG_FORMAT = 314003  # the file is no KMZ, or has no waylines in it
    UNREADABLE = 321004  # the file has waylines, and they cannot be understood
    NO_BREAK_POINT = 322539  # the route has no such point to resume from
    NOT_PREPARED = 314010  # flighttask_execute with an unknown flight_id
    CLOCKS = 319008  # the start of an immediate task is not now; a timed one is over
    TOO_EARLY = 319025  # a timed task is executed too long before its start
    CONDITIONS = 319026  # a conditional task whose ready_conditions do not hold
    STORAGE = 319027  # less free storage than executable_conditions ask for
    BATTERY = 316009  # less charge than a take-off needs
    ANOTHER_TASK = 319016  # a task is running
    SAME_TASK = 321257  # this task is running
    RUNNING_UNCHANGED = 319007  # flighttask_prepare for the running task
    RUNNING_KEPT = 319006  # flighttask_undo of the running task
    NOTHING_TO_PAUSE = 321260  # flighttask_pause without a wayline in flight
    PAUSED_BEFORE = 319046  # flighttask_pause of a paused wayline
    NOTHING_TO_RESUME = 319044  # flighttask_recovery without a task
    NOT_PAUSED = 319042  # flighttask_recovery of a task that is not paused
    NOT_ALOFT = 316024  # return_home, and the aircraft is not in the air
    NOT_RETURNING = 319043  # return_home_cancel, and the aircraft is not on its way home
    ABORT_NOT_NOW = 326108  # flight_setup_abort at another step than the home point's
    ABORT_TOO_LATE = 326109  # flight_setup_abort after take-off
    STOPPED = 322281  # the task was stopped by command
    SENT_HOME = 322283  # the task ended by return_home
    LOW_BATTERY = 321773  # the aircraft turned back on low battery
    DEBUGGING = 319036  # a flight is ordered in remote debugging
    UPGRADING = 319038  # a flight is ordered during an upgrade

    # Flight control
    NO_CONTROL = 319030  # the cloud has not taken flight control
    TAKE_OFF = 337025  # takeoff_to_point in the air
    LOW_TARGET = 337030  # a target below the dock, or a safe height below the least
    FLY_TO = 336000  # fly_to_point on the ground, or while a wayline is flown
    NO_FLY_TO = 319023  # fly_to_point_stop or _update without a target
    STICK = 319033  # stick or keyboard command without DRC or on the ground
    NO_DRC = 514301  # heart_beat or drc_mode_exit without DRC

    # Camera and payloads
    NO_AIRCRAFT = 325012  # the aircraft is switched off
    NO_PAYLOAD_CONTROL = 327002  # payload_authority_grab is missing, or the payload is another
    PHOTO = 327006  # a photo in another mode than photo
    PANORAMA_ON_GROUND = 327206
    NO_PANORAMA = 327020  # camera_photo_stop without a panorama
    RECORDING_START = 327007  # not in video mode, or recording already
    RECORDING_STOP = 327008  # not recording
    CAMERA_MODE = 327009  # while recording
    CANNOT_FACE = 327019  # camera_look_at on the ground
    SPEAKER = 327050  # the aircraft that carries the speaker is off
    AUDIO_MD5 = 327068
    TTS_MD5 = 327071
    NOTHING_TO_REPLAY = 327074
    NOT_PLAYING = 327057

    # Live streams
    NO_STREAM_AIRCRAFT = 513001
    NO_STREAM_CAMERA = 513002
    STREAMING_BEFORE = 513003
    NO_STREAM = 513011
    STREAM_PROTOCOL = 513013
    STREAM_PARAMETERS = 513014

    # Remote debugging
    NOT_DEBUGGING = 514153
    BUSY_WITH_TASK = 514148  # remote debugging while a task runs
    BUSY_WITH_JOB = 514116
    OUTSIDE = 514156  # the aircraft is outside the dock
    NO_PUTTER_OPEN = 514102  # push rods were given up after the first generation
    NO_PUTTER_CLOSE = 514101
    CHARGED = 514125  # charging starts below 95 %
    COVER_OPEN = 514174  # no charging with an open cover
    NOT_FORMATTED = 317002  # the aircraft is off

    # Firmware, logs, media
    UPGRADE_REQUEST = 312010  # a serial number that is not of this dock
    UPGRADE_RUNNING = 312014
    UPGRADE_BUSY = 312015
    UPGRADE_BATTERY = 312704
    UPGRADE_4G = 312030
    LOGS_BUSY = 325009
    LOGS_EMPTY = 324014
    LOGS_AIRCRAFT = 324015
    MEDIA_PRIORITY = 324032  # a flight without media


class Refused(Exception):
    """The dock does not take a command.

    Attributes:
        code: `data.result` of the reply.
    """

    def __init__(self, code: Code, why: str = "") -> None:
        super().__init__(why or code.name)
        self.code = code
