# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .iam_error import IamError
    from .iam_refusal import IamRefusal
    from .named_thing import NamedThing
    from .token import Token
    from .token_answer import TokenAnswer
    from .token_auth import TokenAuth
    from .token_catalog_item import TokenCatalogItem
    from .token_domain import TokenDomain
    from .token_identity import TokenIdentity
    from .token_method import TokenMethod
    from .token_password import TokenPassword
    from .token_project import TokenProject
    from .token_request import TokenRequest
    from .token_scope import TokenScope
    from .token_user import TokenUser

__all__ = (
    "IamError",
    "IamRefusal",
    "NamedThing",
    "Token",
    "TokenAnswer",
    "TokenAuth",
    "TokenCatalogItem",
    "TokenDomain",
    "TokenIdentity",
    "TokenMethod",
    "TokenPassword",
    "TokenProject",
    "TokenRequest",
    "TokenScope",
    "TokenUser",
)

_HOMES = {
    "IamError": ".iam_error",
    "IamRefusal": ".iam_refusal",
    "NamedThing": ".named_thing",
    "Token": ".token",
    "TokenAnswer": ".token_answer",
    "TokenAuth": ".token_auth",
    "TokenCatalogItem": ".token_catalog_item",
    "TokenDomain": ".token_domain",
    "TokenIdentity": ".token_identity",
    "TokenMethod": ".token_method",
    "TokenPassword": ".token_password",
    "TokenProject": ".token_project",
    "TokenRequest": ".token_request",
    "TokenScope": ".token_scope",
    "TokenUser": ".token_user",
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
