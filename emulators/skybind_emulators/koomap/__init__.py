"""Huawei KooMap: REST behind a token or an AK/SK signature, with the IAM service that gives out the tokens."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skybind_emulators.koomap.emulator import KooMapEmulator, make_koomap

__all__ = ["KooMapEmulator", "make_koomap"]


def __getattr__(name: str) -> Any:
    # Loaded when first used: modules of the service import others through this package.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from skybind_emulators.koomap import emulator  # noqa: PLC0415

    return getattr(emulator, name)
