"""How programs use the downlink. Type-checked, never run."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import assert_type

from skybind import AsyncDownlink, Downlink
from skybind.downlink import (
    AsyncCommand,
    AsyncFlight,
    Command,
    CommandFailed,
    CommandUnknown,
    Flight,
    Intent,
    UnlistedCommand,
    fly_to,
    point,
    wayline_file,
)
from skybind.downlink.events import FlightEvent, FlightEvents
from skybind.downlink.media import MediaFile
from skybind.errors import OutcomeUnknown
from skybind.positions import GCJ02, WGS84
from skybind_clients.downlink.models import (
    CommandState,
    CommandStatus,
    ExitWaylineWhenRcLost,
    FlighttaskExecute,
    ReturnHome,
    TargetPoint,
    WaylineFile,
)


def a_command_is_taken() -> None:
    with Downlink.from_env() as downlink:
        command = downlink.send(FlighttaskExecute(flight_id="f-1"), device_id="dock-7", timeout_seconds=60)
        assert_type(command, Command)
        assert_type(command.wait(timedelta(seconds=60), progress=lambda state: print(state.status)), CommandState)
        assert_type(command.taken, bool)
        assert_type(command.status, CommandStatus | None)
        assert_type(downlink.command(command.token), Command)
        downlink.send(("camera_photo_take", {"payload_index": "52-0-0"}), profile="strict")
        downlink.send(UnlistedCommand("poi_mode_exit", effect="keyed"), idempotency_key="mine")


def a_lost_answer_is_asked_about(downlink: Downlink) -> Command:
    intent = downlink.intent(ReturnHome())
    assert_type(intent, Intent)
    try:
        return downlink.send(intent)
    except CommandUnknown as error:
        assert_type(error.idempotency_key, str)
        return downlink.ask(error, max_age=timedelta(minutes=2))
    except CommandFailed as error:
        assert_type(error.device_code, str)
        raise
    except OutcomeUnknown:
        raise


async def a_flight(downlink: AsyncDownlink) -> None:
    file = await downlink.upload_wayline("route.kmz", bucket="waylines", object_key="a.kmz")
    assert_type(file, WaylineFile)
    leave = ExitWaylineWhenRcLost.LEAVE_WAYLINE
    flight = downlink.flight("f-1", file=file, rth_altitude=80, exit_wayline_when_rc_lost=leave)
    assert_type(flight, AsyncFlight)
    command = await flight.prepare()
    assert_type(command, AsyncCommand)
    await command.wait()
    async for state in (await flight.execute()).updates(60):
        assert_type(state, CommandState)
    assert_type(flight.resume_from({"index": 1}, flight_id="f-2"), AsyncFlight)


def photos_come_home(downlink: Downlink) -> None:
    with FlightEvents("mqtt://broker:1883", "4TADL2E001000A") as events:
        for event in events.flight("f-1", timeout=timedelta(hours=1)):
            assert_type(event, FlightEvent)
        media = events.media("f-1", expected=event.media)
        assert_type(downlink.download_media(media, "photos", bucket="field-work"), list[Path])


async def photos_come_home_async(downlink: AsyncDownlink, events: FlightEvents) -> None:
    media = [file async for file in events.media_async("f-1", timeout=3600)]
    assert_type(media, list[MediaFile])
    assert_type(await downlink.download_media(media, "photos", bucket="field-work"), list[Path])


def places(downlink: Downlink) -> Flight:
    here = GCJ02(31.1, 121.5, height=60.0).to_wgs84()
    assert_type(here, WGS84)
    assert_type(point(here), TargetPoint)
    downlink.send(fly_to(here, max_speed=8))
    return downlink.flight(
        "f-1",
        file=wayline_file("route.kmz", "https://example.com/route.kmz"),
        rth_altitude=80,
        exit_wayline_when_rc_lost=1,
    )
