# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.product_status import ProductStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="RefineProduct")


@_attrs_define
class RefineProduct:
    """What a refine subtask made

    Source: seed 4.9.4; C-68
    """

    id: str | Unset = UNSET
    """Id of the refine product"""
    name: str | Unset = UNSET
    """Name of the refine product"""
    status: ProductStatus | Unset = UNSET
    """State of the product"""
    subtask_info: RefineProductSubtask | Unset = UNSET
    """The refine subtask that made it"""
    task_info: RefineProductTask | Unset = UNSET
    """The task that made it"""
    product_details: list[RefineProductFiles] | Unset = UNSET
    """What it consists of, by kind of file"""
    storage_size_byte: float | None | Unset = UNSET
    """Size in bytes"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    update_time: str | Unset = UNSET
    """When it last changed, UTC"""
    tenant_domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = ProductStatus(self.status).value

        subtask_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.subtask_info, Unset):
            subtask_info = self.subtask_info.to_dict()

        task_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.task_info, Unset):
            task_info = self.task_info.to_dict()

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status
        if subtask_info is not UNSET:
            field_dict["subtask_info"] = subtask_info
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

        _subtask_info: Any = d.pop("subtask_info", UNSET)
        subtask_info: RefineProductSubtask | Unset
        if _subtask_info is UNSET or _subtask_info is None:
            subtask_info = UNSET
        else:
            subtask_info = RefineProductSubtask.from_dict(_subtask_info)

        _task_info: Any = d.pop("task_info", UNSET)
        task_info: RefineProductTask | Unset
        if _task_info is UNSET or _task_info is None:
            task_info = UNSET
        else:
            task_info = RefineProductTask.from_dict(_task_info)

        _product_details: Any = d.pop("product_details", UNSET)
        product_details: list[RefineProductFiles] | Unset = UNSET
        if not isinstance(_product_details, Unset) and _product_details is not None:
            product_details = []
            for product_details_item_data in _product_details:
                product_details_item = RefineProductFiles.from_dict(product_details_item_data)

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

        refine_product = cls(
            id,
            name,
            status,
            subtask_info,
            task_info,
            product_details,
            storage_size_byte,
            create_time,
            update_time,
            tenant_domain_id,
        )

        refine_product.additional_properties = d
        return refine_product

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


from ..models.refine_product_files import RefineProductFiles  # noqa: E402
from ..models.refine_product_subtask import RefineProductSubtask  # noqa: E402
from ..models.refine_product_task import RefineProductTask  # noqa: E402
