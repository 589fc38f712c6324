"""What a dock and its aircraft are like at a moment."""

from typing import Any, Literal

from attrs import define, field

Mode = Literal["docked", "preparing", "flying", "paused", "returning", "landing"]


@define
class DockState:
    """All that commands can change and one can look at.

    Attributes:
        mode: of the aircraft. Hovering and flying to a point count as `flying`.
        battery_percent: 0 to 100; falls in the air, rises while charging.
        latitude_deg: of the aircraft, WGS-84.
        longitude_deg: the same.
        height_m: of the aircraft above the ellipsoid.
        flight_id: of the flight under way; empty without one.
        drc: whether the low-latency link is open.
        flight_control: whether the cloud holds flight control.
        payload_control: the payload that the cloud controls; empty without one.
        camera_mode: 0 photo, 1 video, 2 low-light, 3 panorama.
        streams: live streams: lens and quality by video id.
        licenses: unlocking licences: whether each is on, by id.
    """

    mode: Mode
    battery_percent: float
    latitude_deg: float
    longitude_deg: float
    height_m: float
    flight_id: str = ""
    cover_open: bool = False
    drone_on: bool = False
    charging: bool = True
    putter_closed: bool = True
    light_on: bool = False
    alarm_on: bool = False
    debug_mode: bool = False
    job: str = ""
    air_conditioner: int = 0
    battery_store_mode: int = 1
    battery_maintenance: bool = False
    enhanced_link: bool = False
    firmware: str = "10.01.1606"
    upgrading: bool = False
    free_storage_mb: int = 0
    flight_control: bool = False
    payload_control: str = ""
    drc: bool = False
    drc_sequence: int = 0
    camera_mode: int = 0
    recording: bool = False
    panorama: bool = False
    split_screen: bool = False
    zoom_factor: float = 2.0
    gimbal_pitch_deg: float = 0.0
    gimbal_yaw_deg: float = 0.0
    heading_deg: float = 0.0
    lenses: dict[str, dict[str, Any]] = field(factory=dict)
    streams: dict[str, dict[str, Any]] = field(factory=dict)
    logs: dict[int, list[int]] = field(factory=lambda: {0: [1, 2], 3: [11, 12, 13]})
    log_upload: str = ""
    licenses: dict[int, bool] = field(factory=lambda: {1001: True, 1002: False})
    widgets: dict[int, int] = field(factory=dict)
    input_text: str = ""
    speaker: dict[str, Any] = field(factory=lambda: {"playing": "", "last": "", "mode": 0, "volume": 50})
    messages: list[str] = field(factory=list)
