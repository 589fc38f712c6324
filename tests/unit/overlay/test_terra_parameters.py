"""What to reconstruct, as the text that TerraAPI wants."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import UsageError
from skybind.terra.parameters import (
    KINDS,
    job_type,
    parameter_names,
    parameters_from_text,
    parameters_text,
)
from skybind_clients.runtime import UNSET
from skybind_clients.terra.models import (
    AreaOfInterest,
    CoordinateSystemType,
    ExportParameter,
    FeatureQuantity,
    GeoDescription,
    JobType,
    LidarQuality,
    MapMode,
    Quality,
    Reconstruction2D,
    Reconstruction3D,
    ReconstructionLidar,
    SfmMethod,
)

SQUARE = [[119.9, 30.3, 0.0], [119.91, 30.3, 0.0], [119.91, 30.31, 0.0]]


def text_of(kind: str, *args: Any, **kwargs: Any) -> Any:
    """The text, read back as plain JSON."""
    return json.loads(parameters_text(kind, *args, **kwargs))


# ---------------------------------------------------------------------------------------------------------------- kinds


def test_the_numbers_of_the_kinds() -> None:
    """14 is a map, 15 a model, 13 LiDAR; nothing else can be made."""
    assert {kind: job_type(kind).value for kind in KINDS} == {"2d": 14, "3d": 15, "lidar": 13}
    with pytest.raises(UsageError, match="no '3dgs'") as caught:
        job_type("3dgs")
    assert "lidar" in caught.value.advice
    assert job_type("2d") is JobType.MAP_2D


@pytest.mark.parametrize(("kind", "expected"), [("2d", {"map_mode": 1}), ("3d", {}), ("lidar", {})])
def test_without_parameters_the_service_decides(kind: str, expected: dict[str, Any]) -> None:
    """Only what the service insists on is said; there are no parts that nobody asked for."""
    assert text_of(kind) == {"parameter": expected}


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("2d", Reconstruction3D()),
        ("3d", Reconstruction2D(map_mode=MapMode.CITY)),
        ("3d", ReconstructionLidar()),
        ("lidar", Reconstruction3D()),
    ],
)
def test_parameters_of_another_kind(kind: str, parameters: Any) -> None:
    """They are refused with the name of those that belong."""
    with pytest.raises(UsageError, match="does not belong to kind") as caught:
        parameters_text(kind, parameters)
    assert "Reconstruction" in caught.value.advice


# ----------------------------------------------------------------------------------------------------------------- text


def test_names_are_the_services() -> None:
    """Python's names become those of the service, in text that is compact and keeps letters as they are."""
    parameters = Reconstruction2D(
        map_mode=MapMode.FARMLAND,
        sf_m_method=SfmMethod.INCREMENTAL,
        sfm_feature_quantity_level=FeatureQuantity(3),
        use_wallis=True,
        output_geo_desc=GeoDescription(geo_cs="EPSG:32650", geo_cs_wkt="GEOGCS[„ü“]"),
    )
    text = parameters_text("2d", parameters)
    assert json.loads(text) == {
        "parameter": {
            "map_mode": 0,
            "SfM_method": "INCREMENTAL",
            "sfm_feature_quantity_level": 3,
            "use_Wallis": True,
            "output_geo_desc": {"geo_cs": "EPSG:32650", "geo_cs_wkt": "GEOGCS[„ü“]"},
        }
    }
    assert '"GEOGCS[„ü“]"' in text
    assert ": " not in text


def test_area_and_export_have_parts_of_their_own() -> None:
    """They stand beside the parameters, under the names that the service documents."""
    text = text_of(
        "3d", None, AreaOfInterest(polygon_points=SQUARE, max_altitude=90.0), ExportParameter(undistort_images=True)
    )
    assert text["predefine_AOI"] == {"polygon_points": SQUARE, "max_altitude": 90.0}
    assert text["export_parameter"] == {"undistort_images": True}


