# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feature_quantity import FeatureQuantity
from ..models.map_mode import MapMode
from ..models.quality import Quality
from ..models.sfm_method import SfmMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="Reconstruction2D")


@_attrs_define
class Reconstruction2D:
    """Parameters of a 2D job; where no default is named, the service's default is not known

    Source: doc ALGO for the aerotriangulation and point cloud part; client-code TS for the rest
    """

    map_mode: MapMode
    """Kind of ground that the map shows"""
    sf_m_method: SfmMethod | Unset = UNSET
    """`GLOBAL` for photos mostly with RTK positions (the service's default), `INCREMENTAL` for photos without GPS"""
    sfm_feature_quantity_level: FeatureQuantity | Unset = UNSET
    """Number of features looked for in a photo"""
    use_image_position: bool | Unset = UNSET
    """Use the positions in the photos; the service's default is true"""
    generate_blocks_exchange_xml: bool | Unset = UNSET
    """Write BlocksExchange.xml; the service's default is false"""
    blocks_exchange_xml_geo_desc: GeoDescription | Unset = UNSET
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS"""
    output_pointcloud: bool | Unset = UNSET
    """Master switch of the point cloud formats below; the service's default is false"""
    generate_pnts: bool | Unset = UNSET
    """3D Tiles point cloud; the service's default is true"""
    generate_las: bool | Unset = UNSET
    """LAS; the service's default is false"""
    generate_point_s3mb: bool | Unset = UNSET
    """S3MB (SuperMap); the service's default is false"""
    generate_point_ply: bool | Unset = UNSET
    """PLY; the service's default is false"""
    generate_pcd: bool | Unset = UNSET
    """PCD; the service's default is false"""
    merge_point: bool | Unset = UNSET
    """One merged point cloud file; the service's default is false"""
    quality_level: Quality | Unset = UNSET
    """Quality of the reconstruction"""
    use_wallis: bool | Unset = UNSET
    """Even out colour inside photos; may cost contrast"""
    use_dehaze: bool | Unset = UNSET
    """Remove haze"""
    use_gcj02: bool | Unset = UNSET
    """Shift the tiles to GCJ-02"""
    dom_tile_size: int | Unset = UNSET
    """Above 0: the orthophoto is written in blocks of that many pixels; a multiple of 2"""
    output_geo_desc: GeoDescription | Unset = UNSET
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        map_mode = MapMode(self.map_mode).value

        sf_m_method: str | Unset = UNSET
        if not isinstance(self.sf_m_method, Unset):
            sf_m_method = SfmMethod(self.sf_m_method).value

        sfm_feature_quantity_level: int | Unset = UNSET
        if not isinstance(self.sfm_feature_quantity_level, Unset):
            sfm_feature_quantity_level = FeatureQuantity(self.sfm_feature_quantity_level).value

        use_image_position = self.use_image_position

        generate_blocks_exchange_xml = self.generate_blocks_exchange_xml

        blocks_exchange_xml_geo_desc: dict[str, Any] | Unset = UNSET
        if not isinstance(self.blocks_exchange_xml_geo_desc, Unset):
            blocks_exchange_xml_geo_desc = self.blocks_exchange_xml_geo_desc.to_dict()

        output_pointcloud = self.output_pointcloud

        generate_pnts = self.generate_pnts

        generate_las = self.generate_las

        generate_point_s3mb = self.generate_point_s3mb

        generate_point_ply = self.generate_point_ply

        generate_pcd = self.generate_pcd

        merge_point = self.merge_point

        quality_level: int | Unset = UNSET
        if not isinstance(self.quality_level, Unset):
            quality_level = Quality(self.quality_level).value

        use_wallis = self.use_wallis

        use_dehaze = self.use_dehaze

        use_gcj02 = self.use_gcj02

        dom_tile_size = self.dom_tile_size

        output_geo_desc: dict[str, Any] | Unset = UNSET
        if not isinstance(self.output_geo_desc, Unset):
            output_geo_desc = self.output_geo_desc.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "map_mode": map_mode,
            }
        )
        if sf_m_method is not UNSET:
            field_dict["SfM_method"] = sf_m_method
        if sfm_feature_quantity_level is not UNSET:
            field_dict["sfm_feature_quantity_level"] = sfm_feature_quantity_level
        if use_image_position is not UNSET:
            field_dict["use_image_position"] = use_image_position
        if generate_blocks_exchange_xml is not UNSET:
            field_dict["generate_blocks_exchange_xml"] = generate_blocks_exchange_xml
        if blocks_exchange_xml_geo_desc is not UNSET:
            field_dict["blocks_exchange_xml_geo_desc"] = blocks_exchange_xml_geo_desc
        if output_pointcloud is not UNSET:
            field_dict["output_pointcloud"] = output_pointcloud
        if generate_pnts is not UNSET:
            field_dict["generate_pnts"] = generate_pnts
        if generate_las is not UNSET:
            field_dict["generate_las"] = generate_las
        if generate_point_s3mb is not UNSET:
            field_dict["generate_point_s3mb"] = generate_point_s3mb
        if generate_point_ply is not UNSET:
            field_dict["generate_point_ply"] = generate_point_ply
        if generate_pcd is not UNSET:
            field_dict["generate_pcd"] = generate_pcd
        if merge_point is not UNSET:
            field_dict["merge_point"] = merge_point
        if quality_level is not UNSET:
            field_dict["quality_level"] = quality_level
        if use_wallis is not UNSET:
            field_dict["use_Wallis"] = use_wallis
        if use_dehaze is not UNSET:
            field_dict["use_Dehaze"] = use_dehaze
        if use_gcj02 is not UNSET:
            field_dict["use_gcj02"] = use_gcj02
        if dom_tile_size is not UNSET:
            field_dict["dom_tile_size"] = dom_tile_size
        if output_geo_desc is not UNSET:
            field_dict["output_geo_desc"] = output_geo_desc

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        map_mode = MapMode.of(d.pop("map_mode"))

        _sf_m_method: Any = d.pop("SfM_method", UNSET)
        sf_m_method: SfmMethod | Unset
        if _sf_m_method is UNSET or _sf_m_method is None:
            sf_m_method = UNSET
        else:
            sf_m_method = SfmMethod.of(_sf_m_method)

        _sfm_feature_quantity_level: Any = d.pop("sfm_feature_quantity_level", UNSET)
        sfm_feature_quantity_level: FeatureQuantity | Unset
        if _sfm_feature_quantity_level is UNSET or _sfm_feature_quantity_level is None:
            sfm_feature_quantity_level = UNSET
        else:
            sfm_feature_quantity_level = FeatureQuantity.of(_sfm_feature_quantity_level)

        use_image_position = d.pop("use_image_position", UNSET)
        if use_image_position is None:
            use_image_position = UNSET

        generate_blocks_exchange_xml = d.pop("generate_blocks_exchange_xml", UNSET)
        if generate_blocks_exchange_xml is None:
            generate_blocks_exchange_xml = UNSET

        _blocks_exchange_xml_geo_desc: Any = d.pop("blocks_exchange_xml_geo_desc", UNSET)
        blocks_exchange_xml_geo_desc: GeoDescription | Unset
        if _blocks_exchange_xml_geo_desc is UNSET or _blocks_exchange_xml_geo_desc is None:
            blocks_exchange_xml_geo_desc = UNSET
        else:
            blocks_exchange_xml_geo_desc = GeoDescription.from_dict(_blocks_exchange_xml_geo_desc)

        output_pointcloud = d.pop("output_pointcloud", UNSET)
        if output_pointcloud is None:
            output_pointcloud = UNSET

        generate_pnts = d.pop("generate_pnts", UNSET)
        if generate_pnts is None:
            generate_pnts = UNSET

        generate_las = d.pop("generate_las", UNSET)
        if generate_las is None:
            generate_las = UNSET

        generate_point_s3mb = d.pop("generate_point_s3mb", UNSET)
        if generate_point_s3mb is None:
            generate_point_s3mb = UNSET

        generate_point_ply = d.pop("generate_point_ply", UNSET)
        if generate_point_ply is None:
            generate_point_ply = UNSET

        generate_pcd = d.pop("generate_pcd", UNSET)
        if generate_pcd is None:
            generate_pcd = UNSET

        merge_point = d.pop("merge_point", UNSET)
        if merge_point is None:
            merge_point = UNSET

        _quality_level: Any = d.pop("quality_level", UNSET)
        quality_level: Quality | Unset
        if _quality_level is UNSET or _quality_level is None:
            quality_level = UNSET
        else:
            quality_level = Quality.of(_quality_level)

        use_wallis = d.pop("use_Wallis", UNSET)
        if use_wallis is None:
            use_wallis = UNSET

        use_dehaze = d.pop("use_Dehaze", UNSET)
        if use_dehaze is None:
            use_dehaze = UNSET

        use_gcj02 = d.pop("use_gcj02", UNSET)
        if use_gcj02 is None:
            use_gcj02 = UNSET

        dom_tile_size = d.pop("dom_tile_size", UNSET)
        if dom_tile_size is None:
            dom_tile_size = UNSET

        _output_geo_desc: Any = d.pop("output_geo_desc", UNSET)
        output_geo_desc: GeoDescription | Unset
        if _output_geo_desc is UNSET or _output_geo_desc is None:
            output_geo_desc = UNSET
        else:
            output_geo_desc = GeoDescription.from_dict(_output_geo_desc)

        reconstruction_2d = cls(
            map_mode,
            sf_m_method,
            sfm_feature_quantity_level,
            use_image_position,
            generate_blocks_exchange_xml,
            blocks_exchange_xml_geo_desc,
            output_pointcloud,
            generate_pnts,
            generate_las,
            generate_point_s3mb,
            generate_point_ply,
            generate_pcd,
            merge_point,
            quality_level,
            use_wallis,
            use_dehaze,
            use_gcj02,
            dom_tile_size,
            output_geo_desc,
        )

        reconstruction_2d.additional_properties = d
        return reconstruction_2d

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
