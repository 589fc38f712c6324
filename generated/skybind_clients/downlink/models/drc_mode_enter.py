# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DrcModeEnter")


@_attrs_define
class DrcModeEnter:
    """Open the low-latency link for remote control

    Source: client-code platform; doc 1.11.3, 1.15
    """

    mqtt_broker: MqttBroker
    """Broker of the low-latency link, with credentials for the device"""
    osd_frequency: int
    """How often the device sends its state, Hz"""
    hsi_frequency: int
    """How often the device sends obstacles, Hz"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mqtt_broker = self.mqtt_broker.to_dict()

        osd_frequency = self.osd_frequency

        hsi_frequency = self.hsi_frequency

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mqtt_broker": mqtt_broker,
                "osd_frequency": osd_frequency,
                "hsi_frequency": hsi_frequency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mqtt_broker = MqttBroker.from_dict(d.pop("mqtt_broker"))

        osd_frequency = d.pop("osd_frequency")

        hsi_frequency = d.pop("hsi_frequency")

        drc_mode_enter = cls(
            mqtt_broker,
            osd_frequency,
            hsi_frequency,
        )

        drc_mode_enter.additional_properties = d
        return drc_mode_enter

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


from ..models.mqtt_broker import MqttBroker  # noqa: E402
