"""What an Altizure client stands on: lines to the service, with the user's token, and without it to get one."""

from __future__ import annotations

from skybind.altizure.dialect import AltizureDialect
from skybind.altizure.endpoints import AsyncChoice, AsyncLines, Choice, Lines
from skybind.altizure.settings import AltizureSettings
from skybind.altizure.tokens import SignIn
from skybind.renewal import AsyncRenewing, Renewing
from skybind.wire.authentication import Credential
from skybind.wire.limits import OperationLimits
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.altizure.facade import AltizureGroups, AsyncAltizureGroups
from skybind_clients.altizure.limits import limits

__all__ = ["AsyncConnection", "Connection"]

#: What requests must keep to; one for all clients, since nothing in it changes.
LIMITS = OperationLimits(limits)


def _no_end(_credential: Credential) -> None:
    """How long tokens live is not documented; one is used until it is refused."""


class Connection:
    """Blocking calls to Altizure.

    Attributes:
        lines: What ``AltizureGroups`` takes; gets and renews the user's token as it needs it, once for all threads.
    """

    lines: Lines

    def __init__(self, settings: AltizureSettings) -> None:
        self._settings = settings
        self._probes: list[Transport] = []
        self._choice = Choice(self._without_user, len(settings.addresses))
        self._sign_in = SignIn(settings.login) if settings.login is not None else None
        access: Renewing[Credential] = Renewing(self._credential, _no_end, margin=0.0)
        self.lines = Lines([self._transport(address, access) for address in settings.addresses], self._choice)

    def _transport(self, address: str, access: Renewing[Credential] | None) -> Transport:
        dialect = AltizureDialect(address, self._settings.key)
        return Transport(dialect, self._settings.options, access=access, limits=LIMITS)

    def _without_user(self) -> list[Transport]:
        if not self._probes:
            self._probes = [self._transport(address, None) for address in self._settings.addresses]
        return self._probes

    @property
    def unsigned(self) -> Lines:
        """Lines on which the app key speaks alone: for whoever has no token yet."""
        return Lines(self._without_user(), self._choice)

    def _credential(self) -> Credential:
        if self._sign_in is None:
            return self._settings.token
        return self._sign_in.fetch(AltizureGroups(self.unsigned))

    def close(self) -> None:
        """Close the connections."""
        self.lines.close()
        for transport in self._probes:
            transport.close()


class AsyncConnection:
    """The same for asyncio; ``lines`` is what ``AsyncAltizureGroups`` takes."""

    lines: AsyncLines

    def __init__(self, settings: AltizureSettings) -> None:
        self._settings = settings
        self._probes: list[AsyncTransport] = []
        self._choice = AsyncChoice(self._without_user, len(settings.addresses))
        self._sign_in = SignIn(settings.login) if settings.login is not None else None
        access: AsyncRenewing[Credential] = AsyncRenewing(self._credential, _no_end, margin=0.0)
        self.lines = AsyncLines([self._transport(address, access) for address in settings.addresses], self._choice)

    def _transport(self, address: str, access: AsyncRenewing[Credential] | None) -> AsyncTransport:
        dialect = AltizureDialect(address, self._settings.key)
        return AsyncTransport(dialect, self._settings.options, access=access, limits=LIMITS)

    def _without_user(self) -> list[AsyncTransport]:
        if not self._probes:
            self._probes = [self._transport(address, None) for address in self._settings.addresses]
        return self._probes

    @property
    def unsigned(self) -> AsyncLines:
        """Lines on which the app key speaks alone: for whoever has no token yet."""
        return AsyncLines(self._without_user(), self._choice)

    async def _credential(self) -> Credential:
        if self._sign_in is None:
            return self._settings.token
        return await self._sign_in.fetch_async(AsyncAltizureGroups(self.unsigned))

    async def close(self) -> None:
        """Close the connections."""
        await self.lines.close()
        for transport in self._probes:
            await transport.close()
