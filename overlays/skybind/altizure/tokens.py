"""The user's token: given, or got for e-mail and password once for all who need it, or for a code sent to a phone."""

from __future__ import annotations

import contextlib
import copy
import re
import time
from collections.abc import Callable, Iterator

import attrs

from skybind.errors import AuthenticationFailed, UsageError
from skybind.wire.authentication import Outgoing
from skybind_clients.altizure.facade import AltizureGroups, AsyncAltizureGroups

__all__ = ["Login", "SignIn", "UserToken"]

# No document says that wrong passwords lock a user; this client does not find out. Our assumption.
_QUIET_SECONDS = 60.0

_HEADER_WORD = re.compile(r"[\x21-\x7e]+")


@attrs.define(eq=False)
class UserToken:
    """A user's token as a header; one without a value lets the app key speak alone, which some calls content.

    Attributes:
        value: As Altizure gave it, or None. A client whose user signs in later changes it.

    Raises:
        UsageError: the value cannot be a header.
    """

    value: str | None = attrs.field(default=None, repr=False)

    @value.validator
    def _word(self, _attribute: object, value: str | None) -> None:
        if value is not None and not _HEADER_WORD.fullmatch(value):
            raise UsageError(
                "the user token is empty, or has characters that no token has",
                advice="Copy it again, whole and without line breaks; real ones are letters and digits.",
            )

    def sign(self, outgoing: Outgoing) -> dict[str, str]:  # noqa: ARG002 - the same for each request
        """The header that authenticates a request."""
        return {"altitoken": self.value} if self.value else {}


@attrs.frozen
class Login:
    """Who signs in."""

    email: str
    password: str = attrs.field(repr=False)


class SignIn:
    """Gets tokens for a login.

    A password that was refused is not sent again for a minute: the refusal is repeated.

    Args:
        login: Who signs in.
        now: Monotonic seconds.
    """

    def __init__(self, login: Login, *, now: Callable[[], float] = time.monotonic) -> None:
        self._login = login
        self._now = now
        self._refusal: AuthenticationFailed | None = None
        self._quiet_until = 0.0

    def fetch(self, api: AltizureGroups) -> UserToken:
        """A new token.

        Raises:
            AuthenticationFailed: e-mail or password are wrong.
        """
        with self._without_hammering():
            # `fresh` is only ever sent as false by the official client; what true does is not known.
            return UserToken(api.account.get_token(email=self._login.email, password=self._login.password, fresh=False))

    async def fetch_async(self, api: AsyncAltizureGroups) -> UserToken:
        """The same, awaited."""
        with self._without_hammering():
            return UserToken(
                await api.account.get_token(email=self._login.email, password=self._login.password, fresh=False)
            )

    @contextlib.contextmanager
    def _without_hammering(self) -> Iterator[None]:
        if self._refusal is not None and self._now() < self._quiet_until:
            raise copy.copy(self._refusal)
        try:
            yield
        except AuthenticationFailed as error:
            self._refusal, self._quiet_until = copy.copy(error), self._now() + _QUIET_SECONDS
            raise
