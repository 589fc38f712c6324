"""What a FlightHub client is made of, and what it is asked for; the same for sync and async."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import attrs

from skybind import credentials
from skybind.errors import UsageError
from skybind.flighthub.archive_links import ArchiveLinks, Way, check_way
from skybind.flighthub.capabilities import CAPABILITIES
from skybind.flighthub.dialect import FlightHubDialect
from skybind.flighthub.flights import Flight, PhotoSet
from skybind.flighthub.jobs import StartRequest, started_models
from skybind.flighthub.kinds import Kind, Parameters, check_kinds, parameters_text
from skybind.flighthub.storage import Renewal, StorageEndpoints
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.steps import Workflow
from skybind.tokens import read_token, write_token
from skybind.transfers.ledger import JobRecord, Ledger, flight_key
from skybind.transfers.photos import Source
from skybind.transfers.timelines import Timelines
from skybind_clients.flighthub.facade import FlighthubGroups

__all__ = ["FIELDS", "FlightHubSettings", "Wanted"]

_REQUIRED = ("user_token",)
_OPTIONAL = (
    *("project_uuid", "region", "base_url", "version", "language", "organization_key"),
    *("oss_endpoint", "s3_endpoint", "renewal", "archive"),
)
#: Every field; in the environment ``SKYBIND_FLIGHTHUB_<FIELD>``.
FIELDS = (*_REQUIRED, *_OPTIONAL)
_RENEWALS = ("same", "anew")


@attrs.frozen
class FlightHubSettings:
    """What sync and async clients are made of."""

    dialect: FlightHubDialect
    region: str
    endpoints: StorageEndpoints
    renewal: Renewal
    archive: Way
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
    ) -> FlightHubSettings:
        """Settings from what the caller gave, the environment, the profile file and a keyring.

        Args:
            given: Some of :data:`FIELDS`; None values count as absent.
            profile: Section of the profile file.
            options: Behaviour on the wire.
            schedule: How often jobs are asked about.
            state: Folder for the record of uploads.
            environ: ``os.environ`` if None.

        Raises:
            CredentialsMissing: no token was found.
            UsageError: neither region nor address, or a value that cannot be.
        """
        found = credentials.find("flighthub", _REQUIRED, _OPTIONAL, given=given, profile=profile, environ=environ)
        region = found.get("region", "")
        if not region and "base_url" not in found:
            raise UsageError(
                "FlightHub has three regions, and none is chosen",
                advice="Set SKYBIND_FLIGHTHUB_REGION to cn, us or eu (a token belongs to one), or "
                "SKYBIND_FLIGHTHUB_BASE_URL to the address of FlightHub on your own premises.",
            )
        renewal = found.get("renewal", "same")
        if renewal not in _RENEWALS:
            raise UsageError(f"uploads cannot be renewed by {renewal!r}", advice=f"Say {' or '.join(_RENEWALS)}.")
        dialect = FlightHubDialect.of(
            found["user_token"],
            region=region,
            base_url=found.get("base_url"),
            version=found.get("version"),
            project_uuid=found.get("project_uuid"),
            organization_key=found.get("organization_key"),
            language=found.get("language"),
        )
        return cls(
            dialect=dialect,
            region=region,
            endpoints=StorageEndpoints(found.get("oss_endpoint"), found.get("s3_endpoint")),
            renewal=cast("Renewal", renewal),
            archive=check_way(found.get("archive", "auto")),
            options=options or Options(),
            schedule=schedule or Schedule(),
            state=Path(state) if state is not None else None,
        )

    def flight(self, source: Source, name: str | None, kind: str | None = None) -> Flight:
        """A folder or files as something to upload."""
        if isinstance(source, (str, Path)):
            folder = Path(source)
            label = str(folder.resolve())
            return Flight(folder, name or folder.resolve().name or "flight", self.key(label), label, kind)
        files = [Path(item) for item in source]
        label = "\n".join(sorted(str(file.resolve()) for file in files))
        return Flight(files, name or "flight", self.key(label), f"{len(files)} files", kind)

    def key(self, label: str) -> str:
        """Names something at this project. Tokens change with the people who made them; projects stay."""
        account = self.dialect.project_uuid or self.dialect.user_token
        return flight_key("flighthub", account, self.dialect.host, label)

    @property
    def record(self) -> Timelines:
        """Where states of jobs are put on record."""
        return Timelines("flighthub", self.state)

    def ledger(self) -> Ledger:
        """The record of uploads and jobs."""
        return Ledger(self.state / "ledger.sqlite3" if self.state else None)

    def links(self, api: FlighthubGroups) -> ArchiveLinks:
        """How archives are found."""
        return ArchiveLinks(api, self.endpoints, self.archive)

    def job_token(self, job_id: str) -> str:
        """Goes on with a job in another process."""
        return write_token("flighthub", {"j": job_id, "region": self.region})

    def job_id(self, token_or_uuid: str) -> str:
        """The uuid of a model.

        Raises:
            UsageError: a token of another service or region, of an upload, or a damaged one.
        """
        if "." not in token_or_uuid:
            return token_or_uuid
        content = read_token(token_or_uuid, "flighthub")
        if content.get("region", self.region) != self.region:
            raise UsageError(
                f"this job runs in region {content['region']!r}, and the client is for {self.region!r}",
                advice=f"Set SKYBIND_FLIGHTHUB_REGION={content['region']}.",
            )
        if "j" not in content:
            raise UsageError(
                "this token belongs to an upload that has no job yet",
                advice="Go on with `skybind resume`, or call upload() with the same folder.",
            )
        return content["j"]


@attrs.frozen
class Wanted:
    """Reconstructions that are asked for: a record for each kind, and what to send."""

    records: Mapping[Kind, JobRecord]
    request: StartRequest

    @classmethod
    def of(
        cls,
        settings: FlightHubSettings,
        photos: PhotoSet | str,
        parameters: Mapping[Kind, Parameters | None],
        *,
        delete_resource: bool,
        again: bool,
    ) -> Wanted:
        """What a caller wants.

        Raises:
            UsageError: a kind that there is not, parameters that are no JSON object, or too few or too many photos.
        """
        kinds = check_kinds(parameters)
        if isinstance(photos, PhotoSet) and settings.options.check_limits:
            for kind in kinds:
                CAPABILITIES.check_count(kind, photos.files)
        resource = photos if isinstance(photos, str) else photos.resource_uuid
        flight = photos.key if isinstance(photos, PhotoSet) and photos.key else settings.key(resource)
        name = photos.name if isinstance(photos, PhotoSet) else resource
        salt = str(time.time_ns()) if again else ""
        texts = {kind: parameters_text(parameters[kind]) for kind in kinds}
        records = {kind: cls.record_of(flight, kind, text, name, salt=salt) for kind, text in texts.items()}
        return cls(records, StartRequest(resource, texts, delete_resource))

    @staticmethod
    def record_of(flight: str, kind: str, text: str, name: str, *, salt: str = "") -> JobRecord:
        """The record of one kind. Its digest names the request, so that asking again finds the same job."""
        digest = hashlib.sha256(json.dumps([flight, kind, text, salt]).encode()).hexdigest()[:20]
        return JobRecord(flight, digest, kind, text, None, None, name)

    def started(self, ledger: Ledger) -> Workflow[dict[Kind, str]]:
        """Uuids of the models by kind; each is on record as soon as it is known."""
        flight = next(iter(self.records.values())).flight
        ledger.flight(flight, "flighthub", self.request.resource)
        before = {record.digest for record in ledger.jobs(flight=flight)}
        on_record = {kind: ledger.intend_job(record) for kind, record in self.records.items()}
        known = {kind: record.job for kind, record in on_record.items() if record.job is not None}
        interrupted = [kind for kind, record in on_record.items() if record.digest in before and record.job is None]
        others = [record.job for record in ledger.jobs("flighthub") if record.job is not None]

        def note(kind: Kind, uuid: str) -> None:
            ledger.set_job(flight, on_record[kind].digest, uuid)

        return started_models(self.request, known, interrupted, others, note)
