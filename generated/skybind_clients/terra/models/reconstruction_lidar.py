# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.lidar_quality import LidarQuality
from ..models.scene_type import SceneType
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReconstructionLidar")


@_attrs_define
class ReconstructionLidar:
    """Parameters of a LiDAR job; defaults are not known

    Source: client-code TS; meanings marked (i) are inferred from the name, units and ranges are not known
    """

    colorize_point: bool | Unset = UNSET
    """Colour from photos (i)"""
    lpp_optimise: bool | Unset = UNSET
    """Optimise the accuracy of the point cloud (i)"""
    refine_calibrate: float | Unset = UNSET
    """Meaning not known"""
    lidar_point_max_distance: float | Unset = UNSET
    """Range cut (i); unit not known"""
    smooth_point: bool | Unset = UNSET
    """Smoothing (i)"""
    sample_distance: float | Unset = UNSET
    """Voxel downsampling; give this or quality_level; unit not known"""
    quality_level: LidarQuality | Unset = UNSET
    """Downsampling over time; give this or sample_distance"""
    output_height_offset: float | Unset = UNSET
    """Height shift of the result (i); unit not known"""
    output_geo_desc: GeoDescription | Unset = UNSET
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS"""
    ground_extract: bool | Unset = UNSET
    """Extract ground points"""
    scene_type: SceneType | Unset = UNSET
    """Kind of terrain, for the extraction of ground points"""
    max_size_building: float | Unset = UNSET
    """Setting of the ground extraction; unit not known"""
    iter_dist: float | Unset = UNSET
    """Setting of the ground extraction; unit not known"""
    iter_angle: float | Unset = UNSET
    """Setting of the ground extraction; unit not known"""
    generate_dem: bool | Unset = UNSET
    """Write a DEM (i)"""
    dem_resolution: float | Unset = UNSET
    """Resolution of the DEM; unit not known"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        colorize_point = self.colorize_point

        lpp_optimise = self.lpp_optimise

        refine_calibrate = self.refine_calibrate

        lidar_point_max_distance = self.lidar_point_max_distance

        smooth_point = self.smooth_point

        sample_distance = self.sample_distance

        quality_level: int | Unset = UNSET
        if not isinstance(self.quality_level, Unset):
            quality_level = LidarQuality(self.quality_level).value

        output_height_offset = self.output_height_offset

        output_geo_desc: dict[str, Any] | Unset = UNSET
        if not isinstance(self.output_geo_desc, Unset):
            output_geo_desc = self.output_geo_desc.to_dict()

        ground_extract = self.ground_extract

        scene_type: int | Unset = UNSET
        if not isinstance(self.scene_type, Unset):
            scene_type = SceneType(self.scene_type).value

        max_size_building = self.max_size_building

        iter_dist = self.iter_dist

        iter_angle = self.iter_angle

        generate_dem = self.generate_dem

        dem_resolution = self.dem_resolution

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if colorize_point is not UNSET:
            field_dict["colorize_point"] = colorize_point
        if lpp_optimise is not UNSET:
            field_dict["lpp_optimise"] = lpp_optimise
        if refine_calibrate is not UNSET:
            field_dict["refine_calibrate"] = refine_calibrate
        if lidar_point_max_distance is not UNSET:
            field_dict["lidar_point_max_distance"] = lidar_point_max_distance
        if smooth_point is not UNSET:
            field_dict["smooth_point"] = smooth_point
        if sample_distance is not UNSET:
            field_dict["sample_distance"] = sample_distance
        if quality_level is not UNSET:
            field_dict["quality_level"] = quality_level
        if output_height_offset is not UNSET:
            field_dict["output_height_offset"] = output_height_offset
        if output_geo_desc is not UNSET:
            field_dict["output_geo_desc"] = output_geo_desc
        if ground_extract is not UNSET:
            field_dict["ground_extract"] = ground_extract
        if scene_type is not UNSET:
            field_dict["scene_type"] = scene_type
        if max_size_building is not UNSET:
            field_dict["max_size_building"] = max_size_building
        if iter_dist is not UNSET:
            field_dict["iter_dist"] = iter_dist
        if iter_angle is not UNSET:
            field_dict["iter_angle"] = iter_angle
        if generate_dem is not UNSET:
            field_dict["generate_dem"] = generate_dem
        if dem_resolution is not UNSET:
            field_dict["dem_resolution"] = dem_resolution

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        colorize_point = d.pop("colorize_point", UNSET)
        if colorize_point is None:
            colorize_point = UNSET

        lpp_optimise = d.pop("lpp_optimise", UNSET)
        if lpp_optimise is None:
            lpp_optimise = UNSET

        refine_calibrate = d.pop("refine_calibrate", UNSET)
        if refine_calibrate is None:
            refine_calibrate = UNSET

        lidar_point_max_distance = d.pop("lidar_point_max_distance", UNSET)
        if lidar_point_max_distance is None:
            lidar_point_max_distance = UNSET

        smooth_point = d.pop("smooth_point", UNSET)
        if smooth_point is None:
            smooth_point = UNSET

        sample_distance = d.pop("sample_distance", UNSET)
        if sample_distance is None:
            sample_distance = UNSET

        _quality_level: Any = d.pop("quality_level", UNSET)
        quality_level: LidarQuality | Unset
        if _quality_level is UNSET or _quality_level is None:
            quality_level = UNSET
        else:
            quality_level = LidarQuality.of(_quality_level)

        output_height_offset = d.pop("output_height_offset", UNSET)
        if output_height_offset is None:
            output_height_offset = UNSET

        _output_geo_desc: Any = d.pop("output_geo_desc", UNSET)
        output_geo_desc: GeoDescription | Unset
        if _output_geo_desc is UNSET or _output_geo_desc is None:
            output_geo_desc = UNSET
        else:
            output_geo_desc = GeoDescription.from_dict(_output_geo_desc)

        ground_extract = d.pop("ground_extract", UNSET)
        if ground_extract is None:
            ground_extract = UNSET

        _scene_type: Any = d.pop("scene_type", UNSET)
        scene_type: SceneType | Unset
        if _scene_type is UNSET or _scene_type is None:
            scene_type = UNSET
        else:
            scene_type = SceneType.of(_scene_type)

        max_size_building = d.pop("max_size_building", UNSET)
        if max_size_building is None:
            max_size_building = UNSET

        iter_dist = d.pop("iter_dist", UNSET)
        if iter_dist is None:
            iter_dist = UNSET

        iter_angle = d.pop("iter_angle", UNSET)
        if iter_angle is None:
            iter_angle = UNSET

        generate_dem = d.pop("generate_dem", UNSET)
        if generate_dem is None:
            generate_dem = UNSET

        dem_resolution = d.pop("dem_resolution", UNSET)
        if dem_resolution is None:
            dem_resolution = UNSET

        reconstruction_lidar = cls(
            colorize_point,
            lpp_optimise,
            refine_calibrate,
            lidar_point_max_distance,
            smooth_point,
            sample_distance,
            quality_level,
            output_height_offset,
            output_geo_desc,
            ground_extract,
            scene_type,
            max_size_building,
            iter_dist,
            iter_angle,
            generate_dem,
            dem_resolution,
        )

        reconstruction_lidar.additional_properties = d
        return reconstruction_lidar

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.geo_description import GeoDescription  # noqa: E402
