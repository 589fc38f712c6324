# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .beta_area import BetaArea
    from .beta_area_point import BetaAreaPoint
    from .done import Done
    from .download_link import DownloadLink
    from .download_link_answer import DownloadLinkAnswer
    from .media_area import MediaArea
    from .media_area_point import MediaAreaPoint
    from .media_model import MediaModel
    from .media_model_answer import MediaModelAnswer
    from .media_model_detail import MediaModelDetail
    from .media_model_type import MediaModelType
    from .media_models import MediaModels
    from .media_models_answer import MediaModelsAnswer
    from .media_reconstruction_answer import MediaReconstructionAnswer
    from .model import Model
    from .model_answer import ModelAnswer
    from .model_format import ModelFormat
    from .model_status import ModelStatus
    from .model_type import ModelType
    from .new_media_model import NewMediaModel
    from .new_media_model_answer import NewMediaModelAnswer
    from .new_media_model_id import NewMediaModelId
    from .new_media_reconstruction import NewMediaReconstruction
    from .quality_level import QualityLevel
    from .reconstruction_mode import ReconstructionMode
    from .reconstruction_start import ReconstructionStart
    from .refusal import Refusal
    from .resource import Resource
    from .resource_answer import ResourceAnswer
    from .resource_status import ResourceStatus
    from .running_models import RunningModels
    from .running_models_answer import RunningModelsAnswer
    from .started_model import StartedModel
    from .started_models import StartedModels
    from .started_models_answer import StartedModelsAnswer
    from .upload_callback import UploadCallback
    from .upload_receipt import UploadReceipt
    from .upload_receipt_answer import UploadReceiptAnswer
    from .upload_token import UploadToken
    from .upload_token_answer import UploadTokenAnswer
    from .uploaded_file import UploadedFile
    from .zip_status import ZipStatus

__all__ = (
    "BetaArea",
    "BetaAreaPoint",
    "Done",
    "DownloadLink",
    "DownloadLinkAnswer",
    "MediaArea",
    "MediaAreaPoint",
    "MediaModel",
    "MediaModelAnswer",
    "MediaModelDetail",
    "MediaModels",
    "MediaModelsAnswer",
    "MediaModelType",
    "MediaReconstructionAnswer",
    "Model",
    "ModelAnswer",
    "ModelFormat",
    "ModelStatus",
    "ModelType",
    "NewMediaModel",
    "NewMediaModelAnswer",
    "NewMediaModelId",
    "NewMediaReconstruction",
    "QualityLevel",
    "ReconstructionMode",
    "ReconstructionStart",
    "Refusal",
    "Resource",
    "ResourceAnswer",
    "ResourceStatus",
    "RunningModels",
    "RunningModelsAnswer",
    "StartedModel",
    "StartedModels",
    "StartedModelsAnswer",
    "UploadCallback",
    "UploadedFile",
    "UploadReceipt",
    "UploadReceiptAnswer",
    "UploadToken",
    "UploadTokenAnswer",
    "ZipStatus",
)

_HOMES = {
    "BetaArea": ".beta_area",
    "BetaAreaPoint": ".beta_area_point",
    "Done": ".done",
    "DownloadLink": ".download_link",
    "DownloadLinkAnswer": ".download_link_answer",
    "MediaArea": ".media_area",
    "MediaAreaPoint": ".media_area_point",
    "MediaModel": ".media_model",
    "MediaModelAnswer": ".media_model_answer",
    "MediaModelDetail": ".media_model_detail",
    "MediaModelType": ".media_model_type",
    "MediaModels": ".media_models",
    "MediaModelsAnswer": ".media_models_answer",
    "MediaReconstructionAnswer": ".media_reconstruction_answer",
    "Model": ".model",
    "ModelAnswer": ".model_answer",
    "ModelFormat": ".model_format",
    "ModelStatus": ".model_status",
    "ModelType": ".model_type",
    "NewMediaModel": ".new_media_model",
    "NewMediaModelAnswer": ".new_media_model_answer",
    "NewMediaModelId": ".new_media_model_id",
    "NewMediaReconstruction": ".new_media_reconstruction",
    "QualityLevel": ".quality_level",
    "ReconstructionMode": ".reconstruction_mode",
    "ReconstructionStart": ".reconstruction_start",
    "Refusal": ".refusal",
    "Resource": ".resource",
    "ResourceAnswer": ".resource_answer",
    "ResourceStatus": ".resource_status",
    "RunningModels": ".running_models",
    "RunningModelsAnswer": ".running_models_answer",
    "StartedModel": ".started_model",
    "StartedModels": ".started_models",
    "StartedModelsAnswer": ".started_models_answer",
    "UploadCallback": ".upload_callback",
    "UploadReceipt": ".upload_receipt",
    "UploadReceiptAnswer": ".upload_receipt_answer",
    "UploadToken": ".upload_token",
    "UploadTokenAnswer": ".upload_token_answer",
    "UploadedFile": ".uploaded_file",
    "ZipStatus": ".zip_status",
}

# Hidden from type checkers: with a module-level __getattr__ in sight they would accept any misspelt name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(home, __name__), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
