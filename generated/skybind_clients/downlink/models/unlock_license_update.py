# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UnlockLicenseUpdate")


@_attrs_define
class UnlockLicenseUpdate:
    """Fetch licences for restricted zones again

    Source: client-code platform; doc 1.11.3, 1.15
    """

    file: LicenceFile | Unset = UNSET
    """Licence file; without it the device asks DJI's server"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file: dict[str, Any] | Unset = UNSET
        if not isinstance(self.file, Unset):
            file = self.file.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if file is not UNSET:
            field_dict["file"] = file

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _file: Any = d.pop("file", UNSET)
        file: LicenceFile | Unset
        if _file is UNSET or _file is None:
            file = UNSET
        else:
            file = LicenceFile.from_dict(_file)

        unlock_license_update = cls(
            file,
        )

        unlock_license_update.additional_properties = d
        return unlock_license_update

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


from ..models.licence_file import LicenceFile  # noqa: E402
