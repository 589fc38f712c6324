"""IAM tokens: what they are, and how one is got for a password, once for all who need it.

Source: KooMap's manual, section 3.2 (C-02, C-03); IAM's public pages. A token stands for a user in one project of one
region, lives for 24 hours, and is not ended by the next one.
"""

from __future__ import annotations

import contextlib
import copy
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import attrs

from skybind.errors import AuthenticationFailed, DecodeError, PermissionDenied, ServiceError, UsageError
from skybind.wire.authentication import Outgoing
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.iam import models
from skybind_clients.iam.facade import AsyncIamGroups, IamGroups
from skybind_clients.runtime import UNSET, Raw

__all__ = ["Login", "SignIn", "Token"]

# A token is replaced this long before its end, so that no call begins with one that ends under way; of short lives, a
# tenth. Both are our assumption; the manual says no more than that a token near its end may fail.
_MARGIN_SECONDS = 600.0
_MARGIN_SHARE = 0.1

# IAM locks a user for a quarter of an hour after five wrong passwords within one (its default, which an administrator
# may change). So a login that was refused is not tried again for this long, however many calls ask for a token.
_QUIET_SECONDS = 300.0

_HEADER_WORD = re.compile(r"[\x21-\x7e]+")


def _word(_: object, _attribute: attrs.Attribute[str], value: str) -> None:
    if not _HEADER_WORD.fullmatch(value):
        raise UsageError(
            "the token is empty, or has characters that no token has",
            advice="Copy it again, whole and without line breaks; it is the value of X-Subject-Token.",
        )


@attrs.frozen(eq=False)
class Token:
    """An IAM token; authenticates requests by a header.

    Attributes:
        value: As IAM gave it. Real ones run to several thousand characters.
        renew_at: Unix seconds, by this machine's clock, from which on another one should be used; None if unknown.

    Raises:
        UsageError: the value cannot be a header.
    """

    value: str = attrs.field(validator=_word, repr=False)
    renew_at: float | None = None

    def sign(self, outgoing: Outgoing) -> dict[str, str]:  # noqa: ARG002 - the same for each request
        """The header that authenticates a request."""
        return {"X-Auth-Token": self.value}


@attrs.frozen
class Login:
    """Who asks IAM for a token, and for which project.

    Attributes:
        domain: Name of the account.
        username: Name of the user; in an account without other users, the account's name again.
        password: Of the user, who needs programmatic access.
        project_name: The region's own project has the region's name.
        project_id: In place of its name.

    Raises:
        UsageError: neither name nor id of a project.
    """

    domain: str
    username: str
    password: str = attrs.field(repr=False)
    project_name: str | None = None
    project_id: str | None = None

    def __attrs_post_init__(self) -> None:
        if not (self.project_name or self.project_id):
            raise UsageError(
                "a token is for a project, and none is named",
                advice="Name the project; the region's own one has its name, cn-north-4.",
            )

    def request(self) -> models.TokenAuth:
        """What IAM is asked."""
        user = models.TokenUser(name=self.username, password=self.password, domain=models.TokenDomain(name=self.domain))
        # An id names one project; a name beside it could only contradict.
        project = (
            models.TokenProject(id=self.project_id)
            if self.project_id
            else models.TokenProject(name=self.project_name or UNSET)
        )
        return models.TokenAuth(
            identity=models.TokenIdentity(
                methods=[models.TokenMethod.PASSWORD], password=models.TokenPassword(user=user)
            ),
            scope=models.TokenScope(project=project),
        )


class SignIn:
    """Gets tokens for a login.

    A password that was refused is not sent again for five minutes: the refusal is repeated, so that a client with many
    calls does not get its user locked.

    Args:
        login: Who asks.
        now: Unix seconds.
    """

    def __init__(self, login: Login, *, now: Callable[[], float] = time.time) -> None:
        self._login = login
        self._now = now
        self._refusal: ServiceError | None = None
        self._quiet_until = 0.0

    def fetch(self, transport: Transport) -> Token:
        """A new token.

        Raises:
            ServiceError: IAM refuses; ``AuthenticationFailed`` if user or password are wrong.
            TransportError: IAM did not answer.
            DecodeError: IAM's answer has no token.
        """
        with self._without_hammering():
            asked_at = self._now()
            return _token_of(IamGroups(transport).tokens.with_raw.create(**self._wanted()), asked_at)

    async def fetch_async(self, transport: AsyncTransport) -> Token:
        """The same, awaited."""
        with self._without_hammering():
            asked_at = self._now()
            return _token_of(await AsyncIamGroups(transport).tokens.with_raw.create(**self._wanted()), asked_at)

    def _wanted(self) -> dict[str, Any]:
        # The catalogue of all services is most of the answer, and of the token where it is part of that.
        return {"auth": self._login.request(), "nocatalog": "true"}

    @contextlib.contextmanager
    def _without_hammering(self) -> Iterator[None]:
        if self._refusal is not None and self._now() < self._quiet_until:
            raise copy.copy(self._refusal)
        try:
            yield
        except (AuthenticationFailed, PermissionDenied) as error:
            self._refusal, self._quiet_until = copy.copy(error), self._now() + _QUIET_SECONDS
            raise


def _token_of(raw: Raw[models.Token], asked_at: float) -> Token:
    value = raw.headers.get("x-subject-token", "")
    if not value:
        raise DecodeError(
            f"createToken: HTTP {raw.status} without a token in its header X-Subject-Token",
            operation="createToken",
            body=raw.body,
        )
    told = raw.parse()
    begins, ends = _unix_seconds(told.issued_at), _unix_seconds(told.expires_at)
    # Its length is told by IAM's clock alone; when it began, this machine's clock knows.
    lives = 0.0 if ends is None else ends - (asked_at if begins is None else begins)
    if lives <= 0.0:
        return Token(value)  # what cannot be understood, or cannot be: it is used until it is refused
    return Token(value, renew_at=asked_at + lives - min(_MARGIN_SECONDS, lives * _MARGIN_SHARE))


def _unix_seconds(text: str) -> float | None:
    """Of ``2026-01-31T12:00:00.000000Z``, with or without fractions and zone; None for anything else."""
    try:
        time_ = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (time_ if time_.tzinfo else time_.replace(tzinfo=UTC)).timestamp()
