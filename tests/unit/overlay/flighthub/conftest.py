from collections.abc import Iterator
from pathlib import Path

import pytest

from skybind.jobs import Schedule
from skybind.options import Options
from skybind.waiting import no_waiting
from unit.overlay.flighthub.service import PROJECT
from unit.overlay.flighthub.service import FlightHub as Play
from unit.overlay.flighthub.town import Town
from unit.overlay.peers import Peer
from unit.overlay.warehouse import warehouse


@pytest.fixture
def town(tmp_path: Path, photos: Path) -> Iterator[Town]:
    with warehouse(tmp_path / "store") as house, no_waiting():
        play = Play(house)
        with Peer(play) as peer:
            ways = {
                "project_uuid": PROJECT,
                "base_url": peer.url,
                "options": Options(read_timeout=5, retries=1, check_limits=False),
                "schedule": Schedule(first=0.01, longest=0.02),
                "state": tmp_path / "state",
            }
            yield Town(play, house, photos, ways)
