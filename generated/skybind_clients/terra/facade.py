# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""DJI TerraAPI as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, AsyncPages, Caller, Page, Pages, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    from typing import Literal

    from .models.changed_file import ChangedFile
    from .models.changed_job import ChangedJob
    from .models.changed_resource import ChangedResource
    from .models.delete_mode import DeleteMode
    from .models.file import File
    from .models.file_operation import FileOperation
    from .models.job import Job
    from .models.job_status import JobStatus
    from .models.job_type import JobType
    from .models.resource import Resource
    from .models.resource_detail import ResourceDetail
    from .models.resource_type import ResourceType
    from .models.upload_token import UploadToken
    from .models.uploaded_file import UploadedFile


class Store:
    """Temporary storage credentials, and the report of what was uploaded with them."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawStore:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawStore(self._caller)

    def obtain_token(self) -> UploadToken:
        """Get temporary storage credentials.

        Credentials live for ten minutes and open one key prefix of one bucket. A body is not needed and is ignored.
        Asking again gives another prefix and another callback parameter.

        Returns:
            Credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102000 service_call_failed.

        Source: seed; doc QS; client-code TS for the fields
        """
        from .api.store import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    def upload_callback(self, *, callback_param: str, resource_uuid: str, files: list[UploadedFile]) -> list[File]:
        """Report uploaded files and link them to a resource.

        Clients send at most 50 files a call. The callback parameter must be that of the credentials the files were
        uploaded with.

        Args:
            callback_param: From the credentials that these files were uploaded with. At least 1 character.
            resource_uuid: Resource to link the files to; note the capitals, other calls say resourceUuid. At least 1
                character.
            files: At most 50 a call in public clients; the hard limit is not documented. At least 1 entry.

        Returns:
            The files as the service knows them now.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: seed; client-code TS, VUE, PY, JAVA for the fields
        """
        from .api.store import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(callback_param=callback_param, resource_uuid=resource_uuid, files=files)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class RawStore:
    """The calls of `Store`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def obtain_token(self) -> Raw[UploadToken]:
        """See `Store.obtain_token`."""
        from .api.store import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller.raw(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    def upload_callback(self, *, callback_param: str, resource_uuid: str, files: list[UploadedFile]) -> Raw[list[File]]:
        """See `Store.upload_callback`."""
        from .api.store import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(callback_param=callback_param, resource_uuid=resource_uuid, files=files)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class Files:
    """Single uploaded or produced files."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawFiles:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawFiles(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        name: str | Unset = UNSET,
        need_url: bool | Unset = UNSET,
        uuids: str | Unset = UNSET,
        resource_uuid: str | Unset = UNSET,
        order_asc: bool | Unset = UNSET,
    ) -> Pages[File]:
        """List own files.

        Newest first, unless `orderAsc` is true.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            name: Only files of exactly this name.
            need_url: Whether each entry carries a download link.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            resource_uuid: Only files of this resource.
            order_asc: Oldest first.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS, VUE
        """
        from .api.files import list_files as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            name=name,
            need_url=need_url,
            uuids=uuids,
            resource_uuid=resource_uuid,
            order_asc=order_asc,
        )
        return self._caller.pages(OPERATIONS["listFiles"], _request, decoders.list_files)

    def get(self, uuid: str) -> File:
        """Get one file with its download link.

        The link is signed and needs no header. Its lifetime is not documented.

        Args:
            uuid: The file's uuid. At least 1 character.

        Returns:
            The file.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102002 resource_not_found.

        Source: client-code TS, VUE, JAVA, PY
        """
        from .api.files import get_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller(OPERATIONS["getFile"], _request, decoders.get_file)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedFile:
        """Change a file's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The file's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The file, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: inferred: VUE has the call, apparently with a wrong path; the body is our assumption
        """
        from .api.files import update_file as _endpoint
        from .models.file_change import FileChange

        _body = FileChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller(OPERATIONS["updateFile"], _request, decoders.update_file)

    def delete(self, uuid: str) -> None:
        """Delete a file.

        The file leaves every resource that holds it.

        Args:
            uuid: The file's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102002 resource_not_found, 102003 operation_not_allowed.

        Source: client-code TS, VUE
        """
        from .api.files import delete_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        self._caller(OPERATIONS["deleteFile"], _request, decoders.nothing)


class RawFiles:
    """The calls of `Files`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        name: str | Unset = UNSET,
        need_url: bool | Unset = UNSET,
        uuids: str | Unset = UNSET,
        resource_uuid: str | Unset = UNSET,
        order_asc: bool | Unset = UNSET,
    ) -> Raw[Page[File]]:
        """See `Files.list`."""
        from .api.files import list_files as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            name=name,
            need_url=need_url,
            uuids=uuids,
            resource_uuid=resource_uuid,
            order_asc=order_asc,
        )
        return self._caller.raw(OPERATIONS["listFiles"], _request, decoders.list_files)

    def get(self, uuid: str) -> Raw[File]:
        """See `Files.get`."""
        from .api.files import get_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["getFile"], _request, decoders.get_file)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedFile]:
        """See `Files.update`."""
        from .api.files import update_file as _endpoint
        from .models.file_change import FileChange

        _body = FileChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller.raw(OPERATIONS["updateFile"], _request, decoders.update_file)

    def delete(self, uuid: str) -> Raw[None]:
        """See `Files.delete`."""
        from .api.files import delete_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["deleteFile"], _request, decoders.nothing)


