"""From command to model in one program: a drone is sent, and what it photographed becomes a model."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from math import cos, radians, sin, sqrt
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion
from PIL import Image

from harness.emulation import settings_of
from skybind.downlink import AsyncDownlink, Downlink
from skybind.downlink.events import FlightEvents
from skybind.downlink.media import MediaFile
from skybind.errors import DeadlineExceeded, DownloadIncomplete
from skybind.flighthub import AsyncFlightHub, FlightHub
from skybind.jobs import Schedule
from skybind.terra import AsyncTerra, Terra
from skybind.waiting import no_waiting
from skybind_clients.downlink.models import ExitWaylineWhenRcLost
from skybind_emulators import Running
from skybind_emulators.downlink.dock import Place, survey_points, write_kmz
from skybind_emulators.settings import DownlinkRules
from unit.overlay.worlds import AsyncWorld, SyncWorld, World
from unit.products.ground_truth import E2, A

QUICK = Schedule(first=0.01, longest=0.05)
LEAVE = ExitWaylineWhenRcLost.LEAVE_WAYLINE
CLOUDS = ((Terra, AsyncTerra), (FlightHub, AsyncFlightHub))
PHOTOS = 10
HEIGHT_M = 40.0
TILES = "terra_b3dms/tileset.json"


MakeSite = Callable[..., "Site"]


class Site:
    """A dock, its platform, and a route above it, used from one of the two worlds."""

    def __init__(self, world: World, running: Running, folder: Path) -> None:
        self.world, self.running, self.folder = world, running, folder
        facts = running.ready["services"]["downlink"]
        dock = running.downlink.dock
        assert dock is not None
        home = dock.state
        self.route = survey_points(
            Place(home.latitude_deg, home.longitude_deg, home.height_m + HEIGHT_M), PHOTOS, forward_m=9.0, side_m=18.0
        )
        (folder / "route.kmz").write_bytes(write_kmz(self.route))
        self.sync = isinstance(world, SyncWorld)
        client = Downlink if self.sync else AsyncDownlink
        self.platform: Any = client(**settings_of(running, "downlink"), schedule=QUICK)
        self.events = FlightEvents(facts["mqtt_url"], facts["gateway_sn"])

    def close(self) -> None:
        self.events.close()
        self.world.run(self.platform.close())

    def fly(self, name: str) -> Any:
        """From the route to the last word of the flight."""
        [resource] = self.world.run(self.platform.object_resources.list())
        self.bucket = resource.bucket
        file = self.world.run(
            self.platform.upload_wayline(
                self.folder / "route.kmz", bucket=self.bucket, object_key=f"waylines/{name}.kmz"
            )
        )
        flight = self.platform.flight(name, file=file, rth_altitude=80, exit_wayline_when_rc_lost=LEAVE)
        self.world.run(self.world.run(flight.prepare()).wait())
        self.world.run(self.world.run(flight.execute()).wait())
        told = self.events.flight(name, 60) if self.sync else self.events.flight_async(name, 60)
        return self.world.items(told)[-1]

    def media(self, name: str, **more: Any) -> list[MediaFile]:
        """What was taken, as it arrives in the storage."""
        found = self.events.media(name, **more) if self.sync else self.events.media_async(name, **more)
        files: list[MediaFile] = self.world.items(found)
        return files

    def fetch(self, media: list[MediaFile], out: Path) -> list[Path]:
        paths: list[Path] = self.world.run(self.platform.download_media(media, out, bucket=self.bucket))
        return paths


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def make_site(request: pytest.FixtureRequest, start: Callable[..., Running], tmp_path: Path) -> Iterator[MakeSite]:
    """Makes a site; names of `DownlinkRules` go there."""
    with ExitStack() as stack:

        def make(*services: str, **rules: Any) -> Site:
            chosen = DownlinkRules(photo_bytes=20_000, **rules)
            running = start(services=("downlink", *services), speed="instant", downlink=chosen)
            world = stack.enter_context(closing(request.param()))
            return stack.enter_context(closing(Site(world, running, tmp_path)))

        yield make


def taken_at(photo: Path) -> Place:
    """Where a photo says that it was taken."""
    with Image.open(photo) as image:
        gps = image.getexif().get_ifd(0x8825)
    latitude, longitude = (sum(float(part) / 60**place for place, part in enumerate(gps[tag])) for tag in (2, 4))
    return Place(latitude, longitude, float(gps[6]))


def earth_centred(place: Place) -> tuple[float, float, float]:
    """The place on the axes of the earth, metres."""
    latitude, longitude = radians(place.latitude_deg), radians(place.longitude_deg)
    normal = A / sqrt(1 - E2 * sin(latitude) ** 2)
    across = (normal + place.height_m) * cos(latitude)
    return across * cos(longitude), across * sin(longitude), (normal * (1 - E2) + place.height_m) * sin(latitude)


def test_from_command_to_model(make_site: MakeSite) -> None:
    """Photos lie within a metre of their waypoints; each cloud's model covers the route, and little more.

    Two clouds make a model each, in this process: more than two seconds.
    """
    site = make_site("terra", "flighthub")
    world = site.world
    landed = site.fly("field-7")
    assert (landed.status, landed.media) == ("ok", PHOTOS)
    media = site.media("field-7", expected=landed.media, timeout=60)
    assert [file.uploaded for file in media] == [*range(1, PHOTOS + 1)]
    photos = site.fetch(media, site.folder / "field-7")

    assert len(photos) == PHOTOS
    for photo, file, waypoint in zip(photos, media, site.route, strict=True):
        assert photo.name == file.name
        assert taken_at(photo).distance_m(waypoint) < 1
        assert file.position is not None
        assert file.position.height is not None
        told = Place(file.position.latitude, file.position.longitude, file.position.height)
        assert told.distance_m(waypoint) < 1
        assert file.relative_altitude == pytest.approx(HEIGHT_M, abs=0.5)

    below = np.array([[*earth_centred(point._replace(height_m=point.height_m - HEIGHT_M)), 1] for point in site.route])
    for client in CLOUDS:
        cloud: Any = client[not site.sync](
            **settings_of(site.running, client[0].name), schedule=QUICK, state=site.folder / "state"
        )
        job = world.run(cloud.reconstruct(world.run(cloud.upload(site.folder / "field-7")), kind="3d"))
        model = world.run(job.result(timeout=60))
        out = site.folder / cloud.name
        assert out / TILES in world.run(model.download(out))
        world.run(cloud.close())
        root = json.loads((out / TILES).read_text())["root"]
        box = np.array(root["boundingVolume"]["box"])
        route = below @ np.linalg.inv(np.array(root["transform"]).reshape(4, 4))  # metres east, north, up
        inside = np.abs(route[:, :3] - box[:3])
        assert (inside < box[[3, 7, 11]]).all()
        assert np.abs(route[:, :2].mean(axis=0) - box[:2]).max() < 5
        assert (box[[3, 7]] - np.ptp(route[:, :2], axis=0) / 2).max() < HEIGHT_M  # one photo sees no further


def test_the_download_goes_on_where_it_was(make_site: MakeSite) -> None:
    """The dock bears with a store that stumbles; photos that are in place are not fetched again; one that is not there
    is named, and the others come.
    """
    site = make_site()
    site.running.faults.add("store.put", "status-503", after=1, count=2)  # the first is the route
    landed = site.fly("field-7")
    media = site.media("field-7", timeout=60)  # by the dock's own count
    assert len(media) == landed.media
    first = site.fetch(media[:4], site.folder / "photos")
    before = site.running.store.arrivals["get"]
    assert site.fetch(media, site.folder / "photos")[:4] == first
    assert site.running.store.arrivals["get"] - before == PHOTOS - 4
    gone = MediaFile("field-7", "gone.JPG", "media/gone.JPG")
    with no_waiting(), pytest.raises(DownloadIncomplete, match=r"gone\.JPG"):
        site.fetch([*media, gone], site.folder / "again")
    assert len(list((site.folder / "again").glob("DJI_*"))) == PHOTOS


def test_storage_of_ones_own(make_site: MakeSite) -> None:
    """Where the platform leaves the dock's question open, whoever answers it by hand gets the photos in his bucket."""
    site = make_site(auto_replies=("flighttask_resource_get", "config", "update_topo"))
    store = site.running.store
    store.create_bucket("mine")
    store.add_static("AKIAMINE", "my-secret", ("mine",))
    link = site.world.run(site.platform.objects.presign(bucket="utmos-objects", object_key="a", method="GET")).url
    landed = site.fly("field-7")
    requests = site.platform.device_requests
    for _ in range(500):
        asked = site.world.run(requests.list(request_type="storage_config_get"))
        if asked:
            break
        time.sleep(0.01)
    assert store.list("mine") == []
    keys = {"access_key_id": "AKIAMINE", "access_key_secret": "my-secret", "expire": 3600}
    endpoint = link.partition("/utmos-objects/")[0]
    payload = {"bucket": "mine", "endpoint": endpoint, "region": "us-east-1", "provider": "minio", "credentials": keys}
    site.world.run(requests.reply(asked[0].request_id, reply_code=0, payload=payload))
    media = site.media("field-7", expected=landed.media, timeout=60)
    assert sorted(file.object_key for file in media) == [stored.key for stored in store.list("mine")]
    assert {file.object_key for file in media} == {f"field-7/{file.name}" for file in media}