flags = st.booleans() | st.just(UNSET)
geo = st.just(UNSET) | st.builds(
    GeoDescription,
    cs_type=st.sampled_from(CoordinateSystemType) | st.just(UNSET),
    geo_cs=st.text(max_size=12) | st.just(UNSET),
    override_vertical_cs=st.sampled_from(["", "EPSG:5773"]),
    offset=st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3) | st.just(UNSET),
)
maps = st.builds(
    Reconstruction2D,
    map_mode=st.sampled_from(MapMode),
    quality_level=st.sampled_from(Quality) | st.just(UNSET),
    use_wallis=flags,
    dom_tile_size=st.integers(0, 5000).map(lambda n: 2 * n) | st.just(UNSET),
    output_geo_desc=geo,
)
models = st.builds(
    Reconstruction3D,
    sf_m_method=st.sampled_from(SfmMethod) | st.just(UNSET),
    generate_obj=flags,
    generate_b3dm=flags,
    cut_aoi=flags,
    model_simplify=st.floats(0.05, 1) | st.just(UNSET),
    output_geo_desc=geo,
)
lidars = st.builds(
    ReconstructionLidar,
    smooth_point=flags,
    quality_level=st.sampled_from(LidarQuality) | st.just(UNSET),
    lidar_point_max_distance=st.floats(0, 500) | st.just(UNSET),
)
areas = st.none() | st.builds(
    AreaOfInterest,
    polygon_points=st.lists(st.lists(st.floats(-180, 180), min_size=3, max_size=3), min_size=3, max_size=6),
    max_altitude=st.floats(-500, 9000) | st.just(UNSET),
)
exports = st.none() | st.builds(ExportParameter, pc_dir_structure=flags, temp_result_files=flags)
wishes = st.one_of(
    st.tuples(st.just("2d"), maps, areas, exports),
    st.tuples(st.just("3d"), models, areas, exports),
    st.tuples(st.just("lidar"), lidars, st.none(), exports),
)


@settings(deadline=None, max_examples=120)
@given(wishes)
def test_what_is_written_is_read_back(wish: tuple[str, Any, Any, Any]) -> None:
    """A text gives back the models that it was made of, and the same models the same text."""
    kind, parameters, area, export = wish
    text = parameters_text(kind, parameters, area, export)
    assert parameters_from_text(kind, text) == (parameters, area, export)
    assert parameters_text(kind, *parameters_from_text(kind, text)) == text


# --------------------------------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize("value", [0.05, 0.5, 1, 1.0])
def test_a_share_of_the_mesh(value: float) -> None:
    """From 0.05 to 1, both ends included."""
    assert text_of("3d", Reconstruction3D(model_simplify=value))["parameter"] == {"model_simplify": value}


@pytest.mark.parametrize("value", [0.04, 0, -1, 1.01, float("nan"), float("inf"), "half"])
def test_no_share_of_the_mesh(value: Any) -> None:
    """What lies outside, or is no number, is refused by name."""
    with pytest.raises(UsageError):
        parameters_text("3d", Reconstruction3D(model_simplify=value))


@pytest.mark.parametrize("value", [0, 2, 4096])
def test_a_size_of_tiles(value: int) -> None:
    """Nothing, or a positive even number of pixels."""
    assert text_of("2d", Reconstruction2D(map_mode=MapMode.CITY, dom_tile_size=value))


@pytest.mark.parametrize("value", [-2, 1, 4095, "big"])
def test_no_size_of_tiles(value: Any) -> None:
    """Odd, negative or no numbers are refused."""
    with pytest.raises(UsageError):
        parameters_text("2d", Reconstruction2D(map_mode=MapMode.CITY, dom_tile_size=value))


def test_lidar_has_one_way_to_be_thinned() -> None:
    """Distance and quality exclude each other; either may stand alone."""
    both = ReconstructionLidar(sample_distance=0.1, quality_level=LidarQuality(2))
    with pytest.raises(UsageError, match="exclude each other"):
        parameters_text("lidar", both)
    assert text_of("lidar", attrs.evolve(both, sample_distance=UNSET))
    assert text_of("lidar", attrs.evolve(both, quality_level=UNSET))


def test_what_lidar_does_not_take() -> None:
    """No area of interest, no undistorted images."""
    with pytest.raises(UsageError, match="area of interest"):
        parameters_text("lidar", None, AreaOfInterest(polygon_points=SQUARE))
    with pytest.raises(UsageError, match="undistort_images"):
        parameters_text("lidar", None, None, ExportParameter(undistort_images=True))
    assert text_of("lidar", None, None, ExportParameter(temp_result_files=True))


