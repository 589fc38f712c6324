"""The transports that a KooMap client stands on: one to KooMap, and one to IAM where a login gets tokens."""

from __future__ import annotations

from skybind.koomap.settings import KooMapSettings
from skybind.koomap.tokens import SignIn, Token
from skybind.options import Options
from skybind.renewal import AsyncRenewing, Renewing
from skybind.wire.authentication import Credential
from skybind.wire.limits import OperationLimits
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.koomap.limits import limits

__all__ = ["AsyncConnection", "Connection"]


#: What requests must keep to; one for all clients, since nothing in it changes.
LIMITS = OperationLimits(limits)


def _renew_at(credential: Credential) -> float | None:
    return credential.renew_at if isinstance(credential, Token) else None


def _iam_options(options: Options) -> Options:
    """The same behaviour; headers of the caller are meant for KooMap alone."""
    return options.replace(headers={})


class Connection:
    """Blocking calls to KooMap; ``transport`` is what ``KoomapGroups`` takes.

    Nothing is sent before the first call. Getting a token is a call of its own: it has the client's timeouts and
    retries, not those of the call that needs it, and its time counts for that call.

    Attributes:
        transport: To KooMap; gets and renews tokens as it needs them.
    """

    transport: Transport

    def __init__(self, settings: KooMapSettings) -> None:
        self._iam: Transport | None = None
        self.transport = Transport(settings.dialect, settings.options, access=self._access(settings), limits=LIMITS)

    def _access(self, settings: KooMapSettings) -> Renewing[Credential]:
        given = settings.credential
        if given is not None:
            return Renewing(lambda: given, _renew_at, margin=0.0)
        assert settings.iam is not None
        assert settings.login is not None
        iam = self._iam = Transport(settings.iam, _iam_options(settings.options))
        sign_in = SignIn(settings.login)
        return Renewing(lambda: sign_in.fetch(iam), _renew_at, margin=0.0)

    def close(self) -> None:
        """Close the connections."""
        self.transport.close()
        if self._iam is not None:
            self._iam.close()


class AsyncConnection:
    """The same for asyncio; ``transport`` is what ``AsyncKoomapGroups`` takes."""

    transport: AsyncTransport

    def __init__(self, settings: KooMapSettings) -> None:
        self._iam: AsyncTransport | None = None
        self.transport = AsyncTransport(
            settings.dialect, settings.options, access=self._access(settings), limits=LIMITS
        )

    def _access(self, settings: KooMapSettings) -> AsyncRenewing[Credential]:
        given = settings.credential
        if given is not None:

            async def same() -> Credential:
                return given

            return AsyncRenewing(same, _renew_at, margin=0.0)
        assert settings.iam is not None
        assert settings.login is not None
        iam = self._iam = AsyncTransport(settings.iam, _iam_options(settings.options))
        sign_in = SignIn(settings.login)
        return AsyncRenewing(lambda: sign_in.fetch_async(iam), _renew_at, margin=0.0)

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.close()
        if self._iam is not None:
            await self._iam.close()
