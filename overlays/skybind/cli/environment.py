"""What ``skybind emulate`` says, as settings of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["environment", "exports"]

# A token that is given ends; a login, which is given too, renews its own.
_LEFT_OUT = frozenset({"token"})


def environment(ready: Mapping[str, Any]) -> dict[str, str]:
    """Variables for the services of a ready line: ``{"SKYBIND_TERRA_APP_KEY": ...}``."""
    found: dict[str, str] = {}
    for service, facts in ready["services"].items():
        prefix = f"SKYBIND_{service}".upper()
        for name, value in facts.items():
            if isinstance(value, str) and name not in _LEFT_OUT:
                found[f"{prefix}_{name}".upper()] = value
        storage = facts.get("storage", {})
        for name in ("oss_endpoint", "s3_endpoint", "obs_endpoint"):
            if name in storage:
                found[f"{prefix}_{name}".upper()] = storage[name]
        if service == "terra":
            # The service's region is told by its storage: OSS in mainland China, S3 elsewhere.
            found["SKYBIND_TERRA_REGION"] = "cn" if storage["region"].startswith("oss-cn") else "us"
    return found


def exports(ready: Mapping[str, Any]) -> str:
    """The same as lines for a shell."""
    return "".join(f"export {name}='{value}'\n" for name, value in environment(ready).items())
