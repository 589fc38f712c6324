"""3D Tiles 1.0: a quadtree over the map, its tiles as point clouds (pnts) or textured ground (b3dm)."""

import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import frozen

from .geodesy import Site
from .orthophoto import Orthophoto
from .surface import cut_surface, glb

_POINTS_ACROSS = 14
_TEXTURE_PX = 96
_CELLS = 2
Window = tuple[int, int, int, int]
# The bytes of one tile over a window of the map, or nothing.
Content = Callable[[Window], bytes | None]


def pnts_content(picture: Orthophoto, site: Site, *, colour: bool = True) -> Content:
    """Tiles of a few hundred points each."""

    def content(window: Window) -> bytes | None:
        left, top, right, bottom = window
        across = left + (np.arange(_POINTS_ACROSS) + 0.5) / _POINTS_ACROSS * (right - left)
        down = top + (np.arange(_POINTS_ACROSS) + 0.5) / _POINTS_ACROSS * (bottom - top)
        columns, rows = (axis.ravel() for axis in np.meshgrid(across, down))
        at = rows.astype(np.intp), columns.astype(np.intp)
        seen = picture.covered[at]
        if not seen.any():
            return None
        latitude, longitude = picture.positions(columns[seen], rows[seen])
        positions = site.enu(latitude, longitude, site.ground_height_m).astype("<f4").tobytes()
        table: dict[str, Any] = {"POINTS_LENGTH": int(seen.sum()), "POSITION": {"byteOffset": 0}}
        if not colour:
            return _tile(b"pnts", table, positions)
        table["RGB"] = {"byteOffset": len(positions)}
        return _tile(b"pnts", table, positions + picture.colour[at][seen].tobytes())

    return content


def b3dm_content(picture: Orthophoto, site: Site) -> Content:
    """Tiles of a few triangles and a small texture each."""

    def content(window: Window) -> bytes | None:
        surface = cut_surface(picture, site, window, cells=_CELLS, texture_px=_TEXTURE_PX)
        return None if surface is None else _tile(b"b3dm", {"BATCH_LENGTH": 0}, b"", glb(surface))

    return content


@frozen
class Tileset:
    """The files of a tileset by name, `tileset.json` among them."""

    files: dict[str, bytes]


def build_tileset(picture: Orthophoto, site: Site, content: Content, *, suffix: str, levels: int) -> Tileset:
    """A full quadtree with `levels` splits, each tile a finer picture of its parent's ground.

    Tiles lie in `<level>/<column>_<row>.<suffix>` (our assumption). Coordinates in them are metres east, north, up of
    the site; the root's transform takes them to the earth.
    """
    files: dict[str, bytes] = {}
    width, height = picture.size
    finest_m = max(width, height) * picture.gsd_m / 2**levels

    def node(level: int, column: int, row: int) -> dict[str, Any] | None:
        parts = 2**level
        window = (
            column * width // parts,
            row * height // parts,
            (column + 1) * width // parts,
            (row + 1) * height // parts,
        )
        if window[0] >= window[2] or window[1] >= window[3]:
            return None
        tile = content(window)
        if tile is None:
            return None
        name = f"{level}/{column}_{row}.{suffix}"
        files[name] = tile
        # How far a tile is from the truth, in metres: about one of its samples. The finest are as good as it gets.
        error = 0.0 if level == levels else round(finest_m * 2 ** (levels - level) / _POINTS_ACROSS, 3)
        described: dict[str, Any] = {
            "boundingVolume": {"box": _box(picture, site, window)},
            "geometricError": error,
            "content": {"uri": name},
        }
        if level == 0:
            described["transform"] = site.to_ecef()
            described["refine"] = "REPLACE"
        if level < levels:
            quarters = [node(level + 1, 2 * column + i, 2 * row + j) for j in (0, 1) for i in (0, 1)]
            described["children"] = [child for child in quarters if child]
        return described

    root = node(0, 0, 0)
    if root is None:
        raise ValueError("the picture is empty")
    tileset = {
        "asset": {"version": "1.0", "generator": "skybind emulator"},
        "geometricError": round(finest_m * 2**levels / 4, 3),
        "root": root,
    }
    files["tileset.json"] = json.dumps(tileset, separators=(",", ":")).encode()
    return Tileset(files)


def _box(picture: Orthophoto, site: Site, window: Window) -> list[float]:
    """Centre and three half axes of a box around the window's ground."""
    left, top, right, bottom = window
    latitude, longitude = picture.positions(
        np.array([left, right, right, left], float), np.array([top, top, bottom, bottom], float)
    )
    corners = site.enu(latitude, longitude, site.ground_height_m)
    low, high = corners.min(axis=0), corners.max(axis=0)
    low[2] -= 0.5  # the ground bends away from the plane by less than this over any one flight
    high[2] += 0.5
    half = (high - low) / 2
    axes = np.diag(half)
    return [round(float(value), 4) for value in (*(low + half), *axes.ravel())]


def _tile(magic: bytes, feature_table: dict[str, Any], features: bytes, body: bytes = b"") -> bytes:
    """The header of pnts and b3dm, the feature table, an empty batch table, and the body; all on 8-byte bounds."""
    described = json.dumps(feature_table, separators=(",", ":")).encode()
    described += b" " * (-(28 + len(described)) % 8)
    features += b"\0" * (-len(features) % 8)
    total = 28 + len(described) + len(features) + len(body)
    return struct.pack("<4s6I", magic, 1, total, len(described), len(features), 0, 0) + described + features + body
