"""Wayline files (KMZ with WPML inside), as far as a flight needs them.

Source: DJI Cloud API, WPML reference (1.11.3): ``wpmz/waylines.wpml`` is what an aircraft flies, ``wpmz/template.kml``
is what a planner edits. Names are matched without their namespace, whose version changes with each release.
"""

import io
import lzma
import math
import zipfile
import zlib
from collections.abc import Sequence
from typing import Literal
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from .places import Place

_WAYLINES = "waylines.wpml"
_TEMPLATE = "template.kml"
# All that zipfile raises on archives that are cut, changed, encrypted, or packed in a way it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)


class WrongFormat(Exception):
    """The file is no KMZ, or there are no waylines in it."""


class Unreadable(Exception):
    """There are waylines, and they cannot be understood."""


@frozen
class Waypoint:
    """A point of a wayline.

    Attributes:
        wayline_id: number of the wayline in the file.
        index: number of the point in its wayline.
        latitude_deg: WGS-84.
        longitude_deg: the same.
        height_m: above the ellipsoid, or above the dock: see `Route.heights`.
        speed_m_s: on the way to it; `None` where the file does not say.
        photo: whether a photo is taken here.
        gimbal_pitch_deg: set here, -90 is straight down; `None` leaves it.
    """

    wayline_id: int
    index: int
    latitude_deg: float
    longitude_deg: float
    height_m: float
    speed_m_s: float | None
    photo: bool
    gimbal_pitch_deg: float | None


@frozen
class Route:
    """The waylines of a file, one after the other."""

    waypoints: Sequence[Waypoint]
    heights: Literal["ellipsoid", "dock"]

    def place(self, waypoint: Waypoint, dock_height_m: float) -> Place:
        """Where a waypoint is, with its height above the ellipsoid."""
        above = dock_height_m if self.heights == "dock" else 0.0
        return Place(waypoint.latitude_deg, waypoint.longitude_deg, waypoint.height_m + above)


def read_route(content: bytes, *, unpacked_max: int) -> Route:
    """Read a KMZ.

    Where no waypoint has a photo among its actions, the aircraft takes one at each: our assumption.

    Raises:
        WrongFormat: it is no KMZ, or lacks one of the two parts.
        Unreadable: its waylines cannot be understood, or are larger than `unpacked_max` bytes.
    """
    part = _part(content, unpacked_max)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part:
        raise Unreadable("the waylines define entities, or are not in UTF-8")
    try:
        root = ET.fromstring(part)  # noqa: S314  documents with entities are refused above
    except ET.ParseError as error:
        raise Unreadable("the waylines are not well-formed") from error
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    folders = root.findall("./Document/Folder")
    modes = {_said(folder, "executeHeightMode") or "relativeToStartPoint" for folder in folders}
    waypoints = [point for place, folder in enumerate(folders) for point in _waypoints(folder, place)]
    if not waypoints:
        raise Unreadable("there is no waypoint")
    if len(modes) > 1:
        raise Unreadable("heights are counted from two different levels")
    if not any(point.photo for point in waypoints):
        waypoints = [evolve(point, photo=True) for point in waypoints]
    return Route(waypoints, "ellipsoid" if modes == {"WGS84"} else "dock")


def _part(content: bytes, largest: int) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name.rpartition("/")[2]: name for name in archive.namelist()}
            if _WAYLINES not in parts or _TEMPLATE not in parts:
                raise WrongFormat("the file lacks template.kml or waylines.wpml")
            with archive.open(parts[_WAYLINES]) as opened:
                part = opened.read(largest + 1)
    except _BROKEN as error:
        raise WrongFormat("the file is no KMZ") from error
    if len(part) > largest:
        raise Unreadable("the waylines are too large")
    return part


def _waypoints(folder: ET.Element, place: int) -> list[Waypoint]:
    wayline_id = int(_number(_said(folder, "waylineId"), place))
    placemarks = folder.findall("Placemark")
    photos, pitches = _actions(placemarks)
    usual = _said(folder, "autoFlightSpeed")
    points = []
    for order, placemark in enumerate(placemarks):
        index = int(_number(_said(placemark, "index"), order))
        coordinates = (_said(placemark, "Point/coordinates") or "").split(",")
        if len(coordinates) < 2:
            raise Unreadable("a waypoint has no coordinates")
        longitude, latitude = _number(coordinates[0]), _number(coordinates[1])
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise Unreadable("a waypoint is not on the earth")
        speed = _number(_said(placemark, "waypointSpeed") or usual, 0.0)
        height = _number(_said(placemark, "executeHeight"))
        points.append(
            Waypoint(
                wayline_id,
                index,
                latitude,
                longitude,
                height,
                speed if speed > 0 else None,
                index in photos,
                pitches.get(index),
            )
        )
    return sorted(points, key=lambda point: point.index)


def _actions(placemarks: Sequence[ET.Element]) -> tuple[set[int], dict[int, float]]:
    """At which points photos are taken, and where the gimbal is turned to which pitch."""
    photos: set[int] = set()
    pitches: dict[int, float] = {}
    for order, placemark in enumerate(placemarks):
        index = int(_number(_said(placemark, "index"), order))
        for group in placemark.findall("actionGroup"):
            first = int(_number(_said(group, "actionGroupStartIndex"), index))
            last = min(int(_number(_said(group, "actionGroupEndIndex"), first)), first + len(placemarks))
            for action in group.findall("action"):
                what = _said(action, "actionActuatorFunc")
                if what in ("takePhoto", "orientedShoot"):
                    photos.update(range(first, last + 1))
                pitch = _said(action, "actionActuatorFuncParam/gimbalPitchRotateAngle")
                if what in ("gimbalRotate", "gimbalEvenlyRotate", "orientedShoot") and pitch is not None:
                    pitches[first] = _number(pitch)
    return photos, pitches


def _said(node: ET.Element, path: str) -> str | None:
    found = node.find(path)
    return None if found is None or found.text is None else found.text.strip()


def _number(text: str | None, otherwise: float | None = None) -> float:
    if text is None or not text:
        if otherwise is None:
            raise Unreadable("a waypoint lacks a number")
        return otherwise
    try:
        value = float(text)
    except ValueError:
        raise Unreadable(f"{text[:40]!r} is no number") from None
    if not math.isfinite(value):
        raise Unreadable(f"{text[:40]!r} is no number")
    return value
