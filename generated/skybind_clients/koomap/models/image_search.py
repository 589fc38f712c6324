# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..models.image_origin import ImageOrigin
from ..models.image_type import ImageType
from ..models.list_order import ListOrder
from ..types import UNSET, Unset

T = TypeVar("T", bound="ImageSearch")


@_attrs_define
class ImageSearch:
    """What satellite images must fit

    Source: seed 4.4.1; C-05
    """

    image_name: str | Unset = UNSET
    """Part of the name"""
    image_date_from: str | Unset = UNSET
    """Only images uploaded at or after this time"""
    image_date_to: str | Unset = UNSET
    """Only images uploaded at or before this time"""
    image_status: str | Unset = UNSET
    """States of the data, separated by commas"""
    raw_alias: str | Unset = UNSET
    """Part of the alias"""
    image_alias: str | Unset = UNSET
    """Aliases, separated by commas"""
    image_levels: str | Unset = UNSET
    """Processing levels, separated by commas"""
    is_product: ImageOrigin | Unset = UNSET
    """Raw image or result"""
    order: ListOrder | Unset = UNSET
    """Order of the list"""
    description: str | Unset = UNSET
    """Part of the description"""
    image_type: ImageType | Unset = UNSET
    """Panchromatic or multispectral"""
    limit: int | Unset = UNSET
    """Records a page"""
    offset: int | Unset = UNSET
    """Records to skip"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_name = self.image_name

        image_date_from = self.image_date_from

        image_date_to = self.image_date_to

        image_status = self.image_status

        raw_alias = self.raw_alias

        image_alias = self.image_alias

        image_levels = self.image_levels

        is_product: str | Unset = UNSET
        if not isinstance(self.is_product, Unset):
            is_product = ImageOrigin(self.is_product).value

        order: str | Unset = UNSET
        if not isinstance(self.order, Unset):
            order = ListOrder(self.order).value

        description = self.description

        image_type: str | Unset = UNSET
        if not isinstance(self.image_type, Unset):
            image_type = ImageType(self.image_type).value

        limit = self.limit

        offset = self.offset

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if image_name is not UNSET:
            field_dict["image_name"] = image_name
        if image_date_from is not UNSET:
            field_dict["image_date_from"] = image_date_from
        if image_date_to is not UNSET:
            field_dict["image_date_to"] = image_date_to
        if image_status is not UNSET:
            field_dict["image_status"] = image_status
        if raw_alias is not UNSET:
            field_dict["raw_alias"] = raw_alias
        if image_alias is not UNSET:
            field_dict["image_alias"] = image_alias
        if image_levels is not UNSET:
            field_dict["image_levels"] = image_levels
        if is_product is not UNSET:
            field_dict["is_product"] = is_product
        if order is not UNSET:
            field_dict["order"] = order
        if description is not UNSET:
            field_dict["description"] = description
        if image_type is not UNSET:
            field_dict["image_type"] = image_type
        if limit is not UNSET:
            field_dict["limit"] = limit
        if offset is not UNSET:
            field_dict["offset"] = offset

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_name, Unset):
            files.append(("image_name", (None, str(self.image_name).encode(), "text/plain")))

        if not isinstance(self.image_date_from, Unset):
            files.append(("image_date_from", (None, str(self.image_date_from).encode(), "text/plain")))

        if not isinstance(self.image_date_to, Unset):
            files.append(("image_date_to", (None, str(self.image_date_to).encode(), "text/plain")))

        if not isinstance(self.image_status, Unset):
            files.append(("image_status", (None, str(self.image_status).encode(), "text/plain")))

        if not isinstance(self.raw_alias, Unset):
            files.append(("raw_alias", (None, str(self.raw_alias).encode(), "text/plain")))

        if not isinstance(self.image_alias, Unset):
            files.append(("image_alias", (None, str(self.image_alias).encode(), "text/plain")))

        if not isinstance(self.image_levels, Unset):
            files.append(("image_levels", (None, str(self.image_levels).encode(), "text/plain")))

        if not isinstance(self.is_product, Unset):
            files.append(("is_product", (None, str(ImageOrigin(self.is_product).value).encode(), "text/plain")))

        if not isinstance(self.order, Unset):
            files.append(("order", (None, str(ListOrder(self.order).value).encode(), "text/plain")))

        if not isinstance(self.description, Unset):
            files.append(("description", (None, str(self.description).encode(), "text/plain")))

        if not isinstance(self.image_type, Unset):
            files.append(("image_type", (None, str(ImageType(self.image_type).value).encode(), "text/plain")))

        if not isinstance(self.limit, Unset):
            files.append(("limit", (None, str(self.limit).encode(), "text/plain")))

        if not isinstance(self.offset, Unset):
            files.append(("offset", (None, str(self.offset).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_name = d.pop("image_name", UNSET)
        if image_name is None:
            image_name = UNSET

        image_date_from = d.pop("image_date_from", UNSET)
        if image_date_from is None:
            image_date_from = UNSET

        image_date_to = d.pop("image_date_to", UNSET)
        if image_date_to is None:
            image_date_to = UNSET

        image_status = d.pop("image_status", UNSET)
        if image_status is None:
            image_status = UNSET

        raw_alias = d.pop("raw_alias", UNSET)
        if raw_alias is None:
            raw_alias = UNSET

        image_alias = d.pop("image_alias", UNSET)
        if image_alias is None:
            image_alias = UNSET

        image_levels = d.pop("image_levels", UNSET)
        if image_levels is None:
            image_levels = UNSET

        _is_product: Any = d.pop("is_product", UNSET)
        is_product: ImageOrigin | Unset
        if _is_product is UNSET or _is_product is None:
            is_product = UNSET
        else:
            is_product = ImageOrigin.of(_is_product)

        _order: Any = d.pop("order", UNSET)
        order: ListOrder | Unset
        if _order is UNSET or _order is None:
            order = UNSET
        else:
            order = ListOrder.of(_order)

        description = d.pop("description", UNSET)
        if description is None:
            description = UNSET

        _image_type: Any = d.pop("image_type", UNSET)
        image_type: ImageType | Unset
        if _image_type is UNSET or _image_type is None:
            image_type = UNSET
        else:
            image_type = ImageType.of(_image_type)

        limit = d.pop("limit", UNSET)
        if limit is None:
            limit = UNSET

        offset = d.pop("offset", UNSET)
        if offset is None:
            offset = UNSET

        image_search = cls(
            image_name,
            image_date_from,
            image_date_to,
            image_status,
            raw_alias,
            image_alias,
            image_levels,
            is_product,
            order,
            description,
            image_type,
            limit,
            offset,
        )

        image_search.additional_properties = d
        return image_search

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
