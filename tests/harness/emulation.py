"""Settings that let a client talk to running emulators."""

from __future__ import annotations

import skybind_emulators


def settings_of(running: skybind_emulators.Running) -> dict[str, str]:
    """Arguments of a client for running emulators."""
    facts = running.ready["services"]["terra"]
    return {
        "app_key": facts["app_key"],
        "secret_key": facts["secret_key"],
        "region": "cn" if facts["storage"]["region"].startswith("oss-cn") else "us",
        "base_url": facts["base_url"],
        "oss_endpoint": facts["storage"]["oss_endpoint"],
        "s3_endpoint": facts["storage"]["s3_endpoint"],
    }
