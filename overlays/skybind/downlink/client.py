"""The downlink as users see it: :class:`Downlink`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Unpack

from skybind.clients import Client
from skybind.downlink.checking import LIMITS, check_intent
from skybind.downlink.commands import Command, CommandRef
from skybind.downlink.flights import Flight
from skybind.downlink.intents import Intent, Profile, Sendable, intent_of
from skybind.downlink.media import MediaFile, link_to, wanted
from skybind.downlink.outcomes import CommandUnknown
from skybind.downlink.plans import FlightPlan, PlanMembers
from skybind.downlink.rehearsing import rehearse
from skybind.downlink.sending import asked, commands_with, noted, sent
from skybind.downlink.settings import DownlinkSettings
from skybind.downlink.signing import CanonicalForm
from skybind.downlink.waylines import Kmz, Place, put, signed, wayline_file
from skybind.errors import UsageError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.steps import Workflow, run
from skybind.transfers.download import DownloadProgress, download
from skybind.wire.conversation import Rehearsed
from skybind.wire.transport import Transport
from skybind_clients.downlink.facade import DownlinkGroups
from skybind_clients.downlink.models import AcceptedCommand, WaylineFile

__all__ = ["Downlink", "meant"]


def meant(
    settings: DownlinkSettings,
    command: Sendable,
    device_id: str | None,
    timeout_seconds: int | None,
    idempotency_key: str | None,
    profile: Profile | None,
) -> Intent:
    """What a call of ``send`` means, held against what is documented. Raises UsageError."""
    if isinstance(command, Intent):
        given = {
            "device_id": device_id,
            "timeout_seconds": timeout_seconds,
            "idempotency_key": idempotency_key,
            "profile": profile,
        }
        extra = next((name for name, value in given.items() if value is not None), None)
        if extra is not None:
            raise UsageError(f"an intent has its {extra} already", advice=f"Give {extra} to intent(...).")
        intent = command
    else:
        intent = intent_of(
            command,
            device_id or settings.device_id,
            timeout_seconds=timeout_seconds,
            idempotency_key=idempotency_key,
            profile=profile,
        )
    if settings.options.check_limits:
        check_intent(intent)
    return intent


class Downlink(Client[DownlinkSettings]):
    """A client of the open platform: commands to docks and drones.

    The groups (``commands``, ``device_requests``, ``objects`` and so on) hold all documented operations; the methods
    here do more than one call, and see to it that what moves a machine is sent at most once.

    Args:
        api_id: Public half of the credential. What is not given is looked for in the environment
            (``SKYBIND_DOWNLINK_API_ID`` and so on), the profile file and a keyring; see :mod:`skybind.credentials`.
        api_key: Its private half.
        base_url: ``prod``, ``dev`` or an address; production if None.
        device_id: The device where a call names none.
        canonical: How requests are signed, where the platform differs from our assumption.
        profile: Section of the profile file.
        options: Timeouts, retries, proxy, hooks.
        schedule: How often commands are asked about.

    Raises:
        CredentialsMissing: no API ID, or no API key.
        UsageError: a value that cannot be.
    """

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
        self._bind(settings, Transport(settings.dialect, settings.options, limits=LIMITS))

    def _bind(self, settings: DownlinkSettings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport

        groups = self._groups = DownlinkGroups(transport)
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

    def with_options(self, **changes: Any) -> Downlink:
        """The same client, over the same connections, with other options: ``downlink.with_options(timeout=5)``."""
        settings = self._settings.with_options(changes)
        view = object.__new__(Downlink)
        view._bind(settings, self._transport.with_options(settings.options))
        return view

    def _carry(self, workflow: Workflow[Any], seconds: float | None = None) -> Any:
        if seconds is None:
            return run(workflow, self._groups)
        limited = self.with_options(timeout=min(seconds, self.options.total_timeout))
        return run(workflow, limited._groups)

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
        """A command that is meant, with its key; nothing is sent. Arguments and errors as for :meth:`send`.

        Who holds the intent can ask about it even after Ctrl-C: ``ask(intent)``.
        """
        return meant(self._settings, command, device_id, timeout_seconds, idempotency_key, profile)

    def send(
        self,
        command: Sendable,
        *,
        device_id: str | None = None,
        timeout_seconds: int | None = None,
        idempotency_key: str | None = None,
        profile: Profile | None = None,
    ) -> Command:
        """Send a command: at most once if it moves a machine, or may.

        What is harmless (``keyed`` in ``skybind downlink commands``) is sent again by itself when an answer is lost,
        with the same key, by which the platform knows it.

        Args:
            command: A payload (``FlighttaskPrepare(...)`` and so on, one class for each of the 83 types), a pair of a
                listed type and a mapping, an ``UnlistedCommand``, or an intent.
            device_id: The device; the client's own if None.
            timeout_seconds: How long the platform waits for the device's reply, 0 to 300; 30 if None.
            idempotency_key: A key of your own. One is made for each call if it is None.
            profile: ``strict`` holds the payload to the ranges of DJI's documents, ``compatible`` to what the platform
                asks for. None is strict for what moves a machine, and compatible for everything else.

        Returns:
            The command, accepted by the platform. Whether the device took it, :meth:`Command.wait` tells.

        Raises:
            UsageError: it cannot be meant like this; nothing was sent.
            CommandUnknown: it was sent, and whether it was accepted is not known; see :meth:`ask`.
            Conflict: the key was used before, for something else.
            ServiceError: the platform refuses; nothing was accepted.
            NotSent: no connection; nothing was sent.
        """
        intent = meant(self._settings, command, device_id, timeout_seconds, idempotency_key, profile)
        return self._accepted(intent, sent(intent))

    def rehearse(self, command: Sendable, *, device_id: str | None = None) -> Rehearsed:
        """The signed request that :meth:`send` would send now; nothing is sent. Errors as for :meth:`intent`."""
        return rehearse(self._transport, meant(self._settings, command, device_id, None, None, None))

    def _accepted(self, intent: Intent, workflow: Workflow[AcceptedCommand]) -> Command:
        with noted(intent):
            accepted = run(workflow, commands_with(self._transport, intent.effect))
        ref = CommandRef.of_intent(accepted.command_id, intent, self._settings.dialect.base_url)
        return Command(ref, self._carry, self._settings.schedule, accepted)

    def ask(
        self,
        about: CommandUnknown | Intent,
        *,
        max_age: timedelta | float | None = None,
        however_old: bool = False,
    ) -> Command:
        """Find out what became of a command whose answer was lost: the same request with the same key, once more.

        The platform promises that the same key returns the command that there is. **If the first request never arrived,
        this carries the command out now.** So it is refused when that would be too late to be meant.

        Args:
            about: The error, or the intent that was sent.
            max_age: How long ago it may have been sent, in seconds or as timedelta; None is the command's own
                ``timeout_seconds``. Of an intent that was not sent from here the age is not known.
            however_old: Ask whatever its age.

        Raises:
            UsageError: it is too old, or of unknown age; nothing was sent.
            CommandUnknown: this answer was lost too; the command still is one and the same.
            ServiceError: the platform refuses this request; that says nothing of the first one.
        """
        intent = about if isinstance(about, Intent) else about.intent
        return self._accepted(intent, asked(intent, max_age=max_age, however_old=however_old))

    def command(self, token_or_id: str) -> Command:
        """A command from its resume token or the platform's id; nothing is asked yet.

        Raises:
            UsageError: a token of another service or platform.
        """
        ref = CommandRef.of(token_or_id, self._settings.dialect.base_url)
        return Command(ref, self._carry, self._settings.schedule)

    # ---------------------------------------------------------------------------------------- flights

    def flight(self, flight_id: str, *, device_id: str | None = None, **plan: Unpack[PlanMembers]) -> Flight:
        """A wayline flight, to be told step by step; nothing is sent yet.

        Args:
            flight_id: The caller's name for the task, never used before.
            device_id: The dock; the client's own device if None.
            plan: The other members of :class:`skybind.downlink.FlightPlan`: file, rth_altitude,
                exit_wayline_when_rc_lost, and what differs from an immediate task.

        Raises:
            UsageError: members that do not go together.
        """
        return Flight(
            FlightPlan(flight_id=flight_id, **plan),
            self._platform_time,
            lambda payload: self.send(payload, device_id=device_id),
            self.ask,
        )

    def _platform_time(self) -> float:
        return self._transport.clock.now(self._settings.dialect.host)

    def wayline_file(self, path: str | Path, url: str, *, check: bool = True) -> WaylineFile:
        """What a dock is told of a KMZ that is at an address already; see :func:`skybind.downlink.wayline_file`."""
        return wayline_file(path, url, check=check, options=self.options)

    def upload_wayline(
        self, path: str | Path, *, bucket: str, object_key: str, expires_seconds: int = 3600
    ) -> WaylineFile:
        """Upload a KMZ to the platform's storage, and say what the dock is told of it.

        Args:
            path: The KMZ.
            bucket: Bucket that the platform has credentials for.
            object_key: Key, without a leading ``/``; what is there is overwritten.
            expires_seconds: Life of the dock's link, up to 3600.

        Raises:
            UsageError: no KMZ.
            PermissionDenied: the key is outside of what the platform may sign.
            TransferError: the store refuses it, or does not answer.
        """
        kmz, place = Kmz.read(path), Place(bucket, object_key, expires_seconds)
        put(kmz, self._carry(signed(place, "PUT")), self.options)
        return WaylineFile(fingerprint=kmz.fingerprint, url=self._carry(signed(place, "GET")).url)

    def download_media(
        self,
        media: Iterable[MediaFile],
        out: str | Path,
        *,
        bucket: str,
        workers: int = 8,
        progress: Callable[[DownloadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Path]:
        """Fetch photos and videos of a flight into a folder; called again, it fetches only what is missing.

        Args:
            media: What ``FlightEvents.media`` told; as it is an iterator, files are waited for first.
            out: The folder; made if it is not there. No file is put outside of it, whatever its name.
            bucket: Bucket to which the dock uploads, and for which the platform may sign links.
            workers: Files on their way at a time.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops it.

        Raises:
            UsageError: the folder cannot be written to, or the disk is full.
            DownloadIncomplete: some files did not come; all others are in place.
        """
        return download(
            wanted(media, lambda file: str(self._carry(link_to(file.object_key, bucket)).url)),
            Path(out),
            options=self.options,
            workers=workers,
            told=progress or (lambda _progress: None),
            cancelled=cancelled,
        )

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()
