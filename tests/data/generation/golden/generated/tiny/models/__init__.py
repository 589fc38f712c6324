# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .lamp import Lamp
    from .lamp_page import LampPage
    from .refusal import Refusal
    from .state import State
    from .switch import Switch

__all__ = (
    "Lamp",
    "LampPage",
    "Refusal",
    "State",
    "Switch",
)

_HOMES = {
    "Lamp": ".lamp",
    "LampPage": ".lamp_page",
    "Refusal": ".refusal",
    "State": ".state",
    "Switch": ".switch",
}

# Hidden from type checkers: with a module-level __getattr__ in sight they would accept any misspelt name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(home, __name__), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