class Resources:
    """Sets of files; one flight is meant to be one resource."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawResources(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: ResourceType | Unset = UNSET,
    ) -> Pages[Resource]:
        """List own resources.

        Output resources of jobs are not listed; ask for them by uuid.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            type_: Only `map` is supported by the service.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS, VUE
        """
        from .api.resources import list_resources as _endpoint

        _request = _endpoint._get_kwargs(rows=rows, page=page, search=search, uuids=uuids, type_=type_)
        return self._caller.pages(OPERATIONS["listResources"], _request, decoders.list_resources)

    def create(
        self,
        *,
        name: str,
        type_: Literal["map"] = "map",
        meta: str | Unset = UNSET,
        files: builtins.list[str] | Unset = UNSET,
        return_detail: bool | Unset = UNSET,
    ) -> ChangedResource:
        """Create a resource.

        A resource may be created before or after its files are uploaded; it must exist at their callback.

        Args:
            name: Name. At least 1 character.
            type_: Only `map`.
            meta: Free text.
            files: Uuids of files that are already known.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The resource, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: seed; client-code TS, PY for the fields
        """
        from .api.resources import create_resource as _endpoint
        from .models.new_resource import NewResource

        _body = NewResource(name=name, type_=type_, meta=meta, files=files)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return self._caller(OPERATIONS["createResource"], _request, decoders.create_resource)

    def get(self, uuid: str) -> ResourceDetail:
        """Get one resource with the ids of its files and jobs.

        Answers for input and output resources alike.

        Args:
            uuid: The resource's uuid. At least 1 character.

        Returns:
            The resource.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102002 resource_not_found.

        Source: client-code TS, VUE, JAVA, PY
        """
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller(OPERATIONS["getResource"], _request, decoders.get_resource)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedResource:
        """Change a resource's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The resource's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The resource, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import update_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller(OPERATIONS["updateResource"], _request, decoders.update_resource)

    def delete(self, uuid: str, *, delete_mode: DeleteMode | Unset = UNSET) -> None:
        """Delete a resource.

        Files can be kept, or deleted where no other resource holds them.

        Args:
            uuid: The resource's uuid. At least 1 character.
            delete_mode: Whether the files go too. What happens without it is not documented; our assumption is that
                files stay.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: client-code TS, VUE
        """
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid, delete_mode=delete_mode)
        self._caller(OPERATIONS["deleteResource"], _request, decoders.nothing)

    def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedResource:
        """Create another resource that holds the same files.

        Files are shared, not copied. The copy can be changed even if the original is locked by a job.

        Args:
            uuid: The resource's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The new resource, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import copy_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return self._caller(OPERATIONS["copyResource"], _request, decoders.copy_resource)

    def change_files(self, uuid: str, *, operation: FileOperation, files: builtins.list[str]) -> None:
        """Add files to a resource or remove files from it.

        Refused once a job has taken the resource as input.

        Args:
            uuid: The resource's uuid. At least 1 character.
            operation: Whether files are added or removed.
            files: Uuids of the files. At least 1 entry.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import change_resource_files as _endpoint
        from .models.resource_file_change import ResourceFileChange

        _body = ResourceFileChange(operation=operation, files=files)
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        self._caller(OPERATIONS["changeResourceFiles"], _request, decoders.nothing)