@pytest.mark.parametrize(
    "corners", [[], SQUARE[:2], [[1.0, 2.0]] * 3, [[1.0, 2.0, 3.0, 4.0]] * 3, [1, 2, 3], [None] * 3]
)
def test_no_area(corners: Any) -> None:
    """Fewer than three corners, or corners of other than three numbers, are refused."""
    with pytest.raises(UsageError):
        parameters_text("3d", None, AreaOfInterest(polygon_points=corners))


def test_numbers_that_json_does_not_know() -> None:
    """Infinity and NaN would be text that no service reads."""
    for value in (float("inf"), float("nan")):
        with pytest.raises(UsageError):
            parameters_text("lidar", ReconstructionLidar(sample_distance=value))


def test_a_value_that_is_newer_than_we_are() -> None:
    """A number of a list that the service has lengthened meanwhile can be sent, and read back."""
    newer = Reconstruction3D(quality_level=Quality(4))
    text = parameters_text("3d", newer)
    assert json.loads(text) == {"parameter": {"quality_level": 4}}
    assert parameters_from_text("3d", text)[0] == newer


# ----------------------------------------------------------------------------------------------------------- other text


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("3d", '{"parameter": {"generate_objs": true}}', "generate_objs"),
        ("2d", '{"parameter": {"map_mode": 1, "generate_obj": true}}', "generate_obj"),
        ("3d", '{"parameter": {}, "predefined_AOI": {}}', "predefined_AOI"),
        ("3d", '{"parameter": {}, "export_parameters": {}}', "export_parameters"),
        ("3d", '{"parameter": {}, "export_parameter": {"undistort": true}}', "undistort"),
        ("3d", '{"parameter": {}, "predefine_AOI": {"polygon_points": [], "height": 1}}', "height"),
    ],
)
def test_names_that_nobody_knows(kind: str, text: str, words: str) -> None:
    """A name that is misspelt, or belongs to another kind or place, is refused by name; it is not left out silently."""
    with pytest.raises(UsageError, match=f"'{words}'") as caught:
        parameters_from_text(kind, text)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("3d", ""),
        ("3d", "{"),
        ("3d", "[]"),
        ("3d", "7"),
        ("3d", "null"),
        ("3d", "{}"),
        ("3d", '{"parameter": null}'),
        ("3d", '{"parameter": "x"}'),
        ("2d", '{"parameter": {}}'),
        ("2d", '{"parameter": {"map_mode": "city"}}'),
        ("3d", '{"parameter": {"sfm_feature_quantity_level": "many"}}'),
        ("3d", '{"parameter": {}, "predefine_AOI": {}}'),
        ("3d", '{"parameter": {}, "predefine_AOI": 7}'),
        ("3dgs", '{"parameter": {}}'),
    ],
)
def test_text_that_is_something_else(kind: str, text: str) -> None:
    """Text of another shape is refused in words."""
    with pytest.raises(UsageError):
        parameters_from_text(kind, text)


def test_what_is_missing_is_named() -> None:
    """A parameter that the kind insists on is named when it is missing."""
    with pytest.raises(UsageError, match="map_mode"):
        parameters_from_text("2d", '{"parameter": {}}')


@pytest.mark.parametrize("kind", KINDS)
def test_parameters_can_be_listed(kind: str) -> None:
    """All parameters of a kind, and nothing that is none."""
    names = parameter_names(kind)
    assert "output_geo_desc" in names
    assert "additional_properties" not in names
    assert ("map_mode" in names) == (kind == "2d")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
known_names = st.sampled_from(
    ["map_mode", "model_simplify", "dom_tile_size", "output_geo_desc", "quality_level", "SfM_method"]
)


@settings(deadline=None, max_examples=120)
@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(known_names, json_values, max_size=3) | json_values,
    st.none() | json_values | st.fixed_dictionaries({"polygon_points": json_values}),
    st.none() | json_values,
)
def test_no_text_breaks_the_reader(kind: str, parameter: Any, area: Any, export: Any) -> None:
    """Whatever JSON is given: it can be read and written again, or it is refused in words."""
    content = {"parameter": parameter}
    if area is not None:
        content["predefine_AOI"] = area
    if export is not None:
        content["export_parameter"] = export
    try:
        parameters_text(kind, *parameters_from_text(kind, json.dumps(content)))
    except UsageError:
        return
