"""The downlink as users see it, for asyncio: :class:`AsyncDownlink`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Unpack

from skybind.clients import AsyncClient
from skybind.downlink.checking import LIMITS
from skybind.downlink.client import meant
from skybind.downlink.commands import AsyncCommand, CommandRef
from skybind.downlink.flights import AsyncFlight
from skybind.downlink.intents import Intent, Profile, Sendable
from skybind.downlink.media import MediaFile, link_to, wanted
from skybind.downlink.outcomes import CommandUnknown
from skybind.downlink.plans import FlightPlan, PlanMembers
from skybind.downlink.rehearsing import rehearse
from skybind.downlink.sending import asked, async_commands_with, noted, sent
from skybind.downlink.settings import DownlinkSettings
from skybind.downlink.signing import CanonicalForm
from skybind.downlink.waylines import Kmz, Place, put, signed, wayline_file
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.steps import Workflow, run_async
from skybind.transfers.download import DownloadProgress, download
from skybind.transfers.threads import in_thread
from skybind.wire.conversation import Rehearsed
from skybind.wire.transport import AsyncTransport
from skybind_clients.downlink.facade import AsyncDownlinkGroups
from skybind_clients.downlink.models import AcceptedCommand, WaylineFile

__all__ = ["AsyncDownlink"]


class AsyncDownlink(AsyncClient[DownlinkSettings]):
    """A client of the open platform for asyncio: the names, arguments and errors of :class:`Downlink`, awaited."""

    name = "downlink"

    def __init__(
        self,
        api_id: str | None = None,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        device_id: str | None = None,
        canonical: CanonicalForm | str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
    ) -> None:
        given = {"api_id": api_id, "api_key": api_key, "base_url": base_url, "device_id": device_id}
        settings = DownlinkSettings.of(given, canonical=canonical, profile=profile, options=options, schedule=schedule)
        self._bind(settings, AsyncTransport(settings.dialect, settings.options, limits=LIMITS))

    def _bind(self, settings: DownlinkSettings, transport: AsyncTransport) -> None:
        self._settings = settings
        self._transport = transport

        groups = self._groups = AsyncDownlinkGroups(transport)
        self.commands = groups.commands
        self.device_requests = groups.device_requests
        self.objects = groups.objects
        self.object_credentials = groups.object_credentials
        self.object_resources = groups.object_resources
        self.callback_endpoints = groups.callback_endpoints
        self.subscriptions = groups.subscriptions
        self.credentials = groups.credentials

    @property
    def _place(self) -> str:
        return self._settings.dialect.base_url

    def with_options(self, **changes: Any) -> AsyncDownlink:
        """The same client, over the same connections, with other options: ``downlink.with_options(timeout=5)``."""
        settings = self._settings.with_options(changes)
        view = object.__new__(AsyncDownlink)
        view._bind(settings, self._transport.with_options(settings.options))
        return view

    async def _carry(self, workflow: Workflow[Any], seconds: float | None = None) -> Any:
        if seconds is None:
            return await run_async(workflow, self._groups)
        limited = self.with_options(timeout=min(seconds, self.options.total_timeout))
        return await run_async(workflow, limited._groups)

    # ---------------------------------------------------------------------------------------- commands

    def intent(
        self,
        command: Sendable,
        *,
        device_id: str | None = None,
        timeout_seconds: int | None = None,
        idempotency_key: str | None = None,
        profile: Profile | None = None,
    ) -> Intent:
        """A command that is meant, with its key; nothing is sent. See :meth:`Downlink.intent`."""
        return meant(self._settings, command, device_id, timeout_seconds, idempotency_key, profile)

    async def send(
        self,
        command: Sendable,
        *,
        device_id: str | None = None,
        timeout_seconds: int | None = None,
        idempotency_key: str | None = None,
        profile: Profile | None = None,
    ) -> AsyncCommand:
        """Send a command: at most once if it moves a machine, or may; see :meth:`Downlink.send`.

        A task that is cancelled meanwhile leaves it open whether the command was accepted; make the intent first, and
        ask about that.
        """
        intent = meant(self._settings, command, device_id, timeout_seconds, idempotency_key, profile)
        return await self._accepted(intent, sent(intent))

    def rehearse(self, command: Sendable, *, device_id: str | None = None) -> Rehearsed:
        """The signed request that :meth:`send` would send now; nothing is sent. See :meth:`Downlink.rehearse`."""
        return rehearse(self._transport, meant(self._settings, command, device_id, None, None, None))

    async def _accepted(self, intent: Intent, workflow: Workflow[AcceptedCommand]) -> AsyncCommand:
        with noted(intent):
            accepted = await run_async(workflow, async_commands_with(self._transport, intent.effect))
        ref = CommandRef.of_intent(accepted.command_id, intent, self._settings.dialect.base_url)
        return AsyncCommand(ref, self._carry, self._settings.schedule, accepted)

    async def ask(
        self,
        about: CommandUnknown | Intent,
        *,
        max_age: timedelta | float | None = None,
        however_old: bool = False,
    ) -> AsyncCommand:
        """Find out what became of a command whose answer was lost; see :meth:`Downlink.ask`.

        If the first request never arrived, this carries the command out now.
        """
        intent = about if isinstance(about, Intent) else about.intent
        return await self._accepted(intent, asked(intent, max_age=max_age, however_old=however_old))

    def command(self, token_or_id: str) -> AsyncCommand:
        """A command from its resume token or id; see :meth:`Downlink.command`."""
        ref = CommandRef.of(token_or_id, self._settings.dialect.base_url)
        return AsyncCommand(ref, self._carry, self._settings.schedule)

    # ---------------------------------------------------------------------------------------- flights

    def flight(self, flight_id: str, *, device_id: str | None = None, **plan: Unpack[PlanMembers]) -> AsyncFlight:
        """A wayline flight, to be told step by step; see :meth:`Downlink.flight`."""
        return AsyncFlight(
            FlightPlan(flight_id=flight_id, **plan),
            self._platform_time,
            lambda payload: self.send(payload, device_id=device_id),
            self.ask,
        )

    def _platform_time(self) -> float:
        return self._transport.clock.now(self._settings.dialect.host)

    async def wayline_file(self, path: str | Path, url: str, *, check: bool = True) -> WaylineFile:
        """What a dock is told of a KMZ that is at an address already; see :func:`skybind.downlink.wayline_file`."""
        return await asyncio.to_thread(wayline_file, path, url, check=check, options=self.options)

    async def upload_wayline(
        self, path: str | Path, *, bucket: str, object_key: str, expires_seconds: int = 3600
    ) -> WaylineFile:
        """Upload a KMZ to the platform's storage; see :meth:`Downlink.upload_wayline`."""
        kmz, place = await asyncio.to_thread(Kmz.read, path), Place(bucket, object_key, expires_seconds)
        await asyncio.to_thread(put, kmz, await self._carry(signed(place, "PUT")), self.options)
        link = await self._carry(signed(place, "GET"))
        return WaylineFile(fingerprint=kmz.fingerprint, url=link.url)

    async def download_media(
        self,
        media: Sequence[MediaFile],
        out: str | Path,
        *,
        bucket: str,
        workers: int = 8,
        progress: Callable[[DownloadProgress], None] | None = None,
    ) -> list[Path]:
        """Fetch photos and videos of a flight; see :meth:`Downlink.download_media`.

        ``progress`` is called from another thread.
        """
        loop = asyncio.get_running_loop()

        def url(file: MediaFile) -> str:
            link = asyncio.run_coroutine_threadsafe(self._carry(link_to(file.object_key, bucket)), loop).result()
            return str(link.url)

        files = wanted(media, url)
        told = progress or (lambda _progress: None)
        return await in_thread(
            lambda cancelled: download(
                files, Path(out), options=self.options, workers=workers, told=told, cancelled=cancelled
            )
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()
