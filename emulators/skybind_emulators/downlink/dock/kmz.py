"""Small wayline files for tests and demos: straight down photos at each point of a lawn-mower survey.

Source: DJI Cloud API, WPML reference (1.11.3), namespace 1.0.2.
"""

import io
import zipfile
from collections.abc import Sequence
from math import ceil, sqrt

from .places import Place

_KML, _WPML = "http://www.opengis.net/kml/2.2", "http://www.dji.com/wpmz/1.0.2"
# The same route gives the same bytes, and so the same fingerprint.
_STAMP = (2026, 1, 1, 0, 0, 0)


def survey_points(centre: Place, photos: int, *, forward_m: float = 18.0, side_m: float = 36.0) -> list[Place]:
    """Points of a lawn-mower survey around a place, at its height.

    Raises:
        ValueError: no photo is wanted.
    """
    if photos < 1:
        raise ValueError(f"a survey has at least one photo, not {photos}")
    lines = max(1, round(sqrt(photos * forward_m / side_m)))
    per_line = ceil(photos / lines)
    lines = ceil(photos / per_line)
    points = []
    for number in range(photos):
        line, step = divmod(number, per_line)
        along = step if line % 2 == 0 else per_line - 1 - step
        north, east = (along - (per_line - 1) / 2) * forward_m, (line - (lines - 1) / 2) * side_m
        points.append(centre.moved(north, east, 0.0))
    return points


def write_kmz(
    points: Sequence[Place],
    *,
    speed_m_s: float = 9.0,
    photo_at: Sequence[int] | None = None,
    gimbal_pitch_deg: float = -90.0,
    above_dock: bool = False,
) -> bytes:
    """A KMZ with one wayline through these points.

    Args:
        points: in the order of flight; heights are above the ellipsoid.
        speed_m_s: on all of the route.
        photo_at: numbers of the points at which a photo is taken; `None` takes one at each.
        gimbal_pitch_deg: where the camera looks; -90 is straight down.
        above_dock: heights are above the dock instead.

    Raises:
        ValueError: there is no point.
    """
    if not points:
        raise ValueError("a wayline needs at least one point")
    chosen = set(range(len(points)) if photo_at is None else photo_at)
    placemarks = "".join(
        _placemark(index, point, speed_m_s, gimbal_pitch_deg if index in chosen else None)
        for index, point in enumerate(points)
    )
    mode = "relativeToStartPoint" if above_dock else "WGS84"
    folder = (
        f"<Folder><wpml:templateId>0</wpml:templateId><wpml:executeHeightMode>{mode}</wpml:executeHeightMode>"
        f"<wpml:waylineId>0</wpml:waylineId><wpml:autoFlightSpeed>{speed_m_s:g}</wpml:autoFlightSpeed>"
        f"{placemarks}</Folder>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in (
            ("template.kml", "<wpml:author>skybind</wpml:author>" + _MISSION),
            ("waylines.wpml", _MISSION + folder),
        ):
            archive.writestr(zipfile.ZipInfo(f"wpmz/{name}", _STAMP), _document(inner))
    return packed.getvalue()


_MISSION = (
    "<wpml:missionConfig><wpml:flyToWaylineMode>safely</wpml:flyToWaylineMode>"
    "<wpml:finishAction>goHome</wpml:finishAction><wpml:exitOnRCLost>executeLostAction</wpml:exitOnRCLost>"
    "<wpml:executeRCLostAction>goBack</wpml:executeRCLostAction>"
    "<wpml:takeOffSecurityHeight>30</wpml:takeOffSecurityHeight>"
    "<wpml:globalTransitionalSpeed>9</wpml:globalTransitionalSpeed></wpml:missionConfig>"
)


def _document(inner: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{_KML}" xmlns:wpml="{_WPML}"><Document>{inner}'
        "</Document></kml>\n"
    ).encode()


def _placemark(index: int, point: Place, speed_m_s: float, photo_pitch_deg: float | None) -> str:
    return (
        f"<Placemark><Point><coordinates>{point.longitude_deg:.9f},{point.latitude_deg:.9f}</coordinates></Point>"
        f"<wpml:index>{index}</wpml:index><wpml:executeHeight>{point.height_m:.3f}</wpml:executeHeight>"
        f"<wpml:waypointSpeed>{speed_m_s:g}</wpml:waypointSpeed>"
        f"{'' if photo_pitch_deg is None else _photo(index, photo_pitch_deg)}</Placemark>"
    )


def _photo(index: int, pitch_deg: float) -> str:
    rotate = (
        "<wpml:actionId>0</wpml:actionId><wpml:actionActuatorFunc>gimbalRotate</wpml:actionActuatorFunc>"
        "<wpml:actionActuatorFuncParam><wpml:gimbalRotateMode>absoluteAngle</wpml:gimbalRotateMode>"
        "<wpml:gimbalPitchRotateEnable>1</wpml:gimbalPitchRotateEnable>"
        f"<wpml:gimbalPitchRotateAngle>{pitch_deg:g}</wpml:gimbalPitchRotateAngle>"
        "<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex></wpml:actionActuatorFuncParam>"
    )
    take = (
        "<wpml:actionId>1</wpml:actionId><wpml:actionActuatorFunc>takePhoto</wpml:actionActuatorFunc>"
        "<wpml:actionActuatorFuncParam><wpml:payloadPositionIndex>0</wpml:payloadPositionIndex>"
        "</wpml:actionActuatorFuncParam>"
    )
    return (
        f"<wpml:actionGroup><wpml:actionGroupId>{index}</wpml:actionGroupId>"
        f"<wpml:actionGroupStartIndex>{index}</wpml:actionGroupStartIndex>"
        f"<wpml:actionGroupEndIndex>{index}</wpml:actionGroupEndIndex>"
        "<wpml:actionGroupMode>sequence</wpml:actionGroupMode>"
        "<wpml:actionTrigger><wpml:actionTriggerType>reachPoint</wpml:actionTriggerType></wpml:actionTrigger>"
        f"<wpml:action>{rotate}</wpml:action><wpml:action>{take}</wpml:action></wpml:actionGroup>"
    )
