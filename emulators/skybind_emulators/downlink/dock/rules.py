"""What may be chosen about the simulated dock and its aircraft."""

from typing import Literal

from attrs import field, frozen, validators

Generation = Literal["dock1", "dock2", "dock3"]


@frozen
class DockRules:
    """The dock, its aircraft and where they stand. Numbers without a source are our assumption.

    Attributes:
        dock_generation: which methods exist, and how the steps of a task are numbered.
        latitude_deg: of the dock, WGS-84.
        longitude_deg: the same.
        height_m: of the dock above the WGS-84 ellipsoid.
        battery_percent: of the aircraft at the start.
        flight_battery_percent: below it a task is refused (30: meaning of DJI's code 316009).
        return_battery_percent: at it an aircraft aloft turns back by itself.
        endurance_s: time aloft that empties a full battery, seconds.
        charge_s: time that fills an empty battery, seconds.
        free_storage_mb: free space on dock and aircraft.
        speed_m_s: between waypoints when the route does not say, and on the way home.
        climb_m_s: up and down.
        step_s: how long one step of a preparation takes, seconds.
        job_s: how long a job of the dock takes, such as opening its cover, seconds.
        clock_tolerance_s: how far the start of an immediate task may be off, seconds either way (30: DJI).
        early_execute_s: how long before its start a timed task may be executed, seconds (120: DJI).
        early_prepare_s: how long before its start a timed task may be prepared, seconds (86 400: DJI).
        preset_height_only: refuse `rth_mode` 0. DJI says that docks know only 1; the platform's own example sends 0.
        payload_index: the aircraft's camera, as type-subtype-gimbal.
        osd_hz: how often position and battery are told, per second of the wall clock; 0 never.
        answer_patience_s: how long the dock waits for the cloud's answer and for a file, wall-clock seconds.
        photo_bytes: wanted size of a photo that it uploads, 20 kB to 25 MB.
        wayline_bytes_max: largest wayline file, packed or unpacked.
        look_s: simulated seconds that pass at a look, when the emulators' speed is ``polls:N``.
    """

    dock_generation: Generation = field(default="dock2", validator=validators.in_(("dock1", "dock2", "dock3")))
    latitude_deg: float = field(default=30.3271, validator=[validators.ge(-80), validators.le(80)])
    longitude_deg: float = field(default=119.9126, validator=[validators.ge(-180), validators.le(180)])
    height_m: float = 42.0
    battery_percent: float = field(default=95.0, validator=[validators.ge(0), validators.le(100)])
    flight_battery_percent: float = 30.0
    return_battery_percent: float = 25.0
    endurance_s: float = field(default=2400.0, validator=validators.gt(0))
    charge_s: float = field(default=1800.0, validator=validators.gt(0))
    free_storage_mb: int = 60_000
    speed_m_s: float = field(default=9.0, validator=validators.gt(0))
    climb_m_s: float = field(default=4.0, validator=validators.gt(0))
    step_s: float = field(default=2.0, validator=validators.gt(0))
    job_s: float = field(default=10.0, validator=validators.gt(0))
    clock_tolerance_s: float = 30.0
    early_execute_s: float = 120.0
    early_prepare_s: float = 86_400.0
    preset_height_only: bool = False
    payload_index: str = "80-0-0"
    osd_hz: float = field(default=0.0, validator=validators.ge(0))
    answer_patience_s: float = field(default=10.0, validator=validators.gt(0))
    photo_bytes: int = field(default=200_000, validator=[validators.ge(20_000), validators.le(25_000_000)])
    wayline_bytes_max: int = 16 * 1024 * 1024
    look_s: float = field(default=30.0, validator=validators.gt(0))
