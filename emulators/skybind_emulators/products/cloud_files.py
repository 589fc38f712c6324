"""Point clouds as files: LAS, PLY and PCD."""

from datetime import date
from pathlib import Path

import laspy
import numpy as np

from .clouds import PointCloud
from .geodesy import Site
from .grids import Geographic, Grid, Utm

_GENERATOR = "skybind emulator"
# LAS wants a day; the day of the run would make each run's file another one.
_LAS_DAY = date(2026, 1, 1)
_WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)


def write_las(path: Path, cloud: PointCloud, grid: Grid, *, colour: bool = True) -> None:
    """LAS 1.4, point format 7, or 6 without colour; x and y in the grid, z as ellipsoidal height."""
    header = laspy.LasHeader(version="1.4", point_format=7 if colour else 6)
    header.generating_software = _GENERATOR
    header.system_identifier = _GENERATOR
    header.creation_date = _LAS_DAY
    x, y = grid.forward(cloud.latitude_deg, cloud.longitude_deg)
    step = 1e-8 if grid.in_degrees else 0.001
    header.scales = np.array([step, step, 0.001])
    header.offsets = np.floor([x.min(), y.min(), cloud.height_m.min()])
    if wkt := _wkt(grid):
        header.vlrs.append(laspy.vlrs.known.WktCoordinateSystemVlr(wkt))
    header.global_encoding.wkt = True  # formats 6 and up allow nothing else
    las = laspy.LasData(header)
    las.x, las.y, las.z = x, y, cloud.height_m
    las.classification = cloud.classes
    las.intensity = (cloud.colour.astype(np.uint32) @ np.array([77, 150, 29], np.uint32)).astype(np.uint16)
    las.return_number = np.ones(len(cloud), np.uint8)
    las.number_of_returns = np.ones(len(cloud), np.uint8)
    if colour:
        # The standard wants 16 bits per colour; 257 takes 255 to 65535.
        las.red, las.green, las.blue = (cloud.colour[:, channel].astype(np.uint16) * 257 for channel in range(3))
    las.write(path)


def write_ply(path: Path, cloud: PointCloud, site: Site) -> None:
    """Binary PLY with colour; x, y, z are metres east, north and up of the site."""
    points = np.zeros(len(cloud), [("xyz", "<f4", 3), ("rgb", "u1", 3)])
    points["xyz"] = site.enu(cloud.latitude_deg, cloud.longitude_deg, cloud.height_m)
    points["rgb"] = cloud.colour
    names = "\n".join(["property float x", "property float y", "property float z"])
    colours = "\n".join(["property uchar red", "property uchar green", "property uchar blue"])
    header = (
        f"ply\nformat binary_little_endian 1.0\ncomment {_origin(site)}\n"
        f"element vertex {len(cloud)}\n{names}\n{colours}\nend_header\n"
    )
    path.write_bytes(header.encode("ascii") + points.tobytes())


def write_pcd(path: Path, cloud: PointCloud, site: Site) -> None:
    """Binary PCD 0.7 with colour packed as PCL does; x, y, z are metres east, north and up of the site."""
    points = np.zeros(len(cloud), [("xyz", "<f4", 3), ("rgb", "<u4")])
    points["xyz"] = site.enu(cloud.latitude_deg, cloud.longitude_deg, cloud.height_m)
    red, green, blue = (cloud.colour[:, channel].astype(np.uint32) for channel in range(3))
    points["rgb"] = red << 16 | green << 8 | blue
    header = (
        f"# .PCD v0.7 - {_origin(site)}\nVERSION 0.7\nFIELDS x y z rgb\nSIZE 4 4 4 4\nTYPE F F F U\nCOUNT 1 1 1 1\n"
        f"WIDTH {len(cloud)}\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS {len(cloud)}\nDATA binary\n"
    )
    path.write_bytes(header.encode("ascii") + points.tobytes())


def _origin(site: Site) -> str:
    return (
        f"east north up in metres from latitude {site.latitude_deg:.9f} longitude {site.longitude_deg:.9f} "
        f"height {site.ground_height_m:.3f} (WGS-84)"
    )


def _wkt(grid: Grid) -> str | None:
    if isinstance(grid, Geographic):
        return _WGS84_WKT
    if isinstance(grid, Utm):
        south = 10_000_000 if grid.south else 0
        return (
            f'PROJCS["{grid.title}",{_WGS84_WKT},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
            f'PARAMETER["central_meridian",{grid.central_meridian_deg}],PARAMETER["scale_factor",0.9996],'
            f'PARAMETER["false_easting",500000],PARAMETER["false_northing",{south}],UNIT["metre",1],'
            f'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","{grid.epsg}"]]'
        )
    return None
