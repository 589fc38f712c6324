# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_kind import DeviceKind
from ..models.vps_mode import VpsMode
from ..models.vps_type import VpsType
from ..types import UNSET, Unset

T = TypeVar("T", bound="VpsUser")


@_attrs_define
class VpsUser:
    """The image, and how to position it

    Source: seed 4.10.1
    """

    image: str
    """The image, base64"""
    vps_mode: VpsMode | Unset = UNSET
    """Running mode"""
    vps_type: VpsType | Unset = UNSET
    """Method"""
    request_type: DeviceKind | Unset = UNSET
    """Kind of device"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        vps_mode: str | Unset = UNSET
        if not isinstance(self.vps_mode, Unset):
            vps_mode = VpsMode(self.vps_mode).value

        vps_type: str | Unset = UNSET
        if not isinstance(self.vps_type, Unset):
            vps_type = VpsType(self.vps_type).value

        request_type: int | Unset = UNSET
        if not isinstance(self.request_type, Unset):
            request_type = DeviceKind(self.request_type).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
            }
        )
        if vps_mode is not UNSET:
            field_dict["vpsMode"] = vps_mode
        if vps_type is not UNSET:
            field_dict["vpsType"] = vps_type
        if request_type is not UNSET:
            field_dict["requestType"] = request_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image = d.pop("image")

        _vps_mode: Any = d.pop("vpsMode", UNSET)
        vps_mode: VpsMode | Unset
        if _vps_mode is UNSET or _vps_mode is None:
            vps_mode = UNSET
        else:
            vps_mode = VpsMode.of(_vps_mode)

        _vps_type: Any = d.pop("vpsType", UNSET)
        vps_type: VpsType | Unset
        if _vps_type is UNSET or _vps_type is None:
            vps_type = UNSET
        else:
            vps_type = VpsType.of(_vps_type)

        _request_type: Any = d.pop("requestType", UNSET)
        request_type: DeviceKind | Unset
        if _request_type is UNSET or _request_type is None:
            request_type = UNSET
        else:
            request_type = DeviceKind.of(_request_type)

        vps_user = cls(
            image,
            vps_mode,
            vps_type,
            request_type,
        )

        vps_user.additional_properties = d
        return vps_user

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
