"""Records as the service shows them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from skybind_emulators.terra.state import FileRecord, JobRecord, ResourceRecord, State

# A list entry of a job lacks these (TypeScript client).
_ONLY_IN_DETAIL = ("message", "parameters", "percentage", "pixels", "remainSeconds")


def rfc3339(moment: float) -> str:
    """Unix seconds as RFC 3339 text in UTC."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def file_view(file: FileRecord, url: str | None = None) -> dict[str, Any]:
    """A file; with a download link if one is given."""
    return _without_none(
        {
            "uuid": file.uuid,
            "name": file.name,
            "checksum": file.checksum,
            "size": file.size,
            "meta": file.meta,
            "position": file.position,
            "url": url,
            "createdAt": rfc3339(file.created_at),
            "updatedAt": rfc3339(file.updated_at),
        }
    )


def resource_view(resource: ResourceRecord, state: State) -> dict[str, Any]:
    """A resource, with what its files add up to."""
    files = [state.files[uuid] for uuid in resource.files]
    return _without_none(
        {
            "uuid": resource.uuid,
            "name": resource.name,
            "meta": resource.meta,
            "type": resource.type,
            "fileCount": len(files),
            "totalSize": sum(file.size for file in files),
            "scope": _scope([file.position for file in files if file.position]),
            "revisable": resource.revisable,
            "uploadUsedTime": resource.upload_used_s,
            "downloadUsedTime": 0.0,
            "createdAt": rfc3339(resource.created_at),
            "updatedAt": rfc3339(resource.updated_at),
        }
    )


def job_view(job: JobRecord) -> dict[str, Any]:
    """A job. Fields of the run are left out before the start."""
    return _without_none(
        {
            "uuid": job.uuid,
            "name": job.name,
            "meta": job.meta,
            "type": job.type,
            "status": int(job.status),
            "createdAt": rfc3339(job.created_at),
            "updatedAt": rfc3339(job.updated_at),
            "originResourceUuid": job.origin,
            "outputResourceUuid": job.output,
            "parameters": job.parameters,
            "percentage": job.percentage,
            "remainSeconds": job.remain_s,
            "pixels": job.pixels,
            "message": job.message,
            "startedAt": None if job.started_at is None else rfc3339(job.started_at),
            "completedAt": None if job.completed_at is None else rfc3339(job.completed_at),
        }
    )


def job_entry(job: JobRecord) -> dict[str, Any]:
    """A job as an entry of a list."""
    return {key: value for key, value in job_view(job).items() if key not in _ONLY_IN_DETAIL}


def changed(view: Mapping[str, Any], header: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a create or update call: whole with ``Return-Detail: true``, else the uuid alone."""
    return dict(view) if header.get("Return-Detail") else {"uuid": view["uuid"]}


def _scope(positions: list[dict[str, float]]) -> dict[str, float] | None:
    latitudes = [position["latitude"] for position in positions if "latitude" in position]
    longitudes = [position["longitude"] for position in positions if "longitude" in position]
    if not latitudes or not longitudes:
        return None
    return {
        "maxLatitude": max(latitudes),
        "maxLongitude": max(longitudes),
        "minLatitude": min(latitudes),
        "minLongitude": min(longitudes),
    }


def _without_none(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}
