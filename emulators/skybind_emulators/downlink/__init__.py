"""The open platform's downlink: signed REST in front of MQTT, and a simulated dock behind it."""

from skybind_emulators.downlink.emulator import DownlinkEmulator, make_downlink

__all__ = ["DownlinkEmulator", "make_downlink"]
