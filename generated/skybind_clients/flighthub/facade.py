# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""DJI FlightHub 2 Open Modeling as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, Caller, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.beta_area import BetaArea
    from .models.download_link import DownloadLink
    from .models.media_area import MediaArea
    from .models.media_model import MediaModel
    from .models.media_model_detail import MediaModelDetail
    from .models.media_reconstruction_answer import MediaReconstructionAnswer
    from .models.model import Model
    from .models.model_format import ModelFormat
    from .models.new_media_model_id import NewMediaModelId
    from .models.quality_level import QualityLevel
    from .models.reconstruction_mode import ReconstructionMode
    from .models.resource import Resource
    from .models.started_models import StartedModels
    from .models.upload_receipt import UploadReceipt
    from .models.upload_token import UploadToken
    from .models.uploaded_file import UploadedFile


class Stores:
    """Temporary storage credentials, and the report of what was uploaded with them."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawStores:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawStores(self._caller)

    def obtain_token(self) -> UploadToken:
        """Get temporary storage credentials, and with them a resource.

        The credentials open one key prefix of one bucket. The uuid of the resource that the files will belong to is the
        segment before `{fileName}` in `store_path`, and is returned nowhere else. There is no body.

        Returns:
            Credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.stores import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    def upload_callback(
        self, *, resource_uuid: str, callback_param: str, files: list[UploadedFile], resource_name: str | Unset = UNSET
    ) -> UploadReceipt:
        """Report uploaded files of a resource.

        At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

        Args:
            resource_uuid: From `store_path`. At least 1 character.
            callback_param: From the credentials that these files were uploaded with. At least 1 character.
            files: Files that lie in storage. 1 to 100 entries.
            resource_name: Name of the resource. At most 255 characters.

        Returns:
            What was counted.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.stores import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(
            resource_uuid=resource_uuid, callback_param=callback_param, files=files, resource_name=resource_name
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class RawStores:
    """The calls of `Stores`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def obtain_token(self) -> Raw[UploadToken]:
        """See `Stores.obtain_token`."""
        from .api.stores import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller.raw(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    def upload_callback(
        self, *, resource_uuid: str, callback_param: str, files: list[UploadedFile], resource_name: str | Unset = UNSET
    ) -> Raw[UploadReceipt]:
        """See `Stores.upload_callback`."""
        from .api.stores import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(
            resource_uuid=resource_uuid, callback_param=callback_param, files=files, resource_name=resource_name
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class Resources:
    """Uploaded sets of files; one set of credentials is one resource."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawResources(self._caller)

    def get(self, resource_uuid: str) -> Resource:
        """Get state, size and file names of a resource.

        There is no list of resources; whoever loses a uuid does not get it back.

        Args:
            resource_uuid: Uuid of the resource. At least 1 character.

        Returns:
            The resource.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return self._caller(OPERATIONS["getResource"], _request, decoders.get_resource)

    def delete(self, resource_uuid: str) -> None:
        """Delete a resource and free its storage.

        Args:
            resource_uuid: Uuid of the resource. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        self._caller(OPERATIONS["deleteResource"], _request, decoders.nothing)


class RawResources:
    """The calls of `Resources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, resource_uuid: str) -> Raw[Resource]:
        """See `Resources.get`."""
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return self._caller.raw(OPERATIONS["getResource"], _request, decoders.get_resource)

    def delete(self, resource_uuid: str) -> Raw[None]:
        """See `Resources.delete`."""
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return self._caller.raw(OPERATIONS["deleteResource"], _request, decoders.nothing)


class Reconstructions:
    """Making models of a resource."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawReconstructions:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawReconstructions(self._caller)

    def start(
        self,
        *,
        resource_uuid: str,
        parameter_2d: str | Unset = UNSET,
        parameter_3d: str | Unset = UNSET,
        parameter_3dgs: str | Unset = UNSET,
        parameter_lidar: str | Unset = UNSET,
        delete_resource_if_finish: bool | Unset = UNSET,
    ) -> StartedModels:
        """Start one to four reconstructions of one resource.

        For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and LiDAR, and
        10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

        Args:
            resource_uuid: The resource. At least 1 character.
            parameter_2d: JSON text; asks for a 2D map. Its keys are UNKNOWN.
            parameter_3d: JSON text; asks for a 3D model. Its keys are UNKNOWN.
            parameter_3dgs: JSON text; asks for Gaussian splats. Its keys are UNKNOWN.
            parameter_lidar: JSON text; asks for a LiDAR point cloud. Its keys are UNKNOWN.
            delete_resource_if_finish: Delete the resource once all of its models have ended.

        Returns:
            The models, one for each kind that was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO; that each may fail by itself: inferred
        """
        from .api.reconstructions import start_reconstructions as _endpoint
        from .models.reconstruction_start import ReconstructionStart

        _body = ReconstructionStart(
            resource_uuid=resource_uuid,
            parameter_2d=parameter_2d,
            parameter_3d=parameter_3d,
            parameter_3dgs=parameter_3dgs,
            parameter_lidar=parameter_lidar,
            delete_resource_if_finish=delete_resource_if_finish,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["startReconstructions"], _request, decoders.start_reconstructions)

    def stop(self, model_uuid: str) -> None:
        """Stop a running reconstruction.

        The images that it was charged are given back to the quota. There is no body.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.reconstructions import stop_reconstruction as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        self._caller(OPERATIONS["stopReconstruction"], _request, decoders.nothing)


class RawReconstructions:
    """The calls of `Reconstructions`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def start(
        self,
        *,
        resource_uuid: str,
        parameter_2d: str | Unset = UNSET,
        parameter_3d: str | Unset = UNSET,
        parameter_3dgs: str | Unset = UNSET,
        parameter_lidar: str | Unset = UNSET,
        delete_resource_if_finish: bool | Unset = UNSET,
    ) -> Raw[StartedModels]:
        """See `Reconstructions.start`."""
        from .api.reconstructions import start_reconstructions as _endpoint
        from .models.reconstruction_start import ReconstructionStart

        _body = ReconstructionStart(
            resource_uuid=resource_uuid,
            parameter_2d=parameter_2d,
            parameter_3d=parameter_3d,
            parameter_3dgs=parameter_3dgs,
            parameter_lidar=parameter_lidar,
            delete_resource_if_finish=delete_resource_if_finish,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["startReconstructions"], _request, decoders.start_reconstructions)

    def stop(self, model_uuid: str) -> Raw[None]:
        """See `Reconstructions.stop`."""
        from .api.reconstructions import stop_reconstruction as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return self._caller.raw(OPERATIONS["stopReconstruction"], _request, decoders.nothing)


class Models:
    """Models that are made or ready, each with one archive."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawModels(self._caller)

    def running(self) -> list[Model] | None:
        """List reconstructions that run.

        Null stands for none. Finished models are listed nowhere.

        Returns:
            Models that are being made, without `zip_file_key`.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO; the shape of the answer is our assumption: data.list of models
        """
        from .api.models import list_running_models as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller(OPERATIONS["listRunningModels"], _request, decoders.list_running_models)

    def get(self, model_uuid: str) -> Model:
        """Get a model's state, progress and archive.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Returns:
            The model.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.models import get_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return self._caller(OPERATIONS["getModel"], _request, decoders.get_model)

    def delete(self, model_uuid: str) -> None:
        """Delete a model; one that runs is stopped too.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.models import delete_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        self._caller(OPERATIONS["deleteModel"], _request, decoders.nothing)


class RawModels:
    """The calls of `Models`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def running(self) -> Raw[list[Model] | None]:
        """See `Models.running`."""
        from .api.models import list_running_models as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller.raw(OPERATIONS["listRunningModels"], _request, decoders.list_running_models)

    def get(self, model_uuid: str) -> Raw[Model]:
        """See `Models.get`."""
        from .api.models import get_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return self._caller.raw(OPERATIONS["getModel"], _request, decoders.get_model)

    def delete(self, model_uuid: str) -> Raw[None]:
        """See `Models.delete`."""
        from .api.models import delete_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return self._caller.raw(OPERATIONS["deleteModel"], _request, decoders.nothing)


class MediaModels:
    """Models of media that FlightHub holds already; not part of Open Modeling."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawMediaModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawMediaModels(self._caller)

    def list(self) -> builtins.list[MediaModel] | None:
        """List the project's models.

        Null stands for none.

        Returns:
            Models.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO, DE
        """
        from .api.media_models import list_media_models as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller(OPERATIONS["listMediaModels"], _request, decoders.list_media_models)

    def get(self, id: str) -> MediaModelDetail:
        """Get one model with its links.

        Args:
            id: Id of the model. At least 1 character.

        Returns:
            The model.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO, DE
        """
        from .api.media_models import get_media_model as _endpoint

        _request = _endpoint._get_kwargs(id=id)
        return self._caller(OPERATIONS["getMediaModel"], _request, decoders.get_media_model)

    def download_url(self, file_id: str) -> DownloadLink:
        """Get a link to a model's file.

        The link is empty while the file is not ready.

        Args:
            file_id: Id of the file. At least 1 character.

        Returns:
            The link.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code GO
        """
        from .api.media_models import get_media_model_url as _endpoint

        _request = _endpoint._get_kwargs(file_id=file_id)
        return self._caller(OPERATIONS["getMediaModelUrl"], _request, decoders.get_media_model_url)

    def create(
        self,
        *,
        name: str,
        task_folder_id: str,
        reconstruction_type: builtins.list[int | str],
        generate_model_formats: builtins.list[ModelFormat] | Unset = UNSET,
        wkt: str | Unset = UNSET,
        quality_level: QualityLevel | Unset = UNSET,
        reconstruction_mode: ReconstructionMode | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: MediaArea | Unset = UNSET,
    ) -> NewMediaModelId:
        """Make a model of a folder of media.

        Args:
            name: Name. At least 1 character.
            task_folder_id: Folder of media. At least 1 character.
            reconstruction_type: What to make; the values are UNKNOWN. At least 1 entry.
            generate_model_formats: Formats to write.
            wkt: Coordinate system as well-known text.
            quality_level: Quality; a client takes medium if nothing is said.
            reconstruction_mode: Kind of flight.
            simplified_factor: Share of the mesh that is kept; 0.2 is advised. At most 1; above 0.
            predefine_area: Part of the scene to reconstruct.

        Returns:
            Id of the model.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO, DE; which fields are required is our assumption
        """
        from .api.media_models import create_media_model as _endpoint
        from .models.new_media_model import NewMediaModel

        _body = NewMediaModel(
            name=name,
            task_folder_id=task_folder_id,
            reconstruction_type=reconstruction_type,
            generate_model_formats=generate_model_formats,
            wkt=wkt,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["createMediaModel"], _request, decoders.create_media_model)

    def reconstruct(
        self,
        proj_uuid: str,
        *,
        folder_uuids: builtins.list[str],
        name: str,
        reconstruction_type: builtins.list[int],
        wkt: str,
        generate_model_formats: builtins.list[int] | Unset = UNSET,
        quality_level: int | str | Unset = UNSET,
        reconstruction_mode: int | str | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: BetaArea | Unset = UNSET,
    ) -> MediaReconstructionAnswer:
        """Make models of folders of media (beta, version 0.9 of the path).

        The whole answer is returned, since nobody has described its data.

        Args:
            proj_uuid: Uuid of the project. At least 1 character.
            folder_uuids: Folders of media. At least 1 entry.
            name: Name. At least 1 character.
            reconstruction_type: What to make; the numbers' meaning is UNKNOWN. At least 1 entry.
            wkt: Coordinate system as well-known text. At least 1 character.
            generate_model_formats: Formats to write; the numbers' meaning is UNKNOWN.
            quality_level: Quality; number or text is UNKNOWN.
            reconstruction_mode: Kind of flight; number or text is UNKNOWN.
            simplified_factor: Share of the mesh that is kept. At most 1; above 0.
            predefine_area: Part of the scene to reconstruct.

        Returns:
            Accepted.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: doc AFB; the answer and the types of quality_level and reconstruction_mode are our assumption
        """
        from .api.media_models import create_media_reconstruction as _endpoint
        from .models.new_media_reconstruction import NewMediaReconstruction

        _body = NewMediaReconstruction(
            folder_uuids=folder_uuids,
            name=name,
            reconstruction_type=reconstruction_type,
            wkt=wkt,
            generate_model_formats=generate_model_formats,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(proj_uuid=proj_uuid, body=_body)
        return self._caller(OPERATIONS["createMediaReconstruction"], _request, decoders.create_media_reconstruction)


class RawMediaModels:
    """The calls of `MediaModels`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> Raw[builtins.list[MediaModel] | None]:
        """See `MediaModels.list`."""
        from .api.media_models import list_media_models as _endpoint

        _request = _endpoint._get_kwargs()
        return self._caller.raw(OPERATIONS["listMediaModels"], _request, decoders.list_media_models)

    def get(self, id: str) -> Raw[MediaModelDetail]:
        """See `MediaModels.get`."""
        from .api.media_models import get_media_model as _endpoint

        _request = _endpoint._get_kwargs(id=id)
        return self._caller.raw(OPERATIONS["getMediaModel"], _request, decoders.get_media_model)

    def download_url(self, file_id: str) -> Raw[DownloadLink]:
        """See `MediaModels.download_url`."""
        from .api.media_models import get_media_model_url as _endpoint

        _request = _endpoint._get_kwargs(file_id=file_id)
        return self._caller.raw(OPERATIONS["getMediaModelUrl"], _request, decoders.get_media_model_url)

    def create(
        self,
        *,
        name: str,
        task_folder_id: str,
        reconstruction_type: builtins.list[int | str],
        generate_model_formats: builtins.list[ModelFormat] | Unset = UNSET,
        wkt: str | Unset = UNSET,
        quality_level: QualityLevel | Unset = UNSET,
        reconstruction_mode: ReconstructionMode | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: MediaArea | Unset = UNSET,
    ) -> Raw[NewMediaModelId]:
        """See `MediaModels.create`."""
        from .api.media_models import create_media_model as _endpoint
        from .models.new_media_model import NewMediaModel

        _body = NewMediaModel(
            name=name,
            task_folder_id=task_folder_id,
            reconstruction_type=reconstruction_type,
            generate_model_formats=generate_model_formats,
            wkt=wkt,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["createMediaModel"], _request, decoders.create_media_model)

    def reconstruct(
        self,
        proj_uuid: str,
        *,
        folder_uuids: builtins.list[str],
        name: str,
        reconstruction_type: builtins.list[int],
        wkt: str,
        generate_model_formats: builtins.list[int] | Unset = UNSET,
        quality_level: int | str | Unset = UNSET,
        reconstruction_mode: int | str | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: BetaArea | Unset = UNSET,
    ) -> Raw[MediaReconstructionAnswer]:
        """See `MediaModels.reconstruct`."""
        from .api.media_models import create_media_reconstruction as _endpoint
        from .models.new_media_reconstruction import NewMediaReconstruction

        _body = NewMediaReconstruction(
            folder_uuids=folder_uuids,
            name=name,
            reconstruction_type=reconstruction_type,
            wkt=wkt,
            generate_model_formats=generate_model_formats,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(proj_uuid=proj_uuid, body=_body)
        return self._caller.raw(OPERATIONS["createMediaReconstruction"], _request, decoders.create_media_reconstruction)


class FlighthubGroups:
    """All groups of DJI FlightHub 2 Open Modeling.

    Attributes:
        stores: Temporary storage credentials, and the report of what was uploaded with them.
        resources: Uploaded sets of files; one set of credentials is one resource.
        reconstructions: Making models of a resource.
        models: Models that are made or ready, each with one archive.
        media_models: Models of media that FlightHub holds already; not part of Open Modeling.
    """

    def __init__(self, caller: Caller) -> None:
        self.stores = Stores(caller)
        self.resources = Resources(caller)
        self.reconstructions = Reconstructions(caller)
        self.models = Models(caller)
        self.media_models = MediaModels(caller)


class AsyncStores:
    """Temporary storage credentials, and the report of what was uploaded with them."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawStores:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawStores(self._caller)

    async def obtain_token(self) -> UploadToken:
        """Get temporary storage credentials, and with them a resource.

        The credentials open one key prefix of one bucket. The uuid of the resource that the files will belong to is the
        segment before `{fileName}` in `store_path`, and is returned nowhere else. There is no body.

        Returns:
            Credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.stores import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    async def upload_callback(
        self, *, resource_uuid: str, callback_param: str, files: list[UploadedFile], resource_name: str | Unset = UNSET
    ) -> UploadReceipt:
        """Report uploaded files of a resource.

        At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

        Args:
            resource_uuid: From `store_path`. At least 1 character.
            callback_param: From the credentials that these files were uploaded with. At least 1 character.
            files: Files that lie in storage. 1 to 100 entries.
            resource_name: Name of the resource. At most 255 characters.

        Returns:
            What was counted.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.stores import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(
            resource_uuid=resource_uuid, callback_param=callback_param, files=files, resource_name=resource_name
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class AsyncRawStores:
    """The calls of `AsyncStores`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def obtain_token(self) -> Raw[UploadToken]:
        """See `AsyncStores.obtain_token`."""
        from .api.stores import obtain_token as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller.raw(OPERATIONS["obtainToken"], _request, decoders.obtain_token)

    async def upload_callback(
        self, *, resource_uuid: str, callback_param: str, files: list[UploadedFile], resource_name: str | Unset = UNSET
    ) -> Raw[UploadReceipt]:
        """See `AsyncStores.upload_callback`."""
        from .api.stores import upload_callback as _endpoint
        from .models.upload_callback import UploadCallback

        _body = UploadCallback(
            resource_uuid=resource_uuid, callback_param=callback_param, files=files, resource_name=resource_name
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["uploadCallback"], _request, decoders.upload_callback)


class AsyncResources:
    """Uploaded sets of files; one set of credentials is one resource."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawResources(self._caller)

    async def get(self, resource_uuid: str) -> Resource:
        """Get state, size and file names of a resource.

        There is no list of resources; whoever loses a uuid does not get it back.

        Args:
            resource_uuid: Uuid of the resource. At least 1 character.

        Returns:
            The resource.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return await self._caller(OPERATIONS["getResource"], _request, decoders.get_resource)

    async def delete(self, resource_uuid: str) -> None:
        """Delete a resource and free its storage.

        Args:
            resource_uuid: Uuid of the resource. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        await self._caller(OPERATIONS["deleteResource"], _request, decoders.nothing)


class AsyncRawResources:
    """The calls of `AsyncResources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self, resource_uuid: str) -> Raw[Resource]:
        """See `AsyncResources.get`."""
        from .api.resources import get_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return await self._caller.raw(OPERATIONS["getResource"], _request, decoders.get_resource)

    async def delete(self, resource_uuid: str) -> Raw[None]:
        """See `AsyncResources.delete`."""
        from .api.resources import delete_resource as _endpoint

        _request = _endpoint._get_kwargs(resource_uuid=resource_uuid)
        return await self._caller.raw(OPERATIONS["deleteResource"], _request, decoders.nothing)


class AsyncReconstructions:
    """Making models of a resource."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawReconstructions:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawReconstructions(self._caller)

    async def start(
        self,
        *,
        resource_uuid: str,
        parameter_2d: str | Unset = UNSET,
        parameter_3d: str | Unset = UNSET,
        parameter_3dgs: str | Unset = UNSET,
        parameter_lidar: str | Unset = UNSET,
        delete_resource_if_finish: bool | Unset = UNSET,
    ) -> StartedModels:
        """Start one to four reconstructions of one resource.

        For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and LiDAR, and
        10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

        Args:
            resource_uuid: The resource. At least 1 character.
            parameter_2d: JSON text; asks for a 2D map. Its keys are UNKNOWN.
            parameter_3d: JSON text; asks for a 3D model. Its keys are UNKNOWN.
            parameter_3dgs: JSON text; asks for Gaussian splats. Its keys are UNKNOWN.
            parameter_lidar: JSON text; asks for a LiDAR point cloud. Its keys are UNKNOWN.
            delete_resource_if_finish: Delete the resource once all of its models have ended.

        Returns:
            The models, one for each kind that was asked for.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO; that each may fail by itself: inferred
        """
        from .api.reconstructions import start_reconstructions as _endpoint
        from .models.reconstruction_start import ReconstructionStart

        _body = ReconstructionStart(
            resource_uuid=resource_uuid,
            parameter_2d=parameter_2d,
            parameter_3d=parameter_3d,
            parameter_3dgs=parameter_3dgs,
            parameter_lidar=parameter_lidar,
            delete_resource_if_finish=delete_resource_if_finish,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["startReconstructions"], _request, decoders.start_reconstructions)

    async def stop(self, model_uuid: str) -> None:
        """Stop a running reconstruction.

        The images that it was charged are given back to the quota. There is no body.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.reconstructions import stop_reconstruction as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        await self._caller(OPERATIONS["stopReconstruction"], _request, decoders.nothing)


class AsyncRawReconstructions:
    """The calls of `AsyncReconstructions`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def start(
        self,
        *,
        resource_uuid: str,
        parameter_2d: str | Unset = UNSET,
        parameter_3d: str | Unset = UNSET,
        parameter_3dgs: str | Unset = UNSET,
        parameter_lidar: str | Unset = UNSET,
        delete_resource_if_finish: bool | Unset = UNSET,
    ) -> Raw[StartedModels]:
        """See `AsyncReconstructions.start`."""
        from .api.reconstructions import start_reconstructions as _endpoint
        from .models.reconstruction_start import ReconstructionStart

        _body = ReconstructionStart(
            resource_uuid=resource_uuid,
            parameter_2d=parameter_2d,
            parameter_3d=parameter_3d,
            parameter_3dgs=parameter_3dgs,
            parameter_lidar=parameter_lidar,
            delete_resource_if_finish=delete_resource_if_finish,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["startReconstructions"], _request, decoders.start_reconstructions)

    async def stop(self, model_uuid: str) -> Raw[None]:
        """See `AsyncReconstructions.stop`."""
        from .api.reconstructions import stop_reconstruction as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return await self._caller.raw(OPERATIONS["stopReconstruction"], _request, decoders.nothing)


class AsyncModels:
    """Models that are made or ready, each with one archive."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawModels(self._caller)

    async def running(self) -> list[Model] | None:
        """List reconstructions that run.

        Null stands for none. Finished models are listed nowhere.

        Returns:
            Models that are being made, without `zip_file_key`.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO; the shape of the answer is our assumption: data.list of models
        """
        from .api.models import list_running_models as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller(OPERATIONS["listRunningModels"], _request, decoders.list_running_models)

    async def get(self, model_uuid: str) -> Model:
        """Get a model's state, progress and archive.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Returns:
            The model.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.models import get_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return await self._caller(OPERATIONS["getModel"], _request, decoders.get_model)

    async def delete(self, model_uuid: str) -> None:
        """Delete a model; one that runs is stopped too.

        Args:
            model_uuid: Uuid of the model. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO
        """
        from .api.models import delete_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        await self._caller(OPERATIONS["deleteModel"], _request, decoders.nothing)


class AsyncRawModels:
    """The calls of `AsyncModels`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def running(self) -> Raw[list[Model] | None]:
        """See `AsyncModels.running`."""
        from .api.models import list_running_models as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller.raw(OPERATIONS["listRunningModels"], _request, decoders.list_running_models)

    async def get(self, model_uuid: str) -> Raw[Model]:
        """See `AsyncModels.get`."""
        from .api.models import get_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return await self._caller.raw(OPERATIONS["getModel"], _request, decoders.get_model)

    async def delete(self, model_uuid: str) -> Raw[None]:
        """See `AsyncModels.delete`."""
        from .api.models import delete_model as _endpoint

        _request = _endpoint._get_kwargs(model_uuid=model_uuid)
        return await self._caller.raw(OPERATIONS["deleteModel"], _request, decoders.nothing)


class AsyncMediaModels:
    """Models of media that FlightHub holds already; not part of Open Modeling."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawMediaModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawMediaModels(self._caller)

    async def list(self) -> builtins.list[MediaModel] | None:
        """List the project's models.

        Null stands for none.

        Returns:
            Models.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200500 service_error, 200610 setup_needed, 210318
        upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504 upstream_timeout.

        Source: client-code PYC, GO, DE
        """
        from .api.media_models import list_media_models as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller(OPERATIONS["listMediaModels"], _request, decoders.list_media_models)

    async def get(self, id: str) -> MediaModelDetail:
        """Get one model with its links.

        Args:
            id: Id of the model. At least 1 character.

        Returns:
            The model.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO, DE
        """
        from .api.media_models import get_media_model as _endpoint

        _request = _endpoint._get_kwargs(id=id)
        return await self._caller(OPERATIONS["getMediaModel"], _request, decoders.get_media_model)

    async def download_url(self, file_id: str) -> DownloadLink:
        """Get a link to a model's file.

        The link is empty while the file is not ready.

        Args:
            file_id: Id of the file. At least 1 character.

        Returns:
            The link.

        Effect: safe (changes nothing, may be sent again).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code GO
        """
        from .api.media_models import get_media_model_url as _endpoint

        _request = _endpoint._get_kwargs(file_id=file_id)
        return await self._caller(OPERATIONS["getMediaModelUrl"], _request, decoders.get_media_model_url)

    async def create(
        self,
        *,
        name: str,
        task_folder_id: str,
        reconstruction_type: builtins.list[int | str],
        generate_model_formats: builtins.list[ModelFormat] | Unset = UNSET,
        wkt: str | Unset = UNSET,
        quality_level: QualityLevel | Unset = UNSET,
        reconstruction_mode: ReconstructionMode | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: MediaArea | Unset = UNSET,
    ) -> NewMediaModelId:
        """Make a model of a folder of media.

        Args:
            name: Name. At least 1 character.
            task_folder_id: Folder of media. At least 1 character.
            reconstruction_type: What to make; the values are UNKNOWN. At least 1 entry.
            generate_model_formats: Formats to write.
            wkt: Coordinate system as well-known text.
            quality_level: Quality; a client takes medium if nothing is said.
            reconstruction_mode: Kind of flight.
            simplified_factor: Share of the mesh that is kept; 0.2 is advised. At most 1; above 0.
            predefine_area: Part of the scene to reconstruct.

        Returns:
            Id of the model.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: client-code PYC, GO, DE; which fields are required is our assumption
        """
        from .api.media_models import create_media_model as _endpoint
        from .models.new_media_model import NewMediaModel

        _body = NewMediaModel(
            name=name,
            task_folder_id=task_folder_id,
            reconstruction_type=reconstruction_type,
            generate_model_formats=generate_model_formats,
            wkt=wkt,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["createMediaModel"], _request, decoders.create_media_model)

    async def reconstruct(
        self,
        proj_uuid: str,
        *,
        folder_uuids: builtins.list[str],
        name: str,
        reconstruction_type: builtins.list[int],
        wkt: str,
        generate_model_formats: builtins.list[int] | Unset = UNSET,
        quality_level: int | str | Unset = UNSET,
        reconstruction_mode: int | str | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: BetaArea | Unset = UNSET,
    ) -> MediaReconstructionAnswer:
        """Make models of folders of media (beta, version 0.9 of the path).

        The whole answer is returned, since nobody has described its data.

        Args:
            proj_uuid: Uuid of the project. At least 1 character.
            folder_uuids: Folders of media. At least 1 entry.
            name: Name. At least 1 character.
            reconstruction_type: What to make; the numbers' meaning is UNKNOWN. At least 1 entry.
            wkt: Coordinate system as well-known text. At least 1 character.
            generate_model_formats: Formats to write; the numbers' meaning is UNKNOWN.
            quality_level: Quality; number or text is UNKNOWN.
            reconstruction_mode: Kind of flight; number or text is UNKNOWN.
            simplified_factor: Share of the mesh that is kept. At most 1; above 0.
            predefine_area: Part of the scene to reconstruct.

        Returns:
            Accepted.

        Effect: once (not sent again when its answer is lost).

        Refusals: 200401 credential_invalid, 200403 no_permission, 200404 not_found_in_scope, 200500 service_error,
        200610 setup_needed, 210318 upstream_error, 210429 too_many_requests, 210500 upstream_failure, 210504
        upstream_timeout.

        Source: doc AFB; the answer and the types of quality_level and reconstruction_mode are our assumption
        """
        from .api.media_models import create_media_reconstruction as _endpoint
        from .models.new_media_reconstruction import NewMediaReconstruction

        _body = NewMediaReconstruction(
            folder_uuids=folder_uuids,
            name=name,
            reconstruction_type=reconstruction_type,
            wkt=wkt,
            generate_model_formats=generate_model_formats,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(proj_uuid=proj_uuid, body=_body)
        return await self._caller(
            OPERATIONS["createMediaReconstruction"], _request, decoders.create_media_reconstruction
        )


class AsyncRawMediaModels:
    """The calls of `AsyncMediaModels`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> Raw[builtins.list[MediaModel] | None]:
        """See `AsyncMediaModels.list`."""
        from .api.media_models import list_media_models as _endpoint

        _request = _endpoint._get_kwargs()
        return await self._caller.raw(OPERATIONS["listMediaModels"], _request, decoders.list_media_models)

    async def get(self, id: str) -> Raw[MediaModelDetail]:
        """See `AsyncMediaModels.get`."""
        from .api.media_models import get_media_model as _endpoint

        _request = _endpoint._get_kwargs(id=id)
        return await self._caller.raw(OPERATIONS["getMediaModel"], _request, decoders.get_media_model)

    async def download_url(self, file_id: str) -> Raw[DownloadLink]:
        """See `AsyncMediaModels.download_url`."""
        from .api.media_models import get_media_model_url as _endpoint

        _request = _endpoint._get_kwargs(file_id=file_id)
        return await self._caller.raw(OPERATIONS["getMediaModelUrl"], _request, decoders.get_media_model_url)

    async def create(
        self,
        *,
        name: str,
        task_folder_id: str,
        reconstruction_type: builtins.list[int | str],
        generate_model_formats: builtins.list[ModelFormat] | Unset = UNSET,
        wkt: str | Unset = UNSET,
        quality_level: QualityLevel | Unset = UNSET,
        reconstruction_mode: ReconstructionMode | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: MediaArea | Unset = UNSET,
    ) -> Raw[NewMediaModelId]:
        """See `AsyncMediaModels.create`."""
        from .api.media_models import create_media_model as _endpoint
        from .models.new_media_model import NewMediaModel

        _body = NewMediaModel(
            name=name,
            task_folder_id=task_folder_id,
            reconstruction_type=reconstruction_type,
            generate_model_formats=generate_model_formats,
            wkt=wkt,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["createMediaModel"], _request, decoders.create_media_model)

    async def reconstruct(
        self,
        proj_uuid: str,
        *,
        folder_uuids: builtins.list[str],
        name: str,
        reconstruction_type: builtins.list[int],
        wkt: str,
        generate_model_formats: builtins.list[int] | Unset = UNSET,
        quality_level: int | str | Unset = UNSET,
        reconstruction_mode: int | str | Unset = UNSET,
        simplified_factor: float | Unset = UNSET,
        predefine_area: BetaArea | Unset = UNSET,
    ) -> Raw[MediaReconstructionAnswer]:
        """See `AsyncMediaModels.reconstruct`."""
        from .api.media_models import create_media_reconstruction as _endpoint
        from .models.new_media_reconstruction import NewMediaReconstruction

        _body = NewMediaReconstruction(
            folder_uuids=folder_uuids,
            name=name,
            reconstruction_type=reconstruction_type,
            wkt=wkt,
            generate_model_formats=generate_model_formats,
            quality_level=quality_level,
            reconstruction_mode=reconstruction_mode,
            simplified_factor=simplified_factor,
            predefine_area=predefine_area,
        )
        _request = _endpoint._get_kwargs(proj_uuid=proj_uuid, body=_body)
        return await self._caller.raw(
            OPERATIONS["createMediaReconstruction"], _request, decoders.create_media_reconstruction
        )


class AsyncFlighthubGroups:
    """All groups of DJI FlightHub 2 Open Modeling.

    Attributes:
        stores: Temporary storage credentials, and the report of what was uploaded with them.
        resources: Uploaded sets of files; one set of credentials is one resource.
        reconstructions: Making models of a resource.
        models: Models that are made or ready, each with one archive.
        media_models: Models of media that FlightHub holds already; not part of Open Modeling.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.stores = AsyncStores(caller)
        self.resources = AsyncResources(caller)
        self.reconstructions = AsyncReconstructions(caller)
        self.models = AsyncModels(caller)
        self.media_models = AsyncMediaModels(caller)


__all__ = (
    "AsyncFlighthubGroups",
    "AsyncMediaModels",
    "AsyncModels",
    "AsyncReconstructions",
    "AsyncResources",
    "AsyncStores",
    "FlighthubGroups",
    "MediaModels",
    "Models",
    "Reconstructions",
    "Resources",
    "Stores",
)
