# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefineProductList")


@_attrs_define
class RefineProductList:
    """A page of refine products

    Source: seed 4.9.4; C-68
    """

    refine_products: list[RefineProduct] | Unset = UNSET
    """The refine products"""
    page: PageInfo | Unset = UNSET
    """Where this page lies in the list"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        refine_products: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.refine_products, Unset):
            refine_products = []
            for refine_products_item_data in self.refine_products:
                refine_products_item = refine_products_item_data.to_dict()
                refine_products.append(refine_products_item)

        page: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page, Unset):
            page = self.page.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if refine_products is not UNSET:
            field_dict["refine_products"] = refine_products
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _refine_products: Any = d.pop("refine_products", UNSET)
        refine_products: list[RefineProduct] | Unset = UNSET
        if not isinstance(_refine_products, Unset) and _refine_products is not None:
            refine_products = []
            for refine_products_item_data in _refine_products:
                refine_products_item = RefineProduct.from_dict(refine_products_item_data)

                refine_products.append(refine_products_item)

        _page: Any = d.pop("page", UNSET)
        page: PageInfo | Unset
        if _page is UNSET or _page is None:
            page = UNSET
        else:
            page = PageInfo.from_dict(_page)

        refine_product_list = cls(
            refine_products,
            page,
        )

        refine_product_list.additional_properties = d
        return refine_product_list

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


from ..models.page_info import PageInfo  # noqa: E402
from ..models.refine_product import RefineProduct  # noqa: E402
