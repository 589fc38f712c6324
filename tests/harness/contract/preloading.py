"""All our modules, loaded before anything is made up.

Hypothesis mixes constants of the loaded modules into what it makes up. Heavy modules are loaded when they are first
needed, so that without this the requests of a test would depend on which tests came before it in the same process.
"""

from importlib import import_module
from pkgutil import walk_packages

import skybind
import skybind_clients
import skybind_emulators

__all__ = ["load_everything"]


def load_everything() -> None:
    """Load each module of the three packages, but for those that are programs."""
    for package in (skybind, skybind_clients, skybind_emulators):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