class RawResources:
    """The calls of `Resources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: ResourceType | Unset = UNSET,
    ) -> Raw[Page[Resource]]:
        """See `Resources.list`."""
        from .api.resources import list_resources as _endpoint

        _request = _endpoint._get_kwargs(rows=rows, page=page, search=search, uuids=uuids, type_=type_)
        return self._caller.raw(OPERATIONS["listResources"], _request, decoders.list_resources)

    def create(
        self,
        *,
        name: str,
        type_: Literal["map"] = "map",
        meta: str | Unset = UNSET,
        files: builtins.list[str] | Unset = UNSET,
        return_detail: bool | Unset = UNSET,
    ) -> Raw[ChangedResource]:
        """See `Resources.create`."""
        from .api.resources import create_resource as _endpoint
        from .models.new_resource import NewResource

        _body = NewResource(name=name, type_=type_, meta=meta, files=files)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return self._caller.raw(OPERATIONS["createResource"], _request, decoders.create_resource)

    def get(self, uuid: str) -> Raw[ResourceDetail]:
        """See `Resources.get`."""
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["getResource"], _request, decoders.get_resource)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedResource]:
        """See `Resources.update`."""
        from .api.resources import update_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller.raw(OPERATIONS["updateResource"], _request, decoders.update_resource)

    def delete(self, uuid: str, *, delete_mode: DeleteMode | Unset = UNSET) -> Raw[None]:
        """See `Resources.delete`."""
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid, delete_mode=delete_mode)
        return self._caller.raw(OPERATIONS["deleteResource"], _request, decoders.nothing)

    def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedResource]:
        """See `Resources.copy`."""
        from .api.resources import copy_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return self._caller.raw(OPERATIONS["copyResource"], _request, decoders.copy_resource)

    def change_files(self, uuid: str, *, operation: FileOperation, files: builtins.list[str]) -> Raw[None]:
        """See `Resources.change_files`."""
        from .api.resources import change_resource_files as _endpoint
        from .models.resource_file_change import ResourceFileChange

        _body = ResourceFileChange(operation=operation, files=files)
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        return self._caller.raw(OPERATIONS["changeResourceFiles"], _request, decoders.nothing)


class Jobs:
    """Reconstructions, each from one input resource to one output resource."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawJobs:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawJobs(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: JobType | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        origin_resource_uuid: str | Unset = UNSET,
        output_resource_uuid: str | Unset = UNSET,
    ) -> Pages[Job]:
        """List own jobs.

        Entries lack `message`, `parameters`, `percentage`, `pixels` and `remainSeconds`; get one job to see them.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            type_: Only jobs of this kind.
            status: Only jobs in this state.
            origin_resource_uuid: Only jobs with this input resource.
            output_resource_uuid: Only jobs with this output resource.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS; VUE for `status`
        """
        from .api.jobs import list_jobs as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            uuids=uuids,
            type_=type_,
            status=status,
            origin_resource_uuid=origin_resource_uuid,
            output_resource_uuid=output_resource_uuid,
        )
        return self._caller.pages(OPERATIONS["listJobs"], _request, decoders.list_jobs)

    def create(self, *, name: str, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET) -> ChangedJob:
        """Create a job.

        A new job waits until it is started. An account may have two unfinished jobs.

        Args:
            name: Name. At least 1 character.
            meta: Free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The job, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 801 job_limit, 102001 bad_parameter.

        Source: seed; client-code TS for the fields
        """
        from .api.jobs import create_job as _endpoint
        from .models.new_job import NewJob

        _body = NewJob(name=name, meta=meta)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return self._caller(OPERATIONS["createJob"], _request, decoders.create_job)

    def get(self, uuid: str) -> Job:
        """Get one job.

        Right after the start the run's fields may still be missing.

        Args:
            uuid: The job's uuid. At least 1 character.

        Returns:
            The job.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102114 job_not_found.

        Source: seed; client-code TS for the fields
        """
        from .api.jobs import get_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller(OPERATIONS["getJob"], _request, decoders.get_job)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedJob:
        """Change a job's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The job's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The job, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102114 job_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.jobs import update_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller(OPERATIONS["updateJob"], _request, decoders.update_job)

    def delete(self, uuid: str) -> None:
        """Delete a job.

        What becomes of its output resource, and whether a running job can be deleted, is not documented. Our
        assumption: the output stays, and a running job must be stopped first.

        Args:
            uuid: The job's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102003 operation_not_allowed, 102114 job_not_found.

        Source: client-code TS, VUE
        """
        from .api.jobs import delete_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        self._caller(OPERATIONS["deleteJob"], _request, decoders.nothing)

    def start(
        self,
        uuid: str,
        *,
        resource_uuid: str,
        type_: JobType,
        parameters: str,
        output_resource_uuid: str | Unset = UNSET,
    ) -> None:
        """Start a job.

        Only a job that was not started yet. Its input resource can no longer be changed afterwards.

        Args:
            uuid: The job's uuid. At least 1 character.
            resource_uuid: Input resource. At least 1 character.
            type_: Kind of reconstruction.
            parameters: JSON text, not an object; its shape is that of Parameters2D, Parameters3D or ParametersLidar.
            output_resource_uuid: Belongs to a job type that is not described; an empty text does no harm.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed, 102114 job_not_found, 102116 billing_failure.

        Source: seed; doc ALGO; client-code TS, VUE
        """
        from .api.jobs import start_job as _endpoint
        from .models.job_start import JobStart

        _body = JobStart(
            resource_uuid=resource_uuid, type_=type_, parameters=parameters, output_resource_uuid=output_resource_uuid
        )
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        self._caller(OPERATIONS["startJob"], _request, decoders.nothing)

    def stop(self, uuid: str) -> None:
        """Stop a job.

        The status must be below 4 (processing results). Whether a job that was never started can be stopped is not
        clear (VUE offers it from 1 to 3); our assumption is that it can.

        Args:
            uuid: The job's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102003 operation_not_allowed, 102114 job_not_found.

        Source: client-code VUE
        """
        from .api.jobs import stop_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        self._caller(OPERATIONS["stopJob"], _request, decoders.nothing)

    def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedJob:
        """Create another job like this one.

        The copy is a new job that waits for its start; it counts as unfinished.

        Args:
            uuid: The job's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The new job, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 801 job_limit, 102001 bad_parameter, 102114 job_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.jobs import copy_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return self._caller(OPERATIONS["copyJob"], _request, decoders.copy_job)


