# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MultiDockTask")


@_attrs_define
class MultiDockTask:
    """A task between two docks

    Source: client-code platform; doc flighttask_execute multi_dock_task
    """

    wireless_link_topo: WirelessLinkTopology
    """How the aircraft is paired with both docks"""
    dock_infos: list[DockInfo]
    """The two docks, as each reports itself, with role and index added"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        wireless_link_topo = self.wireless_link_topo.to_dict()

        dock_infos = []
        for dock_infos_item_data in self.dock_infos:
            dock_infos_item = dock_infos_item_data.to_dict()
            dock_infos.append(dock_infos_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "wireless_link_topo": wireless_link_topo,
                "dock_infos": dock_infos,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        wireless_link_topo = WirelessLinkTopology.from_dict(d.pop("wireless_link_topo"))

        _dock_infos: Any = d.pop("dock_infos")
        dock_infos = []
        for dock_infos_item_data in [] if _dock_infos is None else _dock_infos:
            dock_infos_item = DockInfo.from_dict(dock_infos_item_data)

            dock_infos.append(dock_infos_item)

        multi_dock_task = cls(
            wireless_link_topo,
            dock_infos,
        )

        multi_dock_task.additional_properties = d
        return multi_dock_task

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


from ..models.dock_info import DockInfo  # noqa: E402
from ..models.wireless_link_topology import WirelessLinkTopology  # noqa: E402
