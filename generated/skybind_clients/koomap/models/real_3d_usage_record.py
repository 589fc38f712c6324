# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.real_3d_usage_item import Real3DUsageItem
from ..models.real_3d_usage_subtype import Real3DUsageSubtype
from ..models.real_3d_usage_type import Real3DUsageType
from ..models.real_3d_usage_unit import Real3DUsageUnit
from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DUsageRecord")


@_attrs_define
class Real3DUsageRecord:
    """What was used of one item

    Source: seed 4.7.1
    """

    usage_measure_name: Real3DUsageItem | Unset = UNSET
    """Counted item, as bills name it"""
    usage_type: Real3DUsageType | Unset = UNSET
    """What is counted"""
    domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    usage_subtype: None | Real3DUsageSubtype | Unset = UNSET
    """What is counted in detail"""
    usage: float | Unset = UNSET
    """Amount used"""
    capacity: float | Unset = UNSET
    """Amount bought; 0 when paid by use"""
    usage_unit_type: Real3DUsageUnit | Unset = UNSET
    """Kind of unit"""
    unit: str | Unset = UNSET
    """Unit"""
    created_time: str | Unset = UNSET
    """When the record was made, UTC"""
    update_time: str | Unset = UNSET
    """When it last changed, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        usage_measure_name: str | Unset = UNSET
        if not isinstance(self.usage_measure_name, Unset):
            usage_measure_name = Real3DUsageItem(self.usage_measure_name).value

        usage_type: str | Unset = UNSET
        if not isinstance(self.usage_type, Unset):
            usage_type = Real3DUsageType(self.usage_type).value

        domain_id = self.domain_id

        usage_subtype: None | str | Unset
        if isinstance(self.usage_subtype, Unset):
            usage_subtype = UNSET
        elif isinstance(self.usage_subtype, Real3DUsageSubtype):
            usage_subtype = Real3DUsageSubtype(self.usage_subtype).value
        else:
            usage_subtype = self.usage_subtype

        usage = self.usage

        capacity = self.capacity

        usage_unit_type: str | Unset = UNSET
        if not isinstance(self.usage_unit_type, Unset):
            usage_unit_type = Real3DUsageUnit(self.usage_unit_type).value

        unit = self.unit

        created_time = self.created_time

        update_time = self.update_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if usage_measure_name is not UNSET:
            field_dict["usage_measure_name"] = usage_measure_name
        if usage_type is not UNSET:
            field_dict["usage_type"] = usage_type
        if domain_id is not UNSET:
            field_dict["domain_id"] = domain_id
        if usage_subtype is not UNSET:
            field_dict["usage_subtype"] = usage_subtype
        if usage is not UNSET:
            field_dict["usage"] = usage
        if capacity is not UNSET:
            field_dict["capacity"] = capacity
        if usage_unit_type is not UNSET:
            field_dict["usage_unit_type"] = usage_unit_type
        if unit is not UNSET:
            field_dict["unit"] = unit
        if created_time is not UNSET:
            field_dict["created_time"] = created_time
        if update_time is not UNSET:
            field_dict["update_time"] = update_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _usage_measure_name: Any = d.pop("usage_measure_name", UNSET)
        usage_measure_name: Real3DUsageItem | Unset
        if _usage_measure_name is UNSET or _usage_measure_name is None:
            usage_measure_name = UNSET
        else:
            usage_measure_name = Real3DUsageItem.of(_usage_measure_name)

        _usage_type: Any = d.pop("usage_type", UNSET)
        usage_type: Real3DUsageType | Unset
        if _usage_type is UNSET or _usage_type is None:
            usage_type = UNSET
        else:
            usage_type = Real3DUsageType.of(_usage_type)

        domain_id = d.pop("domain_id", UNSET)
        if domain_id is None:
            domain_id = UNSET

        def _parse_usage_subtype(data: object) -> None | Real3DUsageSubtype | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError(f"usage_subtype cannot be {type(data).__name__}")
            usage_subtype_type_0 = Real3DUsageSubtype.of(data)

            return usage_subtype_type_0

        usage_subtype = _parse_usage_subtype(d.pop("usage_subtype", UNSET))

        usage = d.pop("usage", UNSET)
        if usage is None:
            usage = UNSET

        capacity = d.pop("capacity", UNSET)
        if capacity is None:
            capacity = UNSET

        _usage_unit_type: Any = d.pop("usage_unit_type", UNSET)
        usage_unit_type: Real3DUsageUnit | Unset
        if _usage_unit_type is UNSET or _usage_unit_type is None:
            usage_unit_type = UNSET
        else:
            usage_unit_type = Real3DUsageUnit.of(_usage_unit_type)

        unit = d.pop("unit", UNSET)
        if unit is None:
            unit = UNSET

        created_time = d.pop("created_time", UNSET)
        if created_time is None:
            created_time = UNSET

        update_time = d.pop("update_time", UNSET)
        if update_time is None:
            update_time = UNSET

        real_3d_usage_record = cls(
            usage_measure_name,
            usage_type,
            domain_id,
            usage_subtype,
            usage,
            capacity,
            usage_unit_type,
            unit,
            created_time,
            update_time,
        )

        real_3d_usage_record.additional_properties = d
        return real_3d_usage_record

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