class RawJobs:
    """The calls of `Jobs`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: JobType | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        origin_resource_uuid: str | Unset = UNSET,
        output_resource_uuid: str | Unset = UNSET,
    ) -> Raw[Page[Job]]:
        """See `Jobs.list`."""
        from .api.jobs import list_jobs as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            uuids=uuids,
            type_=type_,
            status=status,
            origin_resource_uuid=origin_resource_uuid,
            output_resource_uuid=output_resource_uuid,
        )
        return self._caller.raw(OPERATIONS["listJobs"], _request, decoders.list_jobs)

    def create(self, *, name: str, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET) -> Raw[ChangedJob]:
        """See `Jobs.create`."""
        from .api.jobs import create_job as _endpoint
        from .models.new_job import NewJob

        _body = NewJob(name=name, meta=meta)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return self._caller.raw(OPERATIONS["createJob"], _request, decoders.create_job)

    def get(self, uuid: str) -> Raw[Job]:
        """See `Jobs.get`."""
        from .api.jobs import get_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["getJob"], _request, decoders.get_job)

    def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedJob]:
        """See `Jobs.update`."""
        from .api.jobs import update_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return self._caller.raw(OPERATIONS["updateJob"], _request, decoders.update_job)

    def delete(self, uuid: str) -> Raw[None]:
        """See `Jobs.delete`."""
        from .api.jobs import delete_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["deleteJob"], _request, decoders.nothing)

    def start(
        self,
        uuid: str,
        *,
        resource_uuid: str,
        type_: JobType,
        parameters: str,
        output_resource_uuid: str | Unset = UNSET,
    ) -> Raw[None]:
        """See `Jobs.start`."""
        from .api.jobs import start_job as _endpoint
        from .models.job_start import JobStart

        _body = JobStart(
            resource_uuid=resource_uuid, type_=type_, parameters=parameters, output_resource_uuid=output_resource_uuid
        )
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        return self._caller.raw(OPERATIONS["startJob"], _request, decoders.nothing)

    def stop(self, uuid: str) -> Raw[None]:
        """See `Jobs.stop`."""
        from .api.jobs import stop_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return self._caller.raw(OPERATIONS["stopJob"], _request, decoders.nothing)

    def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedJob]:
        """See `Jobs.copy`."""
        from .api.jobs import copy_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return self._caller.raw(OPERATIONS["copyJob"], _request, decoders.copy_job)


class TerraGroups:
    """All groups of DJI TerraAPI.

    Attributes:
        store: Temporary storage credentials, and the report of what was uploaded with them.
        files: Single uploaded or produced files.
        resources: Sets of files; one flight is meant to be one resource.
        jobs: Reconstructions, each from one input resource to one output resource.
    """

    def __init__(self, caller: Caller) -> None:
        self.store = Store(caller)
        self.files = Files(caller)
        self.resources = Resources(caller)
        self.jobs = Jobs(caller)


class AsyncStore:
    """Temporary storage credentials, and the report of what was uploaded with them."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawStore:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawStore(self._caller)

    async def obtain_token(self) -> UploadToken:
        """Get temporary storage credentials.

        Credentials live for ten minutes and open one key prefix of one bucket. A body is not needed and is ignored.
        Asking again gives another prefix and another callback parameter.

        Returns:
            Credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102000 service_call_failed.

        Source: seed; doc QS; client-code TS for the fields
        """
        from .api.store import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    async def upload_callback(
        self, *, callback_param: str, resource_uuid: str, files: list[UploadedFile]
    ) -> list[File]:
        """Report uploaded files and link them to a resource.

        Clients send at most 50 files a call. The callback parameter must be that of the credentials the files were
        uploaded with.

        Args:
            callback_param: From the credentials that these files were uploaded with. At least 1 character.
            resource_uuid: Resource to link the files to; note the capitals, other calls say resourceUuid. At least 1
                character.
            files: At most 50 a call in public clients; the hard limit is not documented. At least 1 entry.

        Returns:
            The files as the service knows them now.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: seed; client-code TS, VUE, PY, JAVA for the fields
        """
        from .api.store import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(callback_param=callback_param, resource_uuid=resource_uuid, files=files)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class AsyncRawStore:
    """The calls of `AsyncStore`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def obtain_token(self) -> Raw[UploadToken]:
        """See `AsyncStore.obtain_token`."""
        from .api.store import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller.raw(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    async def upload_callback(
        self, *, callback_param: str, resource_uuid: str, files: list[UploadedFile]
    ) -> Raw[list[File]]:
        """See `AsyncStore.upload_callback`."""
        from .api.store import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(callback_param=callback_param, resource_uuid=resource_uuid, files=files)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class AsyncFiles:
    """Single uploaded or produced files."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawFiles:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawFiles(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        name: str | Unset = UNSET,
        need_url: bool | Unset = UNSET,
        uuids: str | Unset = UNSET,
        resource_uuid: str | Unset = UNSET,
        order_asc: bool | Unset = UNSET,
    ) -> AsyncPages[File]:
        """List own files.

        Newest first, unless `orderAsc` is true.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            name: Only files of exactly this name.
            need_url: Whether each entry carries a download link.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            resource_uuid: Only files of this resource.
            order_asc: Oldest first.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS, VUE
        """
        from .api.files import list_files as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            name=name,
            need_url=need_url,
            uuids=uuids,
            resource_uuid=resource_uuid,
            order_asc=order_asc,
        )
        return self._caller.pages(OPERATIONS["listFiles"], _request, decoders.list_files)

    async def get(self, uuid: str) -> File:
        """Get one file with its download link.

        The link is signed and needs no header. Its lifetime is not documented.

        Args:
            uuid: The file's uuid. At least 1 character.

        Returns:
            The file.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102002 resource_not_found.

        Source: client-code TS, VUE, JAVA, PY
        """
        from .api.files import get_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller(OPERATIONS["getFile"], _request, decoders.get_file)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedFile:
        """Change a file's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The file's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The file, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: inferred: VUE has the call, apparently with a wrong path; the body is our assumption
        """
        from .api.files import update_file as _endpoint
        from .models.file_change import FileChange

        _body = FileChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller(OPERATIONS["updateFile"], _request, decoders.update_file)

    async def delete(self, uuid: str) -> None:
        """Delete a file.

        The file leaves every resource that holds it.

        Args:
            uuid: The file's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102002 resource_not_found, 102003 operation_not_allowed.

        Source: client-code TS, VUE
        """
        from .api.files import delete_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        await self._caller(OPERATIONS["deleteFile"], _request, decoders.nothing)


