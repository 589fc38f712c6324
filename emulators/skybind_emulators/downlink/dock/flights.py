"""What a dock knows of its tasks and flights."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen

from .places import Place
from .waylines import Route


@frozen
class Photo:
    """A photo that was taken in the air.

    Attributes:
        number: in its flight, from 1.
        place: of the camera, WGS-84 with ellipsoid height.
        gimbal_pitch_deg: -90 is straight down, 0 level.
        gimbal_yaw_deg: clockwise from true north.
        taken_at: Unix seconds.
    """

    number: int
    place: Place
    gimbal_pitch_deg: float
    gimbal_yaw_deg: float
    taken_at: float


@define(eq=False)
class Task:
    """A wayline task that was prepared.

    Attributes:
        flight_id: chosen by the cloud.
        data: the payload of flighttask_prepare.
        stage: `prepared`, `running`, or `over`.
    """

    flight_id: str
    data: Mapping[str, Any] = field(repr=False)
    stage: str = "prepared"

    @property
    def kind(self) -> int:
        """0 immediate, 1 timed, 2 conditional."""
        return int(self.data.get("task_type", 0))


@define(eq=False)
class Flight:
    """From the order to fly until the aircraft is in its dock again, or never left it.

    Attributes:
        flight_id: of the task, or of the take-off.
        track_id: of this flight.
        task: the wayline task, or `None` for a take-off to a point.
        route: what is flown, once the file is read.
        order: what was ordered meanwhile and is not yet obeyed.
        phase: `preparing`, `wayline`, `paused`, `hovering`, `flying_to`, `returning`, `landing` or `over`.
        point: number of the next waypoint on the route, over all of its waylines.
        percent: last one told; never less than before.
        break_point: where the wayline was broken off.
        ending: how it will end: status and result, decided before it is home.
        step: of the dock's work, last one told.
        status: last one told.
        reached: number of the last waypoint that was reached, or -1.
        simulated: nothing leaves the ground.
        home_height_m: of the dock, above the ellipsoid: heights of a route may count from it.
        target_id: of a fly-to; empty for the take-off's own target.
        targets: still to be flown to, in order.
        target_speed_m_s: on the way to them.
        answer: the wayline file, or a code and `None` when there is none.
    """

    flight_id: str
    track_id: str
    task: Task | None = None
    route: Route | None = None
    order: str | None = None
    phase: str = "preparing"
    step: str = ""
    point: int = 0
    reached: int = -1
    percent: int = 0
    break_point: dict[str, Any] | None = None
    ending: tuple[str, int] = ("ok", 0)
    status: str = "sent"
    simulated: bool = False
    home_height_m: float = 0.0
    target_id: str = ""
    targets: list[Place] = field(factory=list)
    target_speed_m_s: float = 0.0
    answer: tuple[int, bytes | None] | None = None
    _photos: list[Photo] = field(factory=list)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """What was photographed so far, in the order of flight."""
        return tuple(self._photos)

    def add_photo(self, photo: Photo) -> None:
        """Keep a photo."""
        self._photos.append(photo)

    def take_order(self) -> str | None:
        """What was ordered, which counts as obeyed from now on."""
        order, self.order = self.order, None
        return order

    @property
    def aloft(self) -> bool:
        """Whether the aircraft is in the air."""
        return self.phase not in ("preparing", "over")
