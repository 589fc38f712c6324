"""The coordinate systems that results can be in: UTM, geographic, or a local grid."""

from math import floor, radians, sin
from typing import Protocol

import numpy as np
import numpy.typing as npt
from attrs import frozen

from .geodesy import A_M, E2, F, Floats, Site, metres_per_degree

Pair = tuple[Floats, Floats]


class Grid(Protocol):
    """Plane coordinates x (towards the east) and y (towards the north) on WGS-84."""

    @property
    def epsg(self) -> int | None:
        """The EPSG code, `None` for a grid of our own."""

    @property
    def title(self) -> str:
        """A name for people."""

    @property
    def in_degrees(self) -> bool:
        """Whether x and y are degrees and not metres."""

    def forward(self, latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike) -> Pair:
        """x and y of geographic positions."""

    def inverse(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
        """Latitude and longitude in degrees of grid positions."""


@frozen
class Geographic:
    """EPSG:4326 with x as longitude, as GeoTIFF and LAS hold it."""

    epsg: int = 4326
    title: str = "WGS 84"
    in_degrees: bool = True

    def forward(self, latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        return np.asarray(longitude_deg, float), np.asarray(latitude_deg, float)

    def inverse(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        return np.asarray(y, float), np.asarray(x, float)


# Krüger's series for the transverse Mercator projection, to the third power of n; below a millimetre within a zone.
_N = F / (2 - F)
_RADIUS_M = A_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (_N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3, 13 / 48 * _N**2 - 3 / 5 * _N**3, 61 / 240 * _N**3)
_BETA = (_N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3, _N**2 / 48 + _N**3 / 15, 17 / 480 * _N**3)
_DELTA = (2 * _N - 2 / 3 * _N**2 - 2 * _N**3, 7 / 3 * _N**2 - 8 / 5 * _N**3, 56 / 15 * _N**3)
_SCALE = 0.9996
_FALSE_EASTING_M = 500_000.0
_FALSE_NORTHING_SOUTH_M = 10_000_000.0


@frozen
class Utm:
    """Universal transverse Mercator on WGS-84, EPSG:326zz north and 327zz south of the equator."""

    zone: int
    south: bool = False

    @classmethod
    def at(cls, latitude_deg: float, longitude_deg: float) -> "Utm":
        """The zone of a place. The odd zones of Norway and Svalbard are not followed."""
        return cls(min(max(floor((longitude_deg + 180) / 6) + 1, 1), 60), latitude_deg < 0)

    @property
    def epsg(self) -> int:
        """See `Grid`."""
        return (32700 if self.south else 32600) + self.zone

    @property
    def title(self) -> str:
        """See `Grid`."""
        return f"WGS 84 / UTM zone {self.zone}{'S' if self.south else 'N'}"

    @property
    def in_degrees(self) -> bool:
        """See `Grid`."""
        return False

    @property
    def central_meridian_deg(self) -> int:
        """Longitude of the zone's middle."""
        return self.zone * 6 - 183

    def forward(self, latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        phi = np.radians(np.asarray(latitude_deg, float))
        lam = np.radians(np.asarray(longitude_deg, float) - self.central_meridian_deg)
        eccentricity = np.sqrt(E2)
        t = np.sinh(np.arctanh(np.sin(phi)) - eccentricity * np.arctanh(eccentricity * np.sin(phi)))
        xi = np.arctan2(t, np.cos(lam))
        eta = np.arctanh(np.sin(lam) / np.hypot(1, t))
        x, y = eta.copy(), xi.copy()
        for k, alpha in enumerate(_ALPHA, start=1):
            x += alpha * np.cos(2 * k * xi) * np.sinh(2 * k * eta)
            y += alpha * np.sin(2 * k * xi) * np.cosh(2 * k * eta)
        return _FALSE_EASTING_M + _SCALE * _RADIUS_M * x, self._false_northing_m + _SCALE * _RADIUS_M * y

    def inverse(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        xi = (np.asarray(y, float) - self._false_northing_m) / (_SCALE * _RADIUS_M)
        eta = (np.asarray(x, float) - _FALSE_EASTING_M) / (_SCALE * _RADIUS_M)
        xi0, eta0 = xi.copy(), eta.copy()
        for k, beta in enumerate(_BETA, start=1):
            xi0 -= beta * np.sin(2 * k * xi) * np.cosh(2 * k * eta)
            eta0 -= beta * np.cos(2 * k * xi) * np.sinh(2 * k * eta)
        chi = np.arcsin(np.sin(xi0) / np.cosh(eta0))
        phi = chi.copy()
        for k, delta in enumerate(_DELTA, start=1):
            phi += delta * np.sin(2 * k * chi)
        lam = np.arctan2(np.sinh(eta0), np.cos(xi0))
        return np.degrees(phi), self.central_meridian_deg + np.degrees(lam)

    @property
    def _false_northing_m(self) -> float:
        return _FALSE_NORTHING_SOUTH_M if self.south else 0.0


@frozen
class LocalGrid:
    """Metres east and north of a site, for photos without positions or when a local system is asked for."""

    site: Site
    epsg: None = None
    title: str = "local grid, metres"
    in_degrees: bool = False

    def forward(self, latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        enu = self.site.enu(latitude_deg, longitude_deg, self.site.ground_height_m)
        return enu[..., 0], enu[..., 1]

    def inverse(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Pair:
        """See `Grid`."""
        per_latitude, per_longitude = metres_per_degree(self.site.latitude_deg)
        east, north = np.asarray(x, float), np.asarray(y, float)
        latitude = self.site.latitude_deg + north / per_latitude
        longitude = self.site.longitude_deg + east / per_longitude
        for _ in range(4):  # the plane and the ellipsoid part by the square of the distance; a few rounds close it
            got_east, got_north = self.forward(latitude, longitude)
            latitude = latitude + (north - got_north) / per_latitude
            longitude = longitude + (east - got_east) / per_longitude
        return latitude, longitude


def mercator_tile(latitude_deg: float, longitude_deg: float, zoom: int) -> tuple[float, float]:
    """Column and row of a position in the web map tiles of a zoom level; row 0 is in the north."""
    phi, count = radians(latitude_deg), 2**zoom
    return (longitude_deg + 180) / 360 * count, (1 - float(np.arctanh(sin(phi))) / np.pi) / 2 * count


def mercator_position(column: float, row: float, zoom: int) -> tuple[float, float]:
    """Latitude and longitude in degrees of a place in the web map tiles of a zoom level."""
    count = 2**zoom
    latitude = float(np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * row / count)))))
    return latitude, column / count * 360 - 180
