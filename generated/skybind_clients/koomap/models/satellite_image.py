# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.image_level import ImageLevel
from ..models.image_origin import ImageOrigin
from ..models.image_status import ImageStatus
from ..models.image_type import ImageType
from ..models.yes_or_no import YesOrNo
from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteImage")


@_attrs_define
class SatelliteImage:
    """A satellite image, raw or a result

    Source: seed 4.4.1
    """

    image_name: str | Unset = UNSET
    """Name of the image"""
    is_product: ImageOrigin | Unset = UNSET
    """Raw image or result"""
    image_level: ImageLevel | Unset = UNSET
    """Processing level"""
    image_status: ImageStatus | Unset = UNSET
    """State of the data"""
    image_date: str | Unset = UNSET
    """When the image was taken, UTC"""
    upload_date: str | Unset = UNSET
    """When the image was uploaded, UTC"""
    image_resolution: str | Unset = UNSET
    """Ground resolution, one decimal; the unit is not documented"""
    image_description: str | Unset = UNSET
    """Description of the image"""
    image_id: str | Unset = UNSET
    """Id of the image"""
    image_type: ImageType | Unset = UNSET
    """Panchromatic or multispectral"""
    user_name: str | Unset = UNSET
    """IAM user it belongs to"""
    image_alias: str | Unset = UNSET
    """Alias of the image"""
    product_clip: YesOrNo | Unset = UNSET
    """Whether it was cut along a vector"""
    product_tile: YesOrNo | Unset = UNSET
    """Whether it is a tile pyramid"""
    is_cog: YesOrNo | Unset = UNSET
    """Whether it is a cloud optimized GeoTIFF"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_name = self.image_name

        is_product: str | Unset = UNSET
        if not isinstance(self.is_product, Unset):
            is_product = ImageOrigin(self.is_product).value

        image_level: str | Unset = UNSET
        if not isinstance(self.image_level, Unset):
            image_level = ImageLevel(self.image_level).value

        image_status: str | Unset = UNSET
        if not isinstance(self.image_status, Unset):
            image_status = ImageStatus(self.image_status).value

        image_date = self.image_date

        upload_date = self.upload_date

        image_resolution = self.image_resolution

        image_description = self.image_description

        image_id = self.image_id

        image_type: str | Unset = UNSET
        if not isinstance(self.image_type, Unset):
            image_type = ImageType(self.image_type).value

        user_name = self.user_name

        image_alias = self.image_alias

        product_clip: int | Unset = UNSET
        if not isinstance(self.product_clip, Unset):
            product_clip = YesOrNo(self.product_clip).value

        product_tile: int | Unset = UNSET
        if not isinstance(self.product_tile, Unset):
            product_tile = YesOrNo(self.product_tile).value

        is_cog: int | Unset = UNSET
        if not isinstance(self.is_cog, Unset):
            is_cog = YesOrNo(self.is_cog).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if image_name is not UNSET:
            field_dict["image_name"] = image_name
        if is_product is not UNSET:
            field_dict["is_product"] = is_product
        if image_level is not UNSET:
            field_dict["image_level"] = image_level
        if image_status is not UNSET:
            field_dict["image_status"] = image_status
        if image_date is not UNSET:
            field_dict["image_date"] = image_date
        if upload_date is not UNSET:
            field_dict["upload_date"] = upload_date
        if image_resolution is not UNSET:
            field_dict["image_resolution"] = image_resolution
        if image_description is not UNSET:
            field_dict["image_description"] = image_description
        if image_id is not UNSET:
            field_dict["image_id"] = image_id
        if image_type is not UNSET:
            field_dict["image_type"] = image_type
        if user_name is not UNSET:
            field_dict["user_name"] = user_name
        if image_alias is not UNSET:
            field_dict["image_alias"] = image_alias
        if product_clip is not UNSET:
            field_dict["product_clip"] = product_clip
        if product_tile is not UNSET:
            field_dict["product_tile"] = product_tile
        if is_cog is not UNSET:
            field_dict["is_cog"] = is_cog

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_name = d.pop("image_name", UNSET)
        if image_name is None:
            image_name = UNSET

        _is_product: Any = d.pop("is_product", UNSET)
        is_product: ImageOrigin | Unset
        if _is_product is UNSET or _is_product is None:
            is_product = UNSET
        else:
            is_product = ImageOrigin.of(_is_product)

        _image_level: Any = d.pop("image_level", UNSET)
        image_level: ImageLevel | Unset
        if _image_level is UNSET or _image_level is None:
            image_level = UNSET
        else:
            image_level = ImageLevel.of(_image_level)

        _image_status: Any = d.pop("image_status", UNSET)
        image_status: ImageStatus | Unset
        if _image_status is UNSET or _image_status is None:
            image_status = UNSET
        else:
            image_status = ImageStatus.of(_image_status)

        image_date = d.pop("image_date", UNSET)
        if image_date is None:
            image_date = UNSET

        upload_date = d.pop("upload_date", UNSET)
        if upload_date is None:
            upload_date = UNSET

        image_resolution = d.pop("image_resolution", UNSET)
        if image_resolution is None:
            image_resolution = UNSET

        image_description = d.pop("image_description", UNSET)
        if image_description is None:
            image_description = UNSET

        image_id = d.pop("image_id", UNSET)
        if image_id is None:
            image_id = UNSET

        _image_type: Any = d.pop("image_type", UNSET)
        image_type: ImageType | Unset
        if _image_type is UNSET or _image_type is None:
            image_type = UNSET
        else:
            image_type = ImageType.of(_image_type)

        user_name = d.pop("user_name", UNSET)
        if user_name is None:
            user_name = UNSET

        image_alias = d.pop("image_alias", UNSET)
        if image_alias is None:
            image_alias = UNSET

        _product_clip: Any = d.pop("product_clip", UNSET)
        product_clip: YesOrNo | Unset
        if _product_clip is UNSET or _product_clip is None:
            product_clip = UNSET
        else:
            product_clip = YesOrNo.of(_product_clip)

        _product_tile: Any = d.pop("product_tile", UNSET)
        product_tile: YesOrNo | Unset
        if _product_tile is UNSET or _product_tile is None:
            product_tile = UNSET
        else:
            product_tile = YesOrNo.of(_product_tile)

        _is_cog: Any = d.pop("is_cog", UNSET)
        is_cog: YesOrNo | Unset
        if _is_cog is UNSET or _is_cog is None:
            is_cog = UNSET
        else:
            is_cog = YesOrNo.of(_is_cog)

        satellite_image = cls(
            image_name,
            is_product,
            image_level,
            image_status,
            image_date,
            upload_date,
            image_resolution,
            image_description,
            image_id,
            image_type,
            user_name,
            image_alias,
            product_clip,
            product_tile,
            is_cog,
        )

        satellite_image.additional_properties = d
        return satellite_image

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
