"""Altizure: a GraphQL service, from project to finished model."""

from skybind_emulators.altizure.emulator import AltizureEmulator, make_altizure

__all__ = ["AltizureEmulator", "make_altizure"]
