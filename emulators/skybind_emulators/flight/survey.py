"""A whole flight: its plan, its land, its photos."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import frozen

from .camera import View, camera_for
from .darkroom import develop
from .geodesy import LocalFrame
from .grain import SensorNoise
from .jpeg import Encoder
from .metadata import exif_block, xmp_packet
from .plan import FlightPlan, Station, stations
from .scene import Scene

MOST_PHOTOS = 9999  # the running number in a file name has four digits
SMALLEST_BYTES, LARGEST_BYTES = 20_000, 25_000_000
# Files of one flight differ a little. With the encoder's tolerance they stay within 10 % of the wanted size.
_SIZE_SPREAD = 0.03
_SIZE_TOLERANCE = 0.06


@frozen
class Survey:
    """What is known of a flight before a pixel is drawn, and the truth by which its products can be judged.

    Ground coordinates are metres east and north in `frame`, whose origin lies on the ground at the plan's centre.
    """

    plan: FlightPlan
    seed: int
    stations: Sequence[Station]
    width_px: int
    height_px: int

    @classmethod
    def of(cls, photos: int, *, size: int | None = None, seed: int = 1, plan: FlightPlan | None = None) -> "Survey":
        """The flight that `render_flight` photographs when given the same arguments.

        Raises:
            ValueError: `photos`, `size` or `seed` is out of range.
        """
        if not 1 <= photos <= MOST_PHOTOS:
            raise ValueError(f"photos must be from 1 to {MOST_PHOTOS}, not {photos}")
        if size is not None and not SMALLEST_BYTES <= size <= LARGEST_BYTES:
            raise ValueError(f"size must be from {SMALLEST_BYTES} to {LARGEST_BYTES} bytes, not {size}")
        if seed < 0:
            raise ValueError(f"seed must not be negative: {seed}")
        flown = plan or FlightPlan(camera=camera_for(size))
        width, height = flown.camera.resolution(size)
        return cls(flown, seed, stations(flown, photos, seed), width, height)

    @property
    def frame(self) -> LocalFrame:
        """East, north and up around the plan's centre, on the ground."""
        return LocalFrame(self.plan.centre_latitude_deg, self.plan.centre_longitude_deg, self.plan.ground_height_m)

    def view(self, station: Station) -> View:
        """The geometry of the photo taken at a station."""
        return View(
            east_m=station.east_m,
            north_m=station.north_m,
            altitude_m=station.altitude_m,
            yaw_deg=station.yaw_deg,
            width_px=self.width_px,
            height_px=self.height_px,
            focal_px=self.plan.camera.focal_px(self.width_px),
        )

    def scene(self) -> Scene:
        """The land under the flight. Costs about a second per 15 hectares."""
        return Scene.paint(self.seed, [self.view(station) for station in self.stations])

    def photograph(self, out: Path, *, size: int | None = None) -> Iterator[Path]:
        """Photograph the flight into a folder, one photo at a time, in the order of flight.

        Args:
            out: folder for the photos; made if missing. Files of the same names are replaced, others stay.
            size: wanted bytes per file, hit within 10 %. The resolution was chosen with the survey.
        """
        out.mkdir(parents=True, exist_ok=True)
        scene, noise, encoder = self.scene(), SensorNoise(self.seed, self.width_px), Encoder()
        camera, pixels = self.plan.camera, (self.width_px, self.height_px)
        for station in self.stations:
            rng = np.random.default_rng([self.seed, 2, station.number])
            wanted = None if size is None else round(size * (1 + float(rng.uniform(-_SIZE_SPREAD, _SIZE_SPREAD))))
            place = self.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
            encoded = encoder.encode(
                develop(scene, self.view(station), noise, rng),
                exif=exif_block(camera, pixels, station, place),
                xmp=xmp_packet(camera, pixels, station, place),
                size=wanted,
                tolerance=_SIZE_TOLERANCE,
            )
            file = out / self.file_name(station)
            unfinished = file.with_suffix(".part")
            unfinished.write_bytes(encoded)
            unfinished.replace(file)
            yield file

    def file_name(self, station: Station) -> str:
        """The photo's name as the drone gives it: local time, running number, kind of camera."""
        return f"DJI_{station.taken_at:%Y%m%d%H%M%S}_{station.number:04d}{self.plan.camera.file_suffix}.JPG"


def render_flight(
    out: Path, *, photos: int = 12, size: int | None = None, seed: int = 1, plan: FlightPlan | None = None
) -> list[Path]:
    """Photograph a flight into a folder. The same arguments give the same bytes.

    Args:
        out: folder for the photos; made if missing. Files of the same names are replaced, others stay.
        photos: how many, 1 to 9999.
        size: wanted bytes per file, 20 kB to 25 MB, hit within 10 %; the resolution follows from it. Without it
            photos have a quarter of the camera's width and height.
        seed: not negative; picks the land, the drift of the drone and the noise of the sensor.
        plan: where and how to fly. The default takes a camera that suits the size.

    Returns:
        The files in the order of flight.

    Raises:
        ValueError: an argument is out of range, or the plan's camera cannot make photos of that size.
    """
    return list(Survey.of(photos, size=size, seed=seed, plan=plan).photograph(out, size=size))
