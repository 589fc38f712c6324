# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import Page, decoder, reach

if TYPE_CHECKING:
    from .models.changed_file import ChangedFile
    from .models.changed_job import ChangedJob
    from .models.changed_resource import ChangedResource
    from .models.file import File
    from .models.job import Job
    from .models.resource import Resource
    from .models.resource_detail import ResourceDetail
    from .models.upload_token import UploadToken


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def obtain_token(payload: Any) -> UploadToken:
    from .models.obtain_token_answer import ObtainTokenAnswer

    response_200 = ObtainTokenAnswer.from_dict(payload)

    return response_200.data


@decoder
def upload_callback(payload: Any) -> list[File]:
    from .models.upload_callback_answer import UploadCallbackAnswer

    response_200 = UploadCallbackAnswer.from_dict(payload)

    return response_200.data


@decoder
def list_files(payload: Any) -> Page[File]:
    from .models.file_list_answer import FileListAnswer

    response_200 = FileListAnswer.from_dict(payload)

    items = response_200.data.list_
    return Page(
        items=items,
        total=reach(response_200, "data", "total"),
        raw=response_200,
    )


@decoder
def get_file(payload: Any) -> File:
    from .models.file_answer import FileAnswer

    response_200 = FileAnswer.from_dict(payload)

    return response_200.data


@decoder
def update_file(payload: Any) -> ChangedFile:
    from .models.changed_file_answer import ChangedFileAnswer

    response_200 = ChangedFileAnswer.from_dict(payload)

    return response_200.data


@decoder
def list_resources(payload: Any) -> Page[Resource]:
    from .models.resource_list_answer import ResourceListAnswer

    response_200 = ResourceListAnswer.from_dict(payload)

    items = response_200.data.list_
    return Page(
        items=items,
        total=reach(response_200, "data", "total"),
        raw=response_200,
    )


@decoder
def create_resource(payload: Any) -> ChangedResource:
    from .models.changed_resource_answer import ChangedResourceAnswer

    response_200 = ChangedResourceAnswer.from_dict(payload)

    return response_200.data


@decoder
def get_resource(payload: Any) -> ResourceDetail:
    from .models.resource_answer import ResourceAnswer

    response_200 = ResourceAnswer.from_dict(payload)

    return response_200.data


@decoder
def update_resource(payload: Any) -> ChangedResource:
    from .models.changed_resource_answer import ChangedResourceAnswer

    response_200 = ChangedResourceAnswer.from_dict(payload)

    return response_200.data


@decoder
def copy_resource(payload: Any) -> ChangedResource:
    from .models.changed_resource_answer import ChangedResourceAnswer

    response_200 = ChangedResourceAnswer.from_dict(payload)

    return response_200.data


@decoder
def list_jobs(payload: Any) -> Page[Job]:
    from .models.job_list_answer import JobListAnswer

    response_200 = JobListAnswer.from_dict(payload)

    items = response_200.data.list_
    return Page(
        items=items,
        total=reach(response_200, "data", "total"),
        raw=response_200,
    )


@decoder
def create_job(payload: Any) -> ChangedJob:
    from .models.changed_job_answer import ChangedJobAnswer

    response_200 = ChangedJobAnswer.from_dict(payload)

    return response_200.data


@decoder
def get_job(payload: Any) -> Job:
    from .models.job_answer import JobAnswer

    response_200 = JobAnswer.from_dict(payload)

    return response_200.data


@decoder
def update_job(payload: Any) -> ChangedJob:
    from .models.changed_job_answer import ChangedJobAnswer

    response_200 = ChangedJobAnswer.from_dict(payload)

    return response_200.data


@decoder
def copy_job(payload: Any) -> ChangedJob:
    from .models.changed_job_answer import ChangedJobAnswer

    response_200 = ChangedJobAnswer.from_dict(payload)

    return response_200.data
