"""What the service says about the photos themselves: the image list, camera poses, the BlocksExchange file."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

from .geodesy import metres_per_degree
from .photographs import LeftOut
from .placement import PlacedPhoto, Placement


def image_list(placement: Placement, left_out: Sequence[LeftOut]) -> str:
    """`images/survey/image_list.json`, in results since v1.1.0. Its fields are our assumption."""
    used = [
        {"id": index, "path": placed.photo.name, "used": True, **_taken(placed)}
        for index, placed in enumerate(placement.photos)
    ]
    unused = [{"path": item.name, "used": False, "reason": item.reason} for item in left_out]
    return _text({"images": [*used, *unused]})


def camera_poses(placement: Placement) -> str:
    """`AT/camera_list.json`: the pose of each photo after "aerotriangulation", which moves nothing here."""
    cameras = [
        {
            "path": placed.photo.name,
            "position": _position(placement, placed),
            "attitude": {"yaw": placed.photo.yaw_deg, "pitch": placed.photo.pitch_deg, "roll": placed.photo.roll_deg},
            "focal_px": placed.photo.focal_px,
            "principal_point_px": [placed.photo.width_px / 2, placed.photo.height_px / 2],
            "size_px": [placed.photo.width_px, placed.photo.height_px],
        }
        for placed in placement.photos
    ]
    return _text({"coordinate_system": "local" if placement.is_local else "EPSG:4979", "cameras": cameras})


def footprints(placement: Placement) -> str:
    """GeoJSON outlines of the photos on the ground, as an intermediate result."""
    features = []
    for placed in placement.photos:
        per_latitude, per_longitude = metres_per_degree(placed.latitude_deg)
        ring = [
            [placed.longitude_deg + east / per_longitude, placed.latitude_deg + north / per_latitude]
            for east, north in placed.footprint() or []
        ]
        features.append(
            {
                "type": "Feature",
                "properties": {"path": placed.photo.name},
                "geometry": {"type": "Polygon", "coordinates": [[*reversed(ring), ring[-1]]]},
            }
        )
    return _text({"type": "FeatureCollection", "features": features})


def blocks_exchange(placement: Placement) -> bytes:
    """`AT/BlocksExchange.xml`: one photo group per camera and size, poses in WGS-84 degrees and metres."""
    root = ET.Element("BlocksExchange", version="2.1")
    systems = ET.SubElement(root, "SpatialReferenceSystems")
    system = ET.SubElement(systems, "SRS")
    _child(system, "Id", 0)
    _child(system, "Name", "Local coordinates" if placement.is_local else "WGS 84")
    _child(system, "Definition", "LOCAL_CS" if placement.is_local else "EPSG:4326")
    block = ET.SubElement(root, "Block")
    _child(block, "SRSId", 0)
    groups: dict[tuple[str, int, int, float], list[PlacedPhoto]] = defaultdict(list)
    for placed in placement.photos:
        photo = placed.photo
        groups[photo.model, photo.width_px, photo.height_px, round(photo.focal_px, 3)].append(placed)
    listed = ET.SubElement(block, "Photogroups")
    number = 0
    for (model, width, height, focal_px), members in groups.items():
        group = ET.SubElement(listed, "Photogroup")
        _child(group, "Name", model or "camera")
        size = ET.SubElement(group, "ImageDimensions")
        _child(size, "Width", width)
        _child(size, "Height", height)
        _child(group, "CameraModelType", "Perspective")
        _child(group, "FocalLengthPixels", focal_px)
        point = ET.SubElement(group, "PrincipalPoint")
        _child(point, "x", width / 2)
        _child(point, "y", height / 2)
        for placed in members:
            photo_element = ET.SubElement(group, "Photo")
            _child(photo_element, "Id", number)
            _child(photo_element, "ImagePath", placed.photo.name)
            pose = ET.SubElement(photo_element, "Pose")
            rotation = ET.SubElement(pose, "Rotation")
            _child(rotation, "Yaw", placed.photo.yaw_deg)
            _child(rotation, "Pitch", placed.photo.pitch_deg)
            _child(rotation, "Roll", placed.photo.roll_deg)
            centre = ET.SubElement(pose, "Center")
            position = _position(placement, placed)
            _child(centre, "x", position["longitude"])
            _child(centre, "y", position["latitude"])
            _child(centre, "z", position["altitude"])
            number += 1
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _taken(placed: PlacedPhoto) -> dict[str, Any]:
    photo = placed.photo
    return {
        "latitude": photo.latitude_deg,
        "longitude": photo.longitude_deg,
        "altitude": photo.height_m,
        "relative_altitude": photo.above_ground_m,
        "width": photo.width_px,
        "height": photo.height_px,
        "camera": photo.model,
        "taken_at": photo.taken_at,
    }


def _position(placement: Placement, placed: PlacedPhoto) -> dict[str, float]:
    return {
        "latitude": placed.latitude_deg,
        "longitude": placed.longitude_deg,
        "altitude": round(placement.site.ground_height_m + placed.above_ground_m, 4),
    }


def _child(parent: ET.Element, name: str, value: object) -> None:
    ET.SubElement(parent, name).text = str(value)


def _text(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)