class AsyncRawFiles:
    """The calls of `AsyncFiles`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        name: str | Unset = UNSET,
        need_url: bool | Unset = UNSET,
        uuids: str | Unset = UNSET,
        resource_uuid: str | Unset = UNSET,
        order_asc: bool | Unset = UNSET,
    ) -> Raw[Page[File]]:
        """See `AsyncFiles.list`."""
        from .api.files import list_files as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            name=name,
            need_url=need_url,
            uuids=uuids,
            resource_uuid=resource_uuid,
            order_asc=order_asc,
        )
        return await self._caller.raw(OPERATIONS["listFiles"], _request, decoders.list_files)

    async def get(self, uuid: str) -> Raw[File]:
        """See `AsyncFiles.get`."""
        from .api.files import get_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["getFile"], _request, decoders.get_file)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedFile]:
        """See `AsyncFiles.update`."""
        from .api.files import update_file as _endpoint
        from .models.file_change import FileChange

        _body = FileChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller.raw(OPERATIONS["updateFile"], _request, decoders.update_file)

    async def delete(self, uuid: str) -> Raw[None]:
        """See `AsyncFiles.delete`."""
        from .api.files import delete_file as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["deleteFile"], _request, decoders.nothing)


class AsyncResources:
    """Sets of files; one flight is meant to be one resource."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawResources(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: ResourceType | Unset = UNSET,
    ) -> AsyncPages[Resource]:
        """List own resources.

        Output resources of jobs are not listed; ask for them by uuid.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            type_: Only `map` is supported by the service.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS, VUE
        """
        from .api.resources import list_resources as _endpoint

        _request = _endpoint._get_kwargs(rows=rows, page=page, search=search, uuids=uuids, type_=type_)
        return self._caller.pages(OPERATIONS["listResources"], _request, decoders.list_resources)

    async def create(
        self,
        *,
        name: str,
        type_: Literal["map"] = "map",
        meta: str | Unset = UNSET,
        files: builtins.list[str] | Unset = UNSET,
        return_detail: bool | Unset = UNSET,
    ) -> ChangedResource:
        """Create a resource.

        A resource may be created before or after its files are uploaded; it must exist at their callback.

        Args:
            name: Name. At least 1 character.
            type_: Only `map`.
            meta: Free text.
            files: Uuids of files that are already known.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The resource, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: seed; client-code TS, PY for the fields
        """
        from .api.resources import create_resource as _endpoint
        from .models.new_resource import NewResource

        _body = NewResource(name=name, type_=type_, meta=meta, files=files)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return await self._caller(OPERATIONS["createResource"], _request, decoders.create_resource)

    async def get(self, uuid: str) -> ResourceDetail:
        """Get one resource with the ids of its files and jobs.

        Answers for input and output resources alike.

        Args:
            uuid: The resource's uuid. At least 1 character.

        Returns:
            The resource.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102002 resource_not_found.

        Source: client-code TS, VUE, JAVA, PY
        """
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller(OPERATIONS["getResource"], _request, decoders.get_resource)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedResource:
        """Change a resource's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The resource's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The resource, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import update_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller(OPERATIONS["updateResource"], _request, decoders.update_resource)

    async def delete(self, uuid: str, *, delete_mode: DeleteMode | Unset = UNSET) -> None:
        """Delete a resource.

        Files can be kept, or deleted where no other resource holds them.

        Args:
            uuid: The resource's uuid. At least 1 character.
            delete_mode: Whether the files go too. What happens without it is not documented; our assumption is that
                files stay.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: client-code TS, VUE
        """
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid, delete_mode=delete_mode)
        await self._caller(OPERATIONS["deleteResource"], _request, decoders.nothing)

    async def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedResource:
        """Create another resource that holds the same files.

        Files are shared, not copied. The copy can be changed even if the original is locked by a job.

        Args:
            uuid: The resource's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The new resource, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import copy_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return await self._caller(OPERATIONS["copyResource"], _request, decoders.copy_resource)

    async def change_files(self, uuid: str, *, operation: FileOperation, files: builtins.list[str]) -> None:
        """Add files to a resource or remove files from it.

        Refused once a job has taken the resource as input.

        Args:
            uuid: The resource's uuid. At least 1 character.
            operation: Whether files are added or removed.
            files: Uuids of the files. At least 1 entry.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.resources import change_resource_files as _endpoint
        from .models.resource_file_change import ResourceFileChange

        _body = ResourceFileChange(operation=operation, files=files)
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        await self._caller(OPERATIONS["changeResourceFiles"], _request, decoders.nothing)


class AsyncRawResources:
    """The calls of `AsyncResources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: ResourceType | Unset = UNSET,
    ) -> Raw[Page[Resource]]:
        """See `AsyncResources.list`."""
        from .api.resources import list_resources as _endpoint

        _request = _endpoint._get_kwargs(rows=rows, page=page, search=search, uuids=uuids, type_=type_)
        return await self._caller.raw(OPERATIONS["listResources"], _request, decoders.list_resources)

    async def create(
        self,
        *,
        name: str,
        type_: Literal["map"] = "map",
        meta: str | Unset = UNSET,
        files: builtins.list[str] | Unset = UNSET,
        return_detail: bool | Unset = UNSET,
    ) -> Raw[ChangedResource]:
        """See `AsyncResources.create`."""
        from .api.resources import create_resource as _endpoint
        from .models.new_resource import NewResource

        _body = NewResource(name=name, type_=type_, meta=meta, files=files)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return await self._caller.raw(OPERATIONS["createResource"], _request, decoders.create_resource)

    async def get(self, uuid: str) -> Raw[ResourceDetail]:
        """See `AsyncResources.get`."""
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["getResource"], _request, decoders.get_resource)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedResource]:
        """See `AsyncResources.update`."""
        from .api.resources import update_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller.raw(OPERATIONS["updateResource"], _request, decoders.update_resource)

    async def delete(self, uuid: str, *, delete_mode: DeleteMode | Unset = UNSET) -> Raw[None]:
        """See `AsyncResources.delete`."""
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid, delete_mode=delete_mode)
        return await self._caller.raw(OPERATIONS["deleteResource"], _request, decoders.nothing)

    async def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedResource]:
        """See `AsyncResources.copy`."""
        from .api.resources import copy_resource as _endpoint
        from .models.resource_change import ResourceChange

        _body = ResourceChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return await self._caller.raw(OPERATIONS["copyResource"], _request, decoders.copy_resource)

    async def change_files(self, uuid: str, *, operation: FileOperation, files: builtins.list[str]) -> Raw[None]:
        """See `AsyncResources.change_files`."""
        from .api.resources import change_resource_files as _endpoint
        from .models.resource_file_change import ResourceFileChange

        _body = ResourceFileChange(operation=operation, files=files)
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        return await self._caller.raw(OPERATIONS["changeResourceFiles"], _request, decoders.nothing)


class AsyncJobs:
    """Reconstructions, each from one input resource to one output resource."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawJobs:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawJobs(self._caller)

    def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: JobType | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        origin_resource_uuid: str | Unset = UNSET,
        output_resource_uuid: str | Unset = UNSET,
    ) -> AsyncPages[Job]:
        """List own jobs.

        Entries lack `message`, `parameters`, `percentage`, `pixels` and `remainSeconds`; get one job to see them.

        Args:
            rows: Entries a page. Default and maximum are not documented; clients use 10 and 100. 1 or more.
            page: Page number; the first is 1. 1 or more.
            search: Only entries whose name contains this text.
            uuids: Only these entries; uuids joined by commas, at most 1000.
            type_: Only jobs of this kind.
            status: Only jobs in this state.
            origin_resource_uuid: Only jobs with this input resource.
            output_resource_uuid: Only jobs with this output resource.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102001 bad_parameter.

        Source: client-code TS; VUE for `status`
        """
        from .api.jobs import list_jobs as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            uuids=uuids,
            type_=type_,
            status=status,
            origin_resource_uuid=origin_resource_uuid,
            output_resource_uuid=output_resource_uuid,
        )
        return self._caller.pages(OPERATIONS["listJobs"], _request, decoders.list_jobs)

    async def create(self, *, name: str, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET) -> ChangedJob:
        """Create a job.

        A new job waits until it is started. An account may have two unfinished jobs.

        Args:
            name: Name. At least 1 character.
            meta: Free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The job, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 801 job_limit, 102001 bad_parameter.

        Source: seed; client-code TS for the fields
        """
        from .api.jobs import create_job as _endpoint
        from .models.new_job import NewJob

        _body = NewJob(name=name, meta=meta)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return await self._caller(OPERATIONS["createJob"], _request, decoders.create_job)

    async def get(self, uuid: str) -> Job:
        """Get one job.

        Right after the start the run's fields may still be missing.

        Args:
            uuid: The job's uuid. At least 1 character.

        Returns:
            The job.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 701 authentication_error, 102114 job_not_found.

        Source: seed; client-code TS for the fields
        """
        from .api.jobs import get_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller(OPERATIONS["getJob"], _request, decoders.get_job)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedJob:
        """Change a job's information.

        Fields that are left out stay as they are.

        Args:
            uuid: The job's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The job, whole if its detail was asked for.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102114 job_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.jobs import update_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller(OPERATIONS["updateJob"], _request, decoders.update_job)

    async def delete(self, uuid: str) -> None:
        """Delete a job.

        What becomes of its output resource, and whether a running job can be deleted, is not documented. Our
        assumption: the output stays, and a running job must be stopped first.

        Args:
            uuid: The job's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102003 operation_not_allowed, 102114 job_not_found.

        Source: client-code TS, VUE
        """
        from .api.jobs import delete_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        await self._caller(OPERATIONS["deleteJob"], _request, decoders.nothing)

    async def start(
        self,
        uuid: str,
        *,
        resource_uuid: str,
        type_: JobType,
        parameters: str,
        output_resource_uuid: str | Unset = UNSET,
    ) -> None:
        """Start a job.

        Only a job that was not started yet. Its input resource can no longer be changed afterwards.

        Args:
            uuid: The job's uuid. At least 1 character.
            resource_uuid: Input resource. At least 1 character.
            type_: Kind of reconstruction.
            parameters: JSON text, not an object; its shape is that of Parameters2D, Parameters3D or ParametersLidar.
            output_resource_uuid: Belongs to a job type that is not described; an empty text does no harm.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 102001 bad_parameter, 102002 resource_not_found, 102003
        operation_not_allowed, 102114 job_not_found, 102116 billing_failure.

        Source: seed; doc ALGO; client-code TS, VUE
        """
        from .api.jobs import start_job as _endpoint
        from .models.job_start import JobStart

        _body = JobStart(
            resource_uuid=resource_uuid, type_=type_, parameters=parameters, output_resource_uuid=output_resource_uuid
        )
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        await self._caller(OPERATIONS["startJob"], _request, decoders.nothing)

    async def stop(self, uuid: str) -> None:
        """Stop a job.

        The status must be below 4 (processing results). Whether a job that was never started can be stopped is not
        clear (VUE offers it from 1 to 3); our assumption is that it can.

        Args:
            uuid: The job's uuid. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 701 authentication_error, 102003 operation_not_allowed, 102114 job_not_found.

        Source: client-code VUE
        """
        from .api.jobs import stop_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        await self._caller(OPERATIONS["stopJob"], _request, decoders.nothing)

    async def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> ChangedJob:
        """Create another job like this one.

        The copy is a new job that waits for its start; it counts as unfinished.

        Args:
            uuid: The job's uuid. At least 1 character.
            name: New name. At least 1 character.
            meta: New free text.
            return_detail: Ask for the whole object in the answer; without it only `uuid` is sure to come. Header
                Return-Detail.

        Returns:
            The new job, whole if its detail was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 701 authentication_error, 801 job_limit, 102001 bad_parameter, 102114 job_not_found.

        Source: client-code VUE for the call; the body is our assumption
        """
        from .api.jobs import copy_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return await self._caller(OPERATIONS["copyJob"], _request, decoders.copy_job)


class AsyncRawJobs:
    """The calls of `AsyncJobs`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        rows: int | Unset = UNSET,
        page: int | Unset = UNSET,
        search: str | Unset = UNSET,
        uuids: str | Unset = UNSET,
        type_: JobType | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        origin_resource_uuid: str | Unset = UNSET,
        output_resource_uuid: str | Unset = UNSET,
    ) -> Raw[Page[Job]]:
        """See `AsyncJobs.list`."""
        from .api.jobs import list_jobs as _endpoint

        _request = _endpoint._get_kwargs(
            rows=rows,
            page=page,
            search=search,
            uuids=uuids,
            type_=type_,
            status=status,
            origin_resource_uuid=origin_resource_uuid,
            output_resource_uuid=output_resource_uuid,
        )
        return await self._caller.raw(OPERATIONS["listJobs"], _request, decoders.list_jobs)

    async def create(
        self, *, name: str, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedJob]:
        """See `AsyncJobs.create`."""
        from .api.jobs import create_job as _endpoint
        from .models.new_job import NewJob

        _body = NewJob(name=name, meta=meta)
        _request = _endpoint._get_kwargs(return_detail=return_detail, body=_body)
        return await self._caller.raw(OPERATIONS["createJob"], _request, decoders.create_job)

    async def get(self, uuid: str) -> Raw[Job]:
        """See `AsyncJobs.get`."""
        from .api.jobs import get_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["getJob"], _request, decoders.get_job)

    async def update(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedJob]:
        """See `AsyncJobs.update`."""
        from .api.jobs import update_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(uuid=uuid, return_detail=return_detail, body=_body)
        return await self._caller.raw(OPERATIONS["updateJob"], _request, decoders.update_job)

    async def delete(self, uuid: str) -> Raw[None]:
        """See `AsyncJobs.delete`."""
        from .api.jobs import delete_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["deleteJob"], _request, decoders.nothing)

    async def start(
        self,
        uuid: str,
        *,
        resource_uuid: str,
        type_: JobType,
        parameters: str,
        output_resource_uuid: str | Unset = UNSET,
    ) -> Raw[None]:
        """See `AsyncJobs.start`."""
        from .api.jobs import start_job as _endpoint
        from .models.job_start import JobStart

        _body = JobStart(
            resource_uuid=resource_uuid, type_=type_, parameters=parameters, output_resource_uuid=output_resource_uuid
        )
        _request = _endpoint._get_kwargs(uuid=uuid, body=_body)
        return await self._caller.raw(OPERATIONS["startJob"], _request, decoders.nothing)

    async def stop(self, uuid: str) -> Raw[None]:
        """See `AsyncJobs.stop`."""
        from .api.jobs import stop_job as _endpoint

        _request = _endpoint._get_kwargs(uuid=uuid)
        return await self._caller.raw(OPERATIONS["stopJob"], _request, decoders.nothing)

    async def copy(
        self, uuid: str, *, name: str | Unset = UNSET, meta: str | Unset = UNSET, return_detail: bool | Unset = UNSET
    ) -> Raw[ChangedJob]:
        """See `AsyncJobs.copy`."""
        from .api.jobs import copy_job as _endpoint
        from .models.job_change import JobChange

        _body = JobChange(name=name, meta=meta)
        _request = _endpoint._get_kwargs(
            uuid=uuid, return_detail=return_detail, body=_body if _body.to_dict() else UNSET
        )
        return await self._caller.raw(OPERATIONS["copyJob"], _request, decoders.copy_job)


class AsyncTerraGroups:
    """All groups of DJI TerraAPI.

    Attributes:
        store: Temporary storage credentials, and the report of what was uploaded with them.
        files: Single uploaded or produced files.
        resources: Sets of files; one flight is meant to be one resource.
        jobs: Reconstructions, each from one input resource to one output resource.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.store = AsyncStore(caller)
        self.files = AsyncFiles(caller)
        self.resources = AsyncResources(caller)
        self.jobs = AsyncJobs(caller)


__all__ = (
    "AsyncFiles",
    "AsyncJobs",
    "AsyncResources",
    "AsyncStore",
    "AsyncTerraGroups",
    "Files",
    "Jobs",
    "Resources",
    "Store",
    "TerraGroups",
)
