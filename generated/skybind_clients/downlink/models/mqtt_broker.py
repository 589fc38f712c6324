# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MqttBroker")


@_attrs_define
class MqttBroker:
    """Broker of the low-latency link

    Source: client-code platform; doc drc_mode_enter mqtt_broker
    """

    address: str
    """Host and port of the broker, host:port"""
    client_id: str
    """Client id for the device; its serial number is a good one"""
    username: str
    """User name at the broker"""
    password: str = _attrs_field(repr=False)
    """Password at the broker"""
    expire_time: int
    """Until when the credentials may be used, Unix seconds; a connection that is up stays up"""
    enable_tls: bool
    """Whether the connection is encrypted"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        client_id = self.client_id

        username = self.username

        password = self.password

        expire_time = self.expire_time

        enable_tls = self.enable_tls

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "client_id": client_id,
                "username": username,
                "password": password,
                "expire_time": expire_time,
                "enable_tls": enable_tls,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        client_id = d.pop("client_id")

        username = d.pop("username")

        password = d.pop("password")

        expire_time = d.pop("expire_time")

        enable_tls = d.pop("enable_tls")

        mqtt_broker = cls(
            address,
            client_id,
            username,
            password,
            expire_time,
            enable_tls,
        )

        mqtt_broker.additional_properties = d
        return mqtt_broker

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
