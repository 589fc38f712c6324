# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.navi_result import NaviResult
from ..types import UNSET, Unset

T = TypeVar("T", bound="NaviAnswer")


@_attrs_define
class NaviAnswer:
    """A way

    Source: seed 4.11.1; C-75
    """

    result: NaviResult | Unset = UNSET
    """Outcome"""
    path: list[NaviStep] | Unset = UNSET
    """The way, step by step"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        result: int | Unset = UNSET
        if not isinstance(self.result, Unset):
            result = NaviResult(self.result).value

        path: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.path, Unset):
            path = []
            for path_item_data in self.path:
                path_item = path_item_data.to_dict()
                path.append(path_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if result is not UNSET:
            field_dict["result"] = result
        if path is not UNSET:
            field_dict["path"] = path

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _result: Any = d.pop("result", UNSET)
        result: NaviResult | Unset
        if _result is UNSET or _result is None:
            result = UNSET
        else:
            result = NaviResult.of(_result)

        _path: Any = d.pop("path", UNSET)
        path: list[NaviStep] | Unset = UNSET
        if not isinstance(_path, Unset) and _path is not None:
            path = []
            for path_item_data in _path:
                path_item = NaviStep.from_dict(path_item_data)

                path.append(path_item)

        navi_answer = cls(
            result,
            path,
        )

        navi_answer.additional_properties = d
        return navi_answer

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


from ..models.navi_step import NaviStep  # noqa: E402
