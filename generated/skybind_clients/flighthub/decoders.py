# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import decoder, reach

if TYPE_CHECKING:
    from .models.download_link import DownloadLink
    from .models.media_model import MediaModel
    from .models.media_model_detail import MediaModelDetail
    from .models.media_reconstruction_answer import MediaReconstructionAnswer
    from .models.model import Model
    from .models.new_media_model_id import NewMediaModelId
    from .models.resource import Resource
    from .models.started_models import StartedModels
    from .models.upload_receipt import UploadReceipt
    from .models.upload_token import UploadToken


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def obtain_token(payload: Any) -> UploadToken:
    from .models.upload_token_answer import UploadTokenAnswer

    response_200 = UploadTokenAnswer.from_dict(payload)

    return response_200.data


@decoder
def upload_callback(payload: Any) -> UploadReceipt:
    from .models.upload_receipt_answer import UploadReceiptAnswer

    response_200 = UploadReceiptAnswer.from_dict(payload)

    return response_200.data


@decoder
def get_resource(payload: Any) -> Resource:
    from .models.resource_answer import ResourceAnswer

    response_200 = ResourceAnswer.from_dict(payload)

    return response_200.data


@decoder
def start_reconstructions(payload: Any) -> StartedModels:
    from .models.started_models_answer import StartedModelsAnswer

    response_200 = StartedModelsAnswer.from_dict(payload)

    return response_200.data


@decoder
def list_running_models(payload: Any) -> list[Model] | None:
    from .models.running_models_answer import RunningModelsAnswer

    response_200 = RunningModelsAnswer.from_dict(payload)

    value: list[Model] | None = reach(response_200, "data", "list_")
    return value


@decoder
def get_model(payload: Any) -> Model:
    from .models.model_answer import ModelAnswer

    response_200 = ModelAnswer.from_dict(payload)

    return response_200.data


@decoder
def list_media_models(payload: Any) -> list[MediaModel] | None:
    from .models.media_models_answer import MediaModelsAnswer

    response_200 = MediaModelsAnswer.from_dict(payload)

    value: list[MediaModel] | None = reach(response_200, "data", "list_")
    return value


@decoder
def get_media_model(payload: Any) -> MediaModelDetail:
    from .models.media_model_answer import MediaModelAnswer

    response_200 = MediaModelAnswer.from_dict(payload)

    return response_200.data


@decoder
def get_media_model_url(payload: Any) -> DownloadLink:
    from .models.download_link_answer import DownloadLinkAnswer

    response_200 = DownloadLinkAnswer.from_dict(payload)

    return response_200.data


@decoder
def create_media_model(payload: Any) -> NewMediaModelId:
    from .models.new_media_model_answer import NewMediaModelAnswer

    response_200 = NewMediaModelAnswer.from_dict(payload)

    return response_200.data


@decoder
def create_media_reconstruction(payload: Any) -> MediaReconstructionAnswer:
    from .models.media_reconstruction_answer import MediaReconstructionAnswer

    response_200 = MediaReconstructionAnswer.from_dict(payload)

    return response_200
