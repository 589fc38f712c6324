"""FlightHub Open Modeling as users see it: :class:`FlightHub`. For asyncio: :mod:`skybind.flighthub.async_client`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

import attrs

from skybind.clients import Client
from skybind.errors import SkybindError
from skybind.flighthub.capabilities import CAPABILITIES
from skybind.flighthub.connection import LIMITS, Caller
from skybind.flighthub.flights import PhotoSet, bring_up
from skybind.flighthub.jobs import STATES_A_ROUND, state_of, states_of
from skybind.flighthub.kinds import Kind, Parameters
from skybind.flighthub.results import Model
from skybind.flighthub.settings import FlightHubSettings, Wanted
from skybind.flighthub.storage import StorageEndpoints
from skybind.jobs import Job, JobState, Schedule
from skybind.options import Options
from skybind.polling import Outcome, asked, poll
from skybind.steps import run
from skybind.transfers.photos import Source
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import Transport
from skybind_clients.flighthub.facade import (
    FlighthubGroups,
    MediaModels,
    Models,
    Reconstructions,
    Resources,
    Stores,
)

__all__ = ["FlightHub"]


class _Port:
    def __init__(self, flighthub: FlightHub) -> None:
        self._flighthub = flighthub

    def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self._flighthub.options.total_timeout)
        return state_of(self._flighthub.with_options(timeout=limited).models.get(job_id))

    def stop(self, job_id: str) -> None:
        self._flighthub.reconstructions.stop(job_id)

    def result(self, job_id: str) -> Model:
        return self._flighthub.model(job_id)

    def token(self, job_id: str) -> str:
        return self._flighthub._settings.job_token(job_id)


@attrs.frozen
class _States:
    flighthub: FlightHub
    batch: int = STATES_A_ROUND

    def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        return run(states_of(job_ids), self.flighthub.with_options(timeout=seconds)._groups)


class FlightHub(Client[FlightHubSettings]):
    """A client of DJI FlightHub 2, for its Open Modeling.

    Attributes ``stores``, ``resources``, ``reconstructions``, ``models`` and ``media_models`` hold all operations; the
    methods here do more than one call. What is known of this interface is from public clients, not from DJI's own
    reference: what nobody could tell is marked in the specification.

    Args:
        user_token: Key of the organisation. What is not given is looked for in the environment
            (``SKYBIND_FLIGHTHUB_USER_TOKEN``), the profile file and a keyring; see :mod:`skybind.credentials`.
        project_uuid: The project; whether Open Modeling needs it is not known.
        region: ``cn`` (mainland China), ``us`` or ``eu``; a token belongs to one of them.
        base_url: Address of FlightHub on one's own premises or of an emulator, in place of a region's.
        version: Of the path: ``v0.1`` (taken if nothing is said) or ``v2.0``.
        language: Of the service's messages: ``en`` or ``zh``.
        organization_key: The older key of FlightHub Sync.
        oss_endpoint: Address of OSS, in place of what the service says.
        s3_endpoint: Address of S3, in place of what the service says.
        renewal: What becomes of an upload that needs new credentials: ``same`` (taken if nothing is said) or ``anew``,
            see :mod:`skybind.flighthub.flights`.
        archive: How archives are found: ``auto``, ``download-url`` or ``storage``, see
            :mod:`skybind.flighthub.archive_links`.
        profile: Section of the profile file.
        options: Timeouts, retries, proxy, hooks.
        schedule: How often jobs are asked about.
        state: Folder for the record of uploads, in place of the user's folder for state.

    Raises:
        CredentialsMissing: no token was found; says where it was looked for.
        UsageError: neither region nor address, or a value that cannot be.
    """

    name = "flighthub"
    capabilities = CAPABILITIES

    def __init__(
        self,
        user_token: str | None = None,
        *,
        project_uuid: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        version: str | None = None,
        language: str | None = None,
        organization_key: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        renewal: str | None = None,
        archive: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "user_token": user_token,
            "project_uuid": project_uuid,
            "region": region,
            "base_url": base_url,
            "version": version,
            "language": language,
            "organization_key": organization_key,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
            "renewal": renewal,
            "archive": archive,
        }
        self._connect(FlightHubSettings.of(given, profile=profile, options=options, schedule=schedule, state=state))

    def _connect(self, settings: FlightHubSettings) -> None:
        self._bind(settings, Transport(settings.dialect, settings.options, limits=LIMITS))

    def _bind(self, settings: FlightHubSettings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport
        self._groups = FlighthubGroups(Caller(transport, settings.dialect))

    @classmethod
    def _of(cls, settings: FlightHubSettings) -> Self:
        """A client of settings that are there already."""
        made = object.__new__(cls)
        made._connect(settings)
        return made

    @property
    def _place(self) -> str:
        return self._settings.dialect.base_url

    # -------------------------------------------------------------------------------------------------- all operations

    @property
    def stores(self) -> Stores:
        """Storage credentials and reports of what was uploaded."""
        return self._groups.stores

    @property
    def resources(self) -> Resources:
        """Uploaded sets of files."""
        return self._groups.resources

    @property
    def reconstructions(self) -> Reconstructions:
        """Starting and stopping."""
        return self._groups.reconstructions

    @property
    def models(self) -> Models:
        """Models that are made or ready."""
        return self._groups.models

    @property
    def media_models(self) -> MediaModels:
        """Models of media that FlightHub holds already; not part of Open Modeling."""
        return self._groups.media_models

    @property
    def endpoints(self) -> StorageEndpoints:
        """Overrides of the storage addresses."""
        return self._settings.endpoints

    def with_options(self, **changes: Any) -> FlightHub:
        """The same client, over the same connections, with other options: ``hub.with_options(timeout=5).models``."""
        options = self._settings.options.replace(**changes)
        view = object.__new__(FlightHub)
        view._bind(attrs.evolve(self._settings, options=options), self._transport.with_options(options))
        return view

    # ---------------------------------------------------------------------------------------- photos up, model down

    def upload(
        self,
        source: Source,
        *,
        name: str | None = None,
        kind: Kind | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PhotoSet:
        """Upload a folder of photos as one resource; run again when all is up, it sends nothing.

        An upload that was broken off goes on where it was, and one that outlives its credentials under new ones. Where
        FlightHub refuses that, the folder is sent from its first photo; ``PhotoSet.begun_anew`` says so.

        Args:
            source: A folder with its sub-folders, or a list of files. Sub-folders become part of the names.
            name: Name of the resource; the folder's if None.
            kind: What shall be made of them, so that its limits are looked at now; if None, those of all kinds are.
            workers: Photos on their way at a time.
            progress: Called about ten times a second. Counts begin anew when the upload does.
            cancelled: Asked as often; True stops the upload like Ctrl-C.

        Raises:
            PhotoError: no photos, one that cannot be read, or two of one name; nothing was sent.
            PhotosRefused: the same, and limits of the service; lists all findings. Nothing was sent.
            UploadIncomplete: some did not go up; or the credentials ended before all were up, twice.
            LedgerError: another process uploads this folder, or the record cannot be written.
        """
        flight = self._settings.flight(source, name, kind)
        with self._settings.ledger() as ledger:
            return bring_up(
                self._groups,
                ledger,
                flight,
                endpoints=self._settings.endpoints,
                renewal=self._settings.renewal,
                options=self._settings.options,
                clock=self._transport.clock,
                workers=workers,
                told=progress or (lambda _progress: None),
                cancelled=cancelled,
            )

    def plan(
        self, source: Source, kind: str, text: str, *, out: str | Path | None = None, name: str | None = None
    ) -> str:
        """Put a reconstruction on record before its photos are up, so that another process can go on with all of it.

        Args:
            source: What will be uploaded.
            kind: What will be made of it.
            text: Parameters as JSON text.
            out: Where the model shall go.
            name: Name of the resource.

        Returns:
            A resume token, for ``skybind resume``.
        """
        flight = self._settings.flight(source, name)
        with self._settings.ledger() as ledger:
            ledger.flight(flight.key, "flighthub", flight.label)
            record = Wanted.record_of(flight.key, kind, text, flight.name)
            ledger.intend_job(attrs.evolve(record, out=str(Path(out).resolve()) if out is not None else None))
        return flight.token

    def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        parameters: Parameters | None = None,
        name: str | None = None,  # noqa: ARG002 - a model goes by its resource's name
        delete_resource: bool = False,
        again: bool = False,
    ) -> Job[Model]:
        """Start a reconstruction, once: the same photos, kind and parameters give the same job.

        A job that failed or was stopped is not given again; another one is made.

        Args:
            photos: What :meth:`upload` returned, or the uuid of a resource.
            kind: ``2d``, ``3d``, ``3dgs`` (Gaussian splats) or ``lidar``.
            parameters: A mapping that goes out as JSON text, or that text. Which keys there are is not public.
            name: Not used: a model goes by the name of its photos.
            delete_resource: Let FlightHub delete the photos once the job has ended. A later :meth:`upload` of the same
                folder sends them again.
            again: Make another job even if there is one.

        Raises:
            UsageError: parameters that are no JSON object, or a number of photos beyond the limits; nothing was sent.
            ReconstructionRefused: FlightHub answered, and made no model.
            OutcomeUnknown: the answer was lost, and no new model of these photos is listed as running.
        """
        jobs = self.reconstruct_several(photos, {kind: parameters}, delete_resource=delete_resource, again=again)
        return jobs[kind]

    def reconstruct_several(
        self,
        photos: PhotoSet | str,
        parameters: Mapping[Kind, Parameters | None],
        *,
        delete_resource: bool = False,
        again: bool = False,
    ) -> dict[Kind, Job[Model]]:
        """Start up to four reconstructions of one resource with one call; see :meth:`reconstruct`.

        Args:
            photos: What :meth:`upload` returned, or the uuid of a resource.
            parameters: Parameters by kind, None to leave all to the service: ``{"2d": None, "3d": {...}}``.
            delete_resource: Let FlightHub delete the photos once all jobs have ended.
            again: Make other jobs even if there are some.

        Returns:
            A job for each kind. They end, and may fail, each by itself.
        """
        wanted = Wanted.of(self._settings, photos, parameters, delete_resource=delete_resource, again=again)
        with self._settings.ledger() as ledger:
            uuids = run(wanted.started(ledger), self._groups)
        return {kind: self.job(uuid) for kind, uuid in uuids.items()}

    def job(self, token_or_uuid: str) -> Job[Model]:
        """A job by resume token or uuid of its model; nothing is asked yet.

        Raises:
            UsageError: a token of another service or region, or a damaged one.
        """
        settings = self._settings
        return Job(settings.job_id(token_or_uuid), _Port(self), schedule=settings.schedule, record=settings.record)

    def poll(
        self,
        jobs: Iterable[Job[Model] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> Iterator[Outcome]:
        """Wait for many jobs from this one thread; those that run are asked about with one question.

        Args:
            jobs: Jobs, tokens or uuids.
            timeout: Seconds or timedelta for the whole wait.
            progress: Called with each answer.

        Yields:
            Each job as its wait ends: with its final state, or with the error that ended it.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll(ids, _States(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    def states(self, jobs: Iterable[Job[Model] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs, with as few questions as the service allows.

        Args:
            jobs: Jobs, tokens or uuids.

        Returns:
            By job id, its state, or the error that asking for it met.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        return asked(ids, _States(self), progress=self._settings.record.note)

    def model(self, job_id: str) -> Model:
        """The result of a finished job; nothing is asked yet."""
        return Model(job_id, self._settings.links(self._groups), self._settings.options)

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()
