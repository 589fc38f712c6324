# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feature_quantity import FeatureQuantity
from ..models.quality import Quality
from ..models.sfm_method import SfmMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="Reconstruction3D")


@_attrs_define
class Reconstruction3D:
    """Parameters of a 3D job; where no default is named, the service's default is not known

    Source: doc ALGO for the aerotriangulation and point cloud part; client-code TS for the rest
    """

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
    output_mesh: bool | Unset = UNSET
    """Master switch of the mesh formats below; probably on by default"""
    generate_ply: bool | Unset = UNSET
    """Mesh as PLY"""
    generate_obj: bool | Unset = UNSET
    """Mesh as OBJ"""
    generate_b3dm: bool | Unset = UNSET
    """Mesh as 3D Tiles, for Terra and Cesium"""
    generate_osgb: bool | Unset = UNSET
    """Mesh as OSGB"""
    generate_s3mb: bool | Unset = UNSET
    """Mesh as S3MB, for SuperMap"""
    generate_i3s: bool | Unset = UNSET
    """Mesh as I3S, for ArcGIS"""
    water_refine: bool | Unset = UNSET
    """Flatten water"""
    model_simplify: float | Unset = UNSET
    """Share of the mesh that is kept; 1 keeps all"""
    cut_aoi: bool | Unset = UNSET
    """Cut the results to the area of interest; the meaning is inferred"""
    quality_level: Quality | Unset = UNSET
    """Quality of the reconstruction"""
    output_geo_desc: GeoDescription | Unset = UNSET
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
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

        output_mesh = self.output_mesh

        generate_ply = self.generate_ply

        generate_obj = self.generate_obj

        generate_b3dm = self.generate_b3dm

        generate_osgb = self.generate_osgb

        generate_s3mb = self.generate_s3mb

        generate_i3s = self.generate_i3s

        water_refine = self.water_refine

        model_simplify = self.model_simplify

        cut_aoi = self.cut_aoi

        quality_level: int | Unset = UNSET
        if not isinstance(self.quality_level, Unset):
            quality_level = Quality(self.quality_level).value

        output_geo_desc: dict[str, Any] | Unset = UNSET
        if not isinstance(self.output_geo_desc, Unset):
            output_geo_desc = self.output_geo_desc.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
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
        if output_mesh is not UNSET:
            field_dict["output_mesh"] = output_mesh
        if generate_ply is not UNSET:
            field_dict["generate_ply"] = generate_ply
        if generate_obj is not UNSET:
            field_dict["generate_obj"] = generate_obj
        if generate_b3dm is not UNSET:
            field_dict["generate_b3dm"] = generate_b3dm
        if generate_osgb is not UNSET:
            field_dict["generate_osgb"] = generate_osgb
        if generate_s3mb is not UNSET:
            field_dict["generate_s3mb"] = generate_s3mb
        if generate_i3s is not UNSET:
            field_dict["generate_i3s"] = generate_i3s
        if water_refine is not UNSET:
            field_dict["water_refine"] = water_refine
        if model_simplify is not UNSET:
            field_dict["model_simplify"] = model_simplify
        if cut_aoi is not UNSET:
            field_dict["cut_AOI"] = cut_aoi
        if quality_level is not UNSET:
            field_dict["quality_level"] = quality_level
        if output_geo_desc is not UNSET:
            field_dict["output_geo_desc"] = output_geo_desc

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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

        output_mesh = d.pop("output_mesh", UNSET)
        if output_mesh is None:
            output_mesh = UNSET

        generate_ply = d.pop("generate_ply", UNSET)
        if generate_ply is None:
            generate_ply = UNSET

        generate_obj = d.pop("generate_obj", UNSET)
        if generate_obj is None:
            generate_obj = UNSET

        generate_b3dm = d.pop("generate_b3dm", UNSET)
        if generate_b3dm is None:
            generate_b3dm = UNSET

        generate_osgb = d.pop("generate_osgb", UNSET)
        if generate_osgb is None:
            generate_osgb = UNSET

        generate_s3mb = d.pop("generate_s3mb", UNSET)
        if generate_s3mb is None:
            generate_s3mb = UNSET

        generate_i3s = d.pop("generate_i3s", UNSET)
        if generate_i3s is None:
            generate_i3s = UNSET

        water_refine = d.pop("water_refine", UNSET)
        if water_refine is None:
            water_refine = UNSET

        model_simplify = d.pop("model_simplify", UNSET)
        if model_simplify is None:
            model_simplify = UNSET

        cut_aoi = d.pop("cut_AOI", UNSET)
        if cut_aoi is None:
            cut_aoi = UNSET

        _quality_level: Any = d.pop("quality_level", UNSET)
        quality_level: Quality | Unset
        if _quality_level is UNSET or _quality_level is None:
            quality_level = UNSET
        else:
            quality_level = Quality.of(_quality_level)

        _output_geo_desc: Any = d.pop("output_geo_desc", UNSET)
        output_geo_desc: GeoDescription | Unset
        if _output_geo_desc is UNSET or _output_geo_desc is None:
            output_geo_desc = UNSET
        else:
            output_geo_desc = GeoDescription.from_dict(_output_geo_desc)

        reconstruction_3d = cls(
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
            output_mesh,
            generate_ply,
            generate_obj,
            generate_b3dm,
            generate_osgb,
            generate_s3mb,
            generate_i3s,
            water_refine,
            model_simplify,
            cut_aoi,
            quality_level,
            output_geo_desc,
        )

        reconstruction_3d.additional_properties = d
        return reconstruction_3d

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
