# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WirelessLinkTopology")


@_attrs_define
class WirelessLinkTopology:
    """How an aircraft is paired with two docks

    Source: client-code platform; doc flighttask_execute wireless_link_topo
    """

    secret_code: list[int] = _attrs_field(repr=False)
    """Key of the radio link, 28 numbers, as the aircraft reports it"""
    center_node: LinkCenterNode
    """The aircraft's side of the pairing, as it reports it"""
    leaf_nodes: list[LinkLeafNode]
    """The other side of the pairing: docks, or a remote controller"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        secret_code = self.secret_code

        center_node = self.center_node.to_dict()

        leaf_nodes = []
        for leaf_nodes_item_data in self.leaf_nodes:
            leaf_nodes_item = leaf_nodes_item_data.to_dict()
            leaf_nodes.append(leaf_nodes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "secret_code": secret_code,
                "center_node": center_node,
                "leaf_nodes": leaf_nodes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _secret_code: Any = d.pop("secret_code")
        secret_code = cast(list[int], [] if _secret_code is None else _secret_code)

        center_node = LinkCenterNode.from_dict(d.pop("center_node"))

        _leaf_nodes: Any = d.pop("leaf_nodes")
        leaf_nodes = []
        for leaf_nodes_item_data in [] if _leaf_nodes is None else _leaf_nodes:
            leaf_nodes_item = LinkLeafNode.from_dict(leaf_nodes_item_data)

            leaf_nodes.append(leaf_nodes_item)

        wireless_link_topology = cls(
            secret_code,
            center_node,
            leaf_nodes,
        )

        wireless_link_topology.additional_properties = d
        return wireless_link_topology

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


from ..models.link_center_node import LinkCenterNode  # noqa: E402
from ..models.link_leaf_node import LinkLeafNode  # noqa: E402
