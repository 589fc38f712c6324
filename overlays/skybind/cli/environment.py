"""What ``skybind emulate`` says, as settings of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["environment", "exports"]


def environment(ready: Mapping[str, Any]) -> dict[str, str]:
    """Variables for the services of a ready line: ``{"SKYBIND_TERRA_APP_KEY": ...}``."""
    found: dict[str, str] = {}
    for service, facts in ready["services"].items():
        prefix = f"SKYBIND_{service}".upper()
        for name, value in facts.items():
            if isinstance(value, str):
                found[f"{prefix}_{name}".upper()] = value
        for name in ("oss_endpoint", "s3_endpoint"):
            if name in facts.get("storage", {}):
                found[f"{prefix}_{name}".upper()] = facts["storage"][name]
    return found


def exports(ready: Mapping[str, Any]) -> str:
    """The same as lines for a shell."""
    return "".join(f"export {name}='{value}'\n" for name, value in environment(ready).items())
