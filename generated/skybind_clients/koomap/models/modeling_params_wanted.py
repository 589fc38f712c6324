# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.triangulation_accuracy import TriangulationAccuracy

T = TypeVar("T", bound="ModelingParamsWanted")


@_attrs_define
class ModelingParamsWanted:
    """How to model. All four, or none at all: then the service takes its defaults

    Source: seed 4.5.1, 4.5.2; C-49
    """

    accuracy: TriangulationAccuracy
    """Accuracy of the aerial triangulation"""
    key_point_limit: int | str
    """Key points of the aerial triangulation, at most"""
    tie_point_limit: int | str
    """Tie points of the aerial triangulation, at most"""
    mesh_accuracy: int | str
    """Quality of the mesh: 0 high, 1 medium, 2 low"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accuracy = TriangulationAccuracy(self.accuracy).value

        key_point_limit: int | str
        key_point_limit = self.key_point_limit

        tie_point_limit: int | str
        tie_point_limit = self.tie_point_limit

        mesh_accuracy: int | str
        mesh_accuracy = self.mesh_accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accuracy": accuracy,
                "key_point_limit": key_point_limit,
                "tie_point_limit": tie_point_limit,
                "mesh_accuracy": mesh_accuracy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        accuracy = TriangulationAccuracy.of(d.pop("accuracy"))

        def _parse_key_point_limit(data: object) -> int | str:
            return cast(int | str, data)

        key_point_limit = _parse_key_point_limit(d.pop("key_point_limit"))

        def _parse_tie_point_limit(data: object) -> int | str:
            return cast(int | str, data)

        tie_point_limit = _parse_tie_point_limit(d.pop("tie_point_limit"))

        def _parse_mesh_accuracy(data: object) -> int | str:
            return cast(int | str, data)

        mesh_accuracy = _parse_mesh_accuracy(d.pop("mesh_accuracy"))

        modeling_params_wanted = cls(
            accuracy,
            key_point_limit,
            tie_point_limit,
            mesh_accuracy,
        )

        modeling_params_wanted.additional_properties = d
        return modeling_params_wanted

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