def test_what_is_told_twice_counts_once(make_site: MakeSite) -> None:
    """A dock that got no acknowledgement tells a photo again; photos of other flights are none of this one."""
    site = make_site()
    facts = site.running.ready["services"]["downlink"]
    place = urlsplit(facts["mqtt_url"])
    teller = Client(CallbackAPIVersion.VERSION2, "another-dock")
    teller.connect(place.hostname or "", place.port or 1883)
    teller.loop_start()
    for flight, name in (("f", "1.JPG"), ("f", "1.JPG"), ("g", "1.JPG"), ("f", "2.JPG")):
        file = {"object_key": f"{flight}/{name}", "name": name, "ext": {"flight_id": flight}}
        told = {"method": "file_upload_callback", "data": {"result": 0, "file": file}}
        teller.publish(f"thing/product/{facts['gateway_sn']}/events", json.dumps(told), qos=1).wait_for_publish(5)
    teller.disconnect()
    teller.loop_stop()
    assert [file.object_key for file in site.media("f", expected=2, timeout=10)] == ["f/1.JPG", "f/2.JPG"]


def test_waiting_for_photos_ends(make_site: MakeSite) -> None:
    """A flight without photos has none to wait for; photos that do not come are waited for as long as is said."""
    site = make_site()
    assert site.media("never", expected=0) == []
    with pytest.raises(DeadlineExceeded, match="dock goes on"):
        site.media("never", timeout=0.3)
