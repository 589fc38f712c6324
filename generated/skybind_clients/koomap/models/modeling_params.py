# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.triangulation_accuracy import TriangulationAccuracy
from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelingParams")


@_attrs_define
class ModelingParams:
    """How it is modelled. More members than these have been seen

    Source: seed 4.5.1; C-48
    """

    accuracy: TriangulationAccuracy | Unset = UNSET
    """Accuracy of the aerial triangulation"""
    key_point_limit: int | str | Unset = UNSET
    """Key points of the aerial triangulation, at most"""
    tie_point_limit: int | str | Unset = UNSET
    """Tie points of the aerial triangulation, at most"""
    mesh_accuracy: int | str | Unset = UNSET
    """Quality of the mesh: 0 high, 1 medium, 2 low"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accuracy: str | Unset = UNSET
        if not isinstance(self.accuracy, Unset):
            accuracy = TriangulationAccuracy(self.accuracy).value

        key_point_limit: int | str | Unset
        if isinstance(self.key_point_limit, Unset):
            key_point_limit = UNSET
        else:
            key_point_limit = self.key_point_limit

        tie_point_limit: int | str | Unset
        if isinstance(self.tie_point_limit, Unset):
            tie_point_limit = UNSET
        else:
            tie_point_limit = self.tie_point_limit

        mesh_accuracy: int | str | Unset
        if isinstance(self.mesh_accuracy, Unset):
            mesh_accuracy = UNSET
        else:
            mesh_accuracy = self.mesh_accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if accuracy is not UNSET:
            field_dict["accuracy"] = accuracy
        if key_point_limit is not UNSET:
            field_dict["key_point_limit"] = key_point_limit
        if tie_point_limit is not UNSET:
            field_dict["tie_point_limit"] = tie_point_limit
        if mesh_accuracy is not UNSET:
            field_dict["mesh_accuracy"] = mesh_accuracy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _accuracy: Any = d.pop("accuracy", UNSET)
        accuracy: TriangulationAccuracy | Unset
        if _accuracy is UNSET or _accuracy is None:
            accuracy = UNSET
        else:
            accuracy = TriangulationAccuracy.of(_accuracy)

        def _parse_key_point_limit(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        key_point_limit = _parse_key_point_limit(d.pop("key_point_limit", UNSET))

        def _parse_tie_point_limit(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        tie_point_limit = _parse_tie_point_limit(d.pop("tie_point_limit", UNSET))

        def _parse_mesh_accuracy(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        mesh_accuracy = _parse_mesh_accuracy(d.pop("mesh_accuracy", UNSET))

        modeling_params = cls(
            accuracy,
            key_point_limit,
            tie_point_limit,
            mesh_accuracy,
        )

        modeling_params.additional_properties = d
        return modeling_params

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
