# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UploadCallbackAnswer")


@_attrs_define
class UploadCallbackAnswer:
    """Answer of uploadCallback

    Source: client-code TS
    """

    result: Result
    """How the call went"""
    data: list[File]
    """The files, one for each reported"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        result = self.result.to_dict()

        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "result": result,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        result = Result.from_dict(d.pop("result"))

        _data: Any = d.pop("data")
        data = []
        for data_item_data in [] if _data is None else _data:
            data_item = File.from_dict(data_item_data)

            data.append(data_item)

        upload_callback_answer = cls(
            result,
            data,
        )

        upload_callback_answer.additional_properties = d
        return upload_callback_answer

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


from ..models.file import File  # noqa: E402
from ..models.result import Result  # noqa: E402
