"""The `parameters` of a job: what to make, in which form, and where.

Names and meanings: DJI's page on algorithm parameters
(developer.dji.com/doc/terra_api_tutorial/en/terra-cloud-algo.html), and for what it no longer shows the types of
github.com/nnsay/dji-terra-api-sdk. Defaults of the part common to 2D and 3D are documented; all others here are our
assumption.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Any, Literal, get_args

from attrs import field, fields, frozen

Kind = Literal["2d", "3d", "lidar"]


class ReconstructionFailed(Exception):
    """Nothing can be made of what was given; the message is for the job's `message`."""


@frozen
class Options:
    """What a job asks for. Field names are the service's own."""

    # Common block; documented defaults. LiDAR jobs have no documented default, and get a point cloud anyway.
    use_image_position: bool = True
    generate_blocks_exchange_xml: bool = False
    output_pointcloud: bool = False
    generate_pnts: bool = True
    generate_las: bool = False
    generate_point_ply: bool = False
    generate_pcd: bool = False
    merge_point: bool = False
    # 2D
    quality_level: int = 1
    use_gcj02: bool = False
    dom_tile_size: int = 0
    # 3D
    output_mesh: bool = True
    generate_ply: bool = False
    generate_obj: bool = False
    generate_b3dm: bool = False
    # LiDAR
    colorize_point: bool = True
    sample_distance: float = 0.0  # metres: our assumption; 0 leaves it to quality_level
    output_height_offset: float = 0.0  # metres: our assumption
    ground_extract: bool = False
    generate_dem: bool = False
    dem_resolution: float = 0.5  # metres: our assumption
    # Where
    output_geo_desc: Mapping[str, Any] = field(factory=dict)
    # export_parameter
    pc_dir_structure: bool = False
    undistort_images: bool = False
    temp_result_files: bool = False
    # Given names that change nothing here: unknown ones, and known ones whose work an emulator does not do.
    without_effect: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()


# Formats that nobody can read without the vendor's tools; asked for, they are reported and left out.
UNMADE_FORMATS = ("generate_point_s3mb", "generate_s3mb", "generate_osgb", "generate_i3s")
_MESH_FORMATS = ("generate_ply", "generate_obj", "generate_b3dm", *UNMADE_FORMATS[1:])
_OWN_FIELDS = ("without_effect", "given")


def read_options(kind: Kind, parameters: Mapping[str, Any]) -> Options:
    """Options from the decoded `parameters` of a job.

    Args:
        kind: of the job.
        parameters: either the whole object with `parameter` and `export_parameter`, or only the inner one.

    Raises:
        ReconstructionFailed: the kind is unknown, or a value has another type than its parameter.
    """
    if kind not in get_args(Kind):
        raise ReconstructionFailed(f"unknown kind of reconstruction: {kind!r}")
    given: dict[str, Any] = {}
    without_effect: list[str] = []
    blocks = ("parameter", "export_parameter", "export_parameters", "predefine_AOI")
    if any(name in parameters for name in blocks):
        # One release note spells the block with an s; read both.
        for block in blocks[:3]:
            given.update(_object(block, parameters.get(block)))
        without_effect += [name for name, value in parameters.items() if name not in blocks[:3] and value]
    else:
        given.update(parameters)
    known = {attribute.name: attribute for attribute in fields(Options) if attribute.name not in _OWN_FIELDS}
    chosen = {name: _typed(name, value, known[name].type) for name, value in given.items() if name in known}
    without_effect += [name for name in given if name not in known]
    if kind == "3d" and not any(given.get(name) for name in _MESH_FORMATS):
        chosen.setdefault("generate_b3dm", True)  # a job that names no format still gets a mesh
    if kind == "lidar":
        chosen.setdefault("output_pointcloud", True)
        chosen.setdefault("generate_las", True)
    return Options(**chosen, without_effect=tuple(sorted(without_effect)), given=frozenset(given))


def _typed(name: str, value: Any, wanted: Any) -> Any:
    if wanted is bool and isinstance(value, bool):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if is_number and (wanted is float or (wanted is int and value == int(value))):
        return wanted(value)
    if wanted not in (bool, int, float) and (value is None or isinstance(value, Mapping)):
        return value or {}
    raise ReconstructionFailed(f"parameter {name} has a value of the wrong type: {value!r}")


def _object(name: str, value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ReconstructionFailed(f"{name} must be an object, not {value!r}")
    return value
