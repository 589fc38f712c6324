"""What a Terra client is made of, and what it is asked for; the same for sync and async."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

import attrs

from skybind import credentials
from skybind.errors import UsageError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.terra.capabilities import CAPABILITIES
from skybind.terra.dialect import TerraDialect
from skybind.terra.flights import Flight, PhotoSet
from skybind.terra.jobs import JobRequest
from skybind.terra.parameters import Kind, job_type
from skybind.terra.storage import StorageEndpoints
from skybind.tokens import read_token, write_token
from skybind.transfers.ledger import JobRecord, Ledger, flight_key
from skybind.transfers.photos import Source
from skybind.transfers.timelines import Timelines

__all__ = ["TerraSettings", "Wanted"]

_REQUIRED = ("app_key", "secret_key")
_OPTIONAL = ("region", "base_url", "oss_endpoint", "s3_endpoint")


@attrs.frozen
class TerraSettings:
    """What sync and async clients are made of."""

    dialect: TerraDialect
    region: str
    endpoints: StorageEndpoints
    options: Options
    schedule: Schedule
    state: Path | None

    @classmethod
    def of(
        cls,
        given: dict[str, str | None],
        profile: str | None,
        options: Options | None,
        schedule: Schedule | None,
        state: str | Path | None,
    ) -> TerraSettings:
        found = credentials.find("terra", _REQUIRED, _OPTIONAL, given=given, profile=profile)
        region = found.get("region", "")
        if not region and "base_url" not in found:
            raise UsageError(
                "TerraAPI has two regions, and none is chosen",
                advice="Set SKYBIND_TERRA_REGION to cn (mainland China) or us (elsewhere); a key belongs to one.",
            )
        return cls(
            dialect=TerraDialect.of(found["app_key"], found["secret_key"], region, found.get("base_url")),
            region=region,
            endpoints=StorageEndpoints(found.get("oss_endpoint"), found.get("s3_endpoint")),
            options=options or Options(),
            schedule=schedule or Schedule(),
            state=Path(state) if state is not None else None,
        )

    def flight(self, source: Source, name: str | None, kind: str | None = None) -> Flight:
        if isinstance(source, (str, Path)):
            folder = Path(source)
            label = str(folder.resolve())
            return Flight(folder, name or folder.resolve().name or "flight", self.key(label), label, kind)
        files = [Path(item) for item in source]
        label = "\n".join(sorted(str(file.resolve()) for file in files))
        return Flight(files, name or "flight", self.key(label), f"{len(files)} files", kind)

    def key(self, label: str) -> str:
        return flight_key("terra", self.dialect.app_key, self.dialect.base_url, label)

    @property
    def record(self) -> Timelines:
        """Where states of jobs are put on record."""
        return Timelines("terra", self.state)

    def ledger(self) -> Ledger:
        return Ledger(self.state / "ledger.sqlite3" if self.state else None)

    def job_token(self, job_id: str) -> str:
        return write_token("terra", {"j": job_id, "region": self.region})

    def job_id(self, token_or_uuid: str) -> str:
        if "." not in token_or_uuid:
            return token_or_uuid
        content = read_token(token_or_uuid, "terra")
        if content.get("region", self.region) != self.region:
            raise UsageError(
                f"this job runs in region {content['region']!r}, and the client is for {self.region!r}",
                advice=f"Set SKYBIND_TERRA_REGION={content['region']}.",
            )
        if "j" not in content:
            raise UsageError(
                "this token belongs to an upload that has no job yet",
                advice="Go on with `skybind resume`, or call upload() with the same folder.",
            )
        return content["j"]


@attrs.frozen
class Wanted:
    """A reconstruction that is asked for: its record, and what to send."""

    record: JobRecord
    request: JobRequest

    @classmethod
    def of(
        cls,
        settings: TerraSettings,
        photos: PhotoSet | str,
        kind: Kind,
        text: str,
        name: str | None,
        again: bool,
    ) -> Wanted:
        if settings.options.check_limits:
            CAPABILITIES.check_count(kind, None if isinstance(photos, str) else photos.files)
        resource = photos if isinstance(photos, str) else photos.resource_uuid
        flight = photos.key if isinstance(photos, PhotoSet) and photos.key else settings.key(resource)
        wanted_name = name or (photos.name if isinstance(photos, PhotoSet) else f"reconstruction {kind}")
        record = cls.record_of(flight, kind, text, wanted_name, salt=str(time.time_ns()) if again else "")
        return cls(record, JobRequest(wanted_name, f"skybind:{record.digest}", resource, job_type(kind), text))

    @staticmethod
    def record_of(flight: str, kind: str, text: str, name: str, *, salt: str = "") -> JobRecord:
        """Its record. The digest names the request, so that asking for the same one again finds the same job."""
        digest = hashlib.sha256(json.dumps([flight, kind, text, salt]).encode()).hexdigest()[:20]
        return JobRecord(flight, digest, kind, text, None, None, name)

    def on_record(self, ledger: Ledger) -> JobRecord:
        ledger.flight(self.record.flight, "terra", self.request.resource)
        return ledger.intend_job(self.record)
