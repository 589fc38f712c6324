"""Which gateway carries a device: the platform has ids of its own, DJI has serial numbers."""

from skybind_emulators.settings import DownlinkRules


class Fleet:
    """The devices of the first tenant. Others have none."""

    def __init__(self, rules: DownlinkRules) -> None:
        self._tenant_id = rules.tenant_id
        self._gateways = {rules.device_id: rules.gateway_sn, **rules.devices}

    def gateway(self, tenant_id: str, device_id: str) -> str | None:
        """Serial number of the gateway; None if the tenant has no such device."""
        return self._gateways.get(device_id) if tenant_id == self._tenant_id else None

    def device(self, gateway_sn: str) -> str:
        """The first device at a gateway; for one that is not known, its serial number stands in."""
        return next((device for device, gateway in self._gateways.items() if gateway == gateway_sn), gateway_sn)

    def sees(self, tenant_id: str) -> bool:
        """Whether the devices are this tenant's."""
        return tenant_id == self._tenant_id
