# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Huawei Cloud IAM, tokens as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, Caller, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.token import Token
    from .models.token_auth import TokenAuth


class Tokens:
    """Tokens of users."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawTokens:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawTokens(self._caller)

    def create(self, *, auth: TokenAuth, nocatalog: str | Unset = UNSET) -> Token:
        """Get a token for a user's password.

        The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is for. KooMap
        needs a token whose scope is a project.

        Args:
            auth: Who asks.
            nocatalog: Any value leaves the list of services out of the answer, which makes it much shorter.

        Returns:
            The token's data; the token is in the header.

        Effect: safe (changes nothing, may be sent again).

        Refusals: IAM.0001 bad_request, IAM.0002 wrong_password, IAM.0003 forbidden, IAM.0004 not_found, IAM.0009
        internal_error.

        Source: seed 3.2; doc IAM; client-code SDK core; C-02, C-03
        """
        from .api.tokens import create_token as _endpoint
        from .models.token_request import TokenRequest

        _body = TokenRequest(auth=auth)
        _request = _endpoint._get_kwargs(nocatalog=nocatalog, body=_body)
        return self._caller(OPERATIONS["createToken"], _request, decoders.create_token)


class RawTokens:
    """The calls of `Tokens`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(self, *, auth: TokenAuth, nocatalog: str | Unset = UNSET) -> Raw[Token]:
        """See `Tokens.create`."""
        from .api.tokens import create_token as _endpoint
        from .models.token_request import TokenRequest

        _body = TokenRequest(auth=auth)
        _request = _endpoint._get_kwargs(nocatalog=nocatalog, body=_body)
        return self._caller.raw(OPERATIONS["createToken"], _request, decoders.create_token)


class IamGroups:
    """All groups of Huawei Cloud IAM, tokens.

    Attributes:
        tokens: Tokens of users.
    """

    def __init__(self, caller: Caller) -> None:
        self.tokens = Tokens(caller)


class AsyncTokens:
    """Tokens of users."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawTokens:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawTokens(self._caller)

    async def create(self, *, auth: TokenAuth, nocatalog: str | Unset = UNSET) -> Token:
        """Get a token for a user's password.

        The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is for. KooMap
        needs a token whose scope is a project.

        Args:
            auth: Who asks.
            nocatalog: Any value leaves the list of services out of the answer, which makes it much shorter.

        Returns:
            The token's data; the token is in the header.

        Effect: safe (changes nothing, may be sent again).

        Refusals: IAM.0001 bad_request, IAM.0002 wrong_password, IAM.0003 forbidden, IAM.0004 not_found, IAM.0009
        internal_error.

        Source: seed 3.2; doc IAM; client-code SDK core; C-02, C-03
        """
        from .api.tokens import create_token as _endpoint
        from .models.token_request import TokenRequest

        _body = TokenRequest(auth=auth)
        _request = _endpoint._get_kwargs(nocatalog=nocatalog, body=_body)
        return await self._caller(OPERATIONS["createToken"], _request, decoders.create_token)


class AsyncRawTokens:
    """The calls of `AsyncTokens`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(self, *, auth: TokenAuth, nocatalog: str | Unset = UNSET) -> Raw[Token]:
        """See `AsyncTokens.create`."""
        from .api.tokens import create_token as _endpoint
        from .models.token_request import TokenRequest

        _body = TokenRequest(auth=auth)
        _request = _endpoint._get_kwargs(nocatalog=nocatalog, body=_body)
        return await self._caller.raw(OPERATIONS["createToken"], _request, decoders.create_token)


class AsyncIamGroups:
    """All groups of Huawei Cloud IAM, tokens.

    Attributes:
        tokens: Tokens of users.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.tokens = AsyncTokens(caller)


__all__ = (
    "AsyncIamGroups",
    "AsyncTokens",
    "IamGroups",
    "Tokens",
)
