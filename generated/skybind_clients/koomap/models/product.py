# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.product_status import ProductStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="Product")


@_attrs_define
class Product:
    """A real-scene 3D product (成果数据)

    Source: seed 4.9.2
    """

    id: str | Unset = UNSET
    """Id of the product"""
    name: str | Unset = UNSET
    """Name of the product"""
    status: ProductStatus | Unset = UNSET
    """State of the product"""
    folder_code: str | Unset = UNSET
    """Code of the folder of oblique photos"""
    task_info: ProductTask | str | Unset = UNSET
    """The task that made it"""
    product_details: list[ProductFiles] | Unset = UNSET
    """What it consists of, by kind of file"""
    storage_size_byte: float | None | Unset = UNSET
    """Size in bytes"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    update_time: str | Unset = UNSET
    """When it last changed, UTC"""
    tenant_domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    product_detail: list[ProductFiles] | Unset = UNSET
    """The same as product_details, as the SDK names it"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = ProductStatus(self.status).value

        folder_code = self.folder_code

        task_info: dict[str, Any] | str | Unset
        if isinstance(self.task_info, Unset):
            task_info = UNSET
        elif isinstance(self.task_info, ProductTask):
            task_info = self.task_info.to_dict()
        else:
            task_info = self.task_info

        product_details: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.product_details, Unset):
            product_details = []
            for product_details_item_data in self.product_details:
                product_details_item = product_details_item_data.to_dict()
                product_details.append(product_details_item)

        storage_size_byte: float | None | Unset
        if isinstance(self.storage_size_byte, Unset):
            storage_size_byte = UNSET
        else:
            storage_size_byte = self.storage_size_byte

        create_time = self.create_time

        update_time = self.update_time

        tenant_domain_id = self.tenant_domain_id

        product_detail: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.product_detail, Unset):
            product_detail = []
            for product_detail_item_data in self.product_detail:
                product_detail_item = product_detail_item_data.to_dict()
                product_detail.append(product_detail_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status
        if folder_code is not UNSET:
            field_dict["folder_code"] = folder_code
        if task_info is not UNSET:
            field_dict["task_info"] = task_info
        if product_details is not UNSET:
            field_dict["product_details"] = product_details
        if storage_size_byte is not UNSET:
            field_dict["storage_size_byte"] = storage_size_byte
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if update_time is not UNSET:
            field_dict["update_time"] = update_time
        if tenant_domain_id is not UNSET:
            field_dict["tenant_domain_id"] = tenant_domain_id
        if product_detail is not UNSET:
            field_dict["product_detail"] = product_detail

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id", UNSET)
        if id is None:
            id = UNSET

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        _status: Any = d.pop("status", UNSET)
        status: ProductStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = ProductStatus.of(_status)

        folder_code = d.pop("folder_code", UNSET)
        if folder_code is None:
            folder_code = UNSET

        def _parse_task_info(data: object) -> ProductTask | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                task_info_type_0 = ProductTask.from_dict(data)

                return task_info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ProductTask | str | Unset, data)

        task_info = _parse_task_info(d.pop("task_info", UNSET))

        _product_details: Any = d.pop("product_details", UNSET)
        product_details: list[ProductFiles] | Unset = UNSET
        if not isinstance(_product_details, Unset) and _product_details is not None:
            product_details = []
            for product_details_item_data in _product_details:
                product_details_item = ProductFiles.from_dict(product_details_item_data)

                product_details.append(product_details_item)

        def _parse_storage_size_byte(data: object) -> float | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        storage_size_byte = _parse_storage_size_byte(d.pop("storage_size_byte", UNSET))

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        update_time = d.pop("update_time", UNSET)
        if update_time is None:
            update_time = UNSET

        tenant_domain_id = d.pop("tenant_domain_id", UNSET)
        if tenant_domain_id is None:
            tenant_domain_id = UNSET

        _product_detail: Any = d.pop("product_detail", UNSET)
        product_detail: list[ProductFiles] | Unset = UNSET
        if not isinstance(_product_detail, Unset) and _product_detail is not None:
            product_detail = []
            for product_detail_item_data in _product_detail:
                product_detail_item = ProductFiles.from_dict(product_detail_item_data)

                product_detail.append(product_detail_item)

        product = cls(
            id,
            name,
            status,
            folder_code,
            task_info,
            product_details,
            storage_size_byte,
            create_time,
            update_time,
            tenant_domain_id,
            product_detail,
        )

        product.additional_properties = d
        return product

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


from ..models.product_files import ProductFiles  # noqa: E402
from ..models.product_task import ProductTask  # noqa: E402
