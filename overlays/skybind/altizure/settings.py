"""What an Altizure client is made of; the same for sync and async.

All fields may stand in the environment as ``SKYBIND_ALTIZURE_<FIELD>``. Only ``key`` is required: it is enough for what
belongs to no user. A user is known by ``altitoken``, or by ``email`` and ``password``, which get tokens as they are
needed; a token that is given counts first.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import attrs

from skybind import credentials
from skybind.altizure.tokens import Login, UserToken
from skybind.errors import CredentialsMissing, UsageError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.tokens import read_token, write_token
from skybind.transfers.ledger import Ledger
from skybind.transfers.timelines import Timelines

__all__ = ["ADDRESSES", "AltizureSettings", "StorageEndpoints"]

#: Altizure's two public addresses; the data behind them is the same.
ADDRESSES = {"com": "https://api.altizure.com/graphql", "cn": "https://api.altizure.cn/graphql"}
_REQUIRED = ("key",)
_OPTIONAL = ("altitoken", "email", "password", "endpoint", "app_secret", "oss_endpoint", "s3_endpoint")


@attrs.frozen
class StorageEndpoints:
    """Where storage is, if not where the service says; for emulators and private networks.

    Attributes:
        oss: Address of OSS.
        s3: Scheme, host and port to connect to in place of those in signed addresses. The host that was signed is still
            named in the request, or the signature would not fit.
    """

    oss: str | None = None
    s3: str | None = None


@attrs.frozen
class AltizureSettings:
    """What sync and async clients are made of.

    Attributes:
        key: App key.
        addresses: Where the service is; of several, the one is used that answers first.
        token: The user's token that was given; without a value if there is none yet.
        login: Who gets tokens, or None.
        app_secret: Of the app, for the exchange of OAuth codes on a server; None if it was not given.
        storage: Overrides of the storage addresses.
        options: Behaviour on the wire.
        schedule: How often tasks and images are asked about.
        state: Folder for the record of uploads, or None for the user's.
    """

    key: str = attrs.field(repr=False)
    addresses: tuple[str, ...]
    token: UserToken = attrs.field(repr=False)
    login: Login | None
    app_secret: str | None = attrs.field(repr=False)
    storage: StorageEndpoints
    options: Options
    schedule: Schedule
    state: Path | None

    @classmethod
    def of(
        cls,
        given: Mapping[str, str | None],
        *,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> AltizureSettings:
        """Settings from what was given, the environment, the profile file and a keyring.

        Raises:
            CredentialsMissing: no app key, or an e-mail without its password.
            UsageError: an address that is none.
        """
        found = credentials.find("altizure", _REQUIRED, _OPTIONAL, given=dict(given), profile=profile, environ=environ)
        return cls(
            key=found["key"],
            addresses=_addresses(found.get("endpoint")),
            token=UserToken(found.get("altitoken")),
            login=None if "altitoken" in found else _login(found),
            app_secret=found.get("app_secret"),
            storage=StorageEndpoints(found.get("oss_endpoint"), found.get("s3_endpoint")),
            options=options or Options(),
            schedule=schedule or Schedule(),
            state=Path(state) if state is not None else None,
        )

    @property
    def place(self) -> str:
        """Names the service in records and tokens: both public addresses are one place, a private server is another."""
        return "public" if set(self.addresses) <= set(ADDRESSES.values()) else self.addresses[0]

    @property
    def record(self) -> Timelines:
        """Where states of jobs are put on record."""
        return Timelines("altizure", self.state)

    def ledger(self) -> Ledger:
        """The record of uploads."""
        return Ledger(self.state / "ledger.sqlite3" if self.state else None)

    def job_token(self, project_id: str) -> str:
        """Goes on with a project's task in another process."""
        return write_token("altizure", {"j": project_id, "at": self.place})

    def job_id(self, token_or_id: str) -> str:
        """The project that a resume token or an id names.

        Raises:
            UsageError: a token of another service or server, or one of an upload that has no task yet.
        """
        if "." not in token_or_id:
            return token_or_id
        content = read_token(token_or_id, "altizure")
        if content.get("at", self.place) != self.place:
            raise UsageError(
                f"this task runs at {content['at']!r}, and the client is for {self.place!r}",
                advice="Set SKYBIND_ALTIZURE_ENDPOINT to the server that it was started at.",
            )
        if "j" not in content:
            raise UsageError(
                "this token belongs to an upload that has no task yet",
                advice="Call upload() with the same folder; it sends only what is missing.",
            )
        return content["j"]


def _addresses(endpoint: str | None) -> tuple[str, ...]:
    if endpoint is None:
        return tuple(ADDRESSES.values())
    if endpoint in ADDRESSES:
        return (ADDRESSES[endpoint],)
    parts = urlsplit(endpoint)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise UsageError(
            f"{endpoint}: is not an address",
            advice="Say com, cn, or the address of a private server, which starts with http:// or https://.",
        )
    # Private servers are named by host and port; what takes operations is below.
    return (endpoint if parts.path.strip("/") else f"{endpoint.rstrip('/')}/graphql",)


def _login(found: Mapping[str, str]) -> Login | None:
    if "email" not in found:
        return None
    if "password" not in found:
        raise CredentialsMissing(
            "an e-mail for altizure, and no password", advice="Set SKYBIND_ALTIZURE_PASSWORD, or _ALTITOKEN in place."
        )
    return Login(found["email"], found["password"])
