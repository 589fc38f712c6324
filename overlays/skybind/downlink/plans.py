"""A wayline task before anything of it is sent: what goes with what, and which times docks take.

Source: DJI's pages on wayline tasks (life of a task, ``flighttask_prepare``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Required, TypedDict

import attrs

from skybind.errors import UsageError
from skybind_clients.downlink.models import (
    BreakPoint,
    ExecutableConditions,
    ExitWaylineWhenRcLost,
    FlighttaskPrepare,
    OutOfControlAction,
    ReadyConditions,
    RthMode,
    SimulateMission,
    TaskType,
    WaylineFile,
)
from skybind_clients.runtime import UNSET

__all__ = ["FlightPlan", "PlanMembers"]

_PREPARED_BEFORE = timedelta(hours=24)  # at most this long before the start of a timed task
_EXECUTED_BEFORE = timedelta(minutes=2)


@attrs.frozen(kw_only=True)
class FlightPlan:
    """A wayline task, before anything of it is sent.

    Attributes:
        flight_id: The caller's name for the task, never used before; none of ``< > : " / | ? * . _`` and backslash.
        file: The wayline file (:func:`skybind.downlink.wayline_file`).
        rth_altitude: Height above the dock at which the aircraft returns, m, 20 to 1500.
        exit_wayline_when_rc_lost: What becomes of the wayline when the link is lost; must be the same as in the KMZ,
            and has therefore no default.
        task_type: Immediate, timed or conditional.
        execute_time: Start of a timed task, with its time zone. An immediate one gets the time of sending, since docks
            refuse one that is more than 30 s old.
        out_of_control_action: What the aircraft does when the link is lost; DJI asks for return home.
        rth_mode: How the return height is chosen; docks can only do preset.
        ready_conditions: Of a conditional task.
        executable_conditions: What the dock checks before the start.
        simulate_mission: Fly in the aircraft's simulator.
        break_point: Where to go on.

    Raises:
        UsageError: members that do not go together.
    """

    flight_id: str
    file: WaylineFile = attrs.field(repr=False)
    rth_altitude: int
    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost | int
    task_type: TaskType | int = TaskType.IMMEDIATE
    execute_time: datetime | None = None
    out_of_control_action: OutOfControlAction | int = OutOfControlAction.RETURN_HOME
    rth_mode: RthMode | int = RthMode.PRESET
    ready_conditions: ReadyConditions | None = None
    executable_conditions: ExecutableConditions | None = None
    simulate_mission: SimulateMission | None = None
    break_point: BreakPoint | None = None

    def __attrs_post_init__(self) -> None:
        if self.task_type == TaskType.TIMED and (self.execute_time is None or self.execute_time.tzinfo is None):
            raise UsageError(
                f"flight {self.flight_id}: when does the timed task begin?",
                advice="Give execute_time, a datetime with its time zone.",
            )
        if self.task_type != TaskType.TIMED and self.execute_time is not None:
            raise UsageError(
                f"flight {self.flight_id}: execute_time is for timed tasks",
                advice="Leave it out, or say task_type=TaskType.TIMED.",
            )
        if (self.task_type == TaskType.CONDITIONAL) != (self.ready_conditions is not None):
            raise UsageError(
                f"flight {self.flight_id}: ready_conditions and a conditional task go together",
                advice="Give both or neither.",
            )

    def prepare(self, unix_seconds: float) -> FlighttaskPrepare:
        """The payload, for sending it now.

        Raises:
            UsageError: a timed task that begins in more than 24 hours, or has begun.
        """
        return FlighttaskPrepare(
            execute_time=self._execute_time(unix_seconds),
            exit_wayline_when_rc_lost=ExitWaylineWhenRcLost(self.exit_wayline_when_rc_lost),
            file=self.file,
            flight_id=self.flight_id,
            out_of_control_action=OutOfControlAction(self.out_of_control_action),
            rth_altitude=self.rth_altitude,
            task_type=TaskType(self.task_type),
            rth_mode=RthMode(self.rth_mode),
            break_point=self.break_point or UNSET,
            executable_conditions=self.executable_conditions or UNSET,
            ready_conditions=self.ready_conditions or UNSET,
            simulate_mission=self.simulate_mission or UNSET,
        )

    def _execute_time(self, unix_seconds: float) -> int:
        if self.ready_conditions is not None:
            return self.ready_conditions.begin_time  # the platform wants the member, and DJI does not read it
        if self.execute_time is None:
            return math.floor(unix_seconds * 1000)
        ahead = self.execute_time.timestamp() - unix_seconds
        if not 0 <= ahead <= _PREPARED_BEFORE.total_seconds():
            raise UsageError(
                f"flight {self.flight_id}: begins {'too early' if ahead < 0 else 'too late'} to be prepared now",
                advice="A timed task is prepared at most 24 hours before its start.",
            )
        return math.floor(self.execute_time.timestamp() * 1000)

    def check_execute(self, unix_seconds: float) -> None:
        """Raises UsageError for a timed task that begins in more than two minutes."""
        if self.execute_time is not None:
            ahead = self.execute_time.timestamp() - unix_seconds
            if ahead > _EXECUTED_BEFORE.total_seconds():
                raise UsageError(
                    f"flight {self.flight_id}: begins in {ahead / 60:.0f} min; it is too early to execute it",
                    advice="A timed task is executed at most two minutes before its start.",
                )

    def resumed(self, break_point: BreakPoint | Mapping[str, Any], flight_id: str) -> FlightPlan:
        """The same task from a break point on, as ``flighttask_progress`` told it; a new one, with its own name.

        ``rth_altitude`` then takes the place of the safe take-off height in the KMZ.

        Raises:
            UsageError: members of the break point are missing.
        """
        found = break_point
        if not isinstance(found, BreakPoint):
            try:
                found = BreakPoint.from_dict(found)
            except (KeyError, TypeError, ValueError) as error:
                raise UsageError(
                    f"this is no break point: {error} is missing or wrong",
                    advice="Give break_point as flighttask_progress had it, with all nine members.",
                ) from error
        if flight_id == self.flight_id:
            raise UsageError("a resumed flight is a new task", advice="Give it a flight_id that was never used.")
        return attrs.evolve(self, break_point=found, flight_id=flight_id)


class PlanMembers(TypedDict, total=False):
    """Members of a :class:`FlightPlan` beside its name."""

    file: Required[WaylineFile]
    rth_altitude: Required[int]
    exit_wayline_when_rc_lost: Required[ExitWaylineWhenRcLost | int]
    task_type: TaskType | int
    execute_time: datetime | None
    out_of_control_action: OutOfControlAction | int
    rth_mode: RthMode | int
    ready_conditions: ReadyConditions | None
    executable_conditions: ExecutableConditions | None
    simulate_mission: SimulateMission | None
    break_point: BreakPoint | None
