# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .area_of_interest import AreaOfInterest
    from .changed_file import ChangedFile
    from .changed_file_answer import ChangedFileAnswer
    from .changed_job import ChangedJob
    from .changed_job_answer import ChangedJobAnswer
    from .changed_resource import ChangedResource
    from .changed_resource_answer import ChangedResourceAnswer
    from .coordinate_system_type import CoordinateSystemType
    from .delete_mode import DeleteMode
    from .error_envelope import ErrorEnvelope
    from .export_parameter import ExportParameter
    from .feature_quantity import FeatureQuantity
    from .file import File
    from .file_answer import FileAnswer
    from .file_change import FileChange
    from .file_list_answer import FileListAnswer
    from .file_operation import FileOperation
    from .file_page import FilePage
    from .gateway_refusal import GatewayRefusal
    from .geo_description import GeoDescription
    from .job import Job
    from .job_answer import JobAnswer
    from .job_change import JobChange
    from .job_list_answer import JobListAnswer
    from .job_page import JobPage
    from .job_start import JobStart
    from .job_status import JobStatus
    from .job_type import JobType
    from .lidar_quality import LidarQuality
    from .map_mode import MapMode
    from .new_job import NewJob
    from .new_resource import NewResource
    from .obtain_token_answer import ObtainTokenAnswer
    from .parameters_2d import Parameters2D
    from .parameters_3d import Parameters3D
    from .parameters_lidar import ParametersLidar
    from .position import Position
    from .quality import Quality
    from .reconstruction_2d import Reconstruction2D
    from .reconstruction_3d import Reconstruction3D
    from .reconstruction_lidar import ReconstructionLidar
    from .reference_point import ReferencePoint
    from .resource import Resource
    from .resource_answer import ResourceAnswer
    from .resource_change import ResourceChange
    from .resource_detail import ResourceDetail
    from .resource_file_change import ResourceFileChange
    from .resource_list_answer import ResourceListAnswer
    from .resource_page import ResourcePage
    from .resource_type import ResourceType
    from .result import Result
    from .result_only import ResultOnly
    from .scene_type import SceneType
    from .scope import Scope
    from .sfm_method import SfmMethod
    from .start_job_answer import StartJobAnswer
    from .upload_callback import UploadCallback
    from .upload_callback_answer import UploadCallbackAnswer
    from .upload_token import UploadToken
    from .uploaded_file import UploadedFile

__all__ = (
    "AreaOfInterest",
    "ChangedFile",
    "ChangedFileAnswer",
    "ChangedJob",
    "ChangedJobAnswer",
    "ChangedResource",
    "ChangedResourceAnswer",
    "CoordinateSystemType",
    "DeleteMode",
    "ErrorEnvelope",
    "ExportParameter",
    "FeatureQuantity",
    "File",
    "FileAnswer",
    "FileChange",
    "FileListAnswer",
    "FileOperation",
    "FilePage",
    "GatewayRefusal",
    "GeoDescription",
    "Job",
    "JobAnswer",
    "JobChange",
    "JobListAnswer",
    "JobPage",
    "JobStart",
    "JobStatus",
    "JobType",
    "LidarQuality",
    "MapMode",
    "NewJob",
    "NewResource",
    "ObtainTokenAnswer",
    "Parameters2D",
    "Parameters3D",
    "ParametersLidar",
    "Position",
    "Quality",
    "Reconstruction2D",
    "Reconstruction3D",
    "ReconstructionLidar",
    "ReferencePoint",
    "Resource",
    "ResourceAnswer",
    "ResourceChange",
    "ResourceDetail",
    "ResourceFileChange",
    "ResourceListAnswer",
    "ResourcePage",
    "ResourceType",
    "Result",
    "ResultOnly",
    "SceneType",
    "Scope",
    "SfmMethod",
    "StartJobAnswer",
    "UploadCallback",
    "UploadCallbackAnswer",
    "UploadedFile",
    "UploadToken",
)

_HOMES = {
    "AreaOfInterest": ".area_of_interest",
    "ChangedFile": ".changed_file",
    "ChangedFileAnswer": ".changed_file_answer",
    "ChangedJob": ".changed_job",
    "ChangedJobAnswer": ".changed_job_answer",
    "ChangedResource": ".changed_resource",
    "ChangedResourceAnswer": ".changed_resource_answer",
    "CoordinateSystemType": ".coordinate_system_type",
    "DeleteMode": ".delete_mode",
    "ErrorEnvelope": ".error_envelope",
    "ExportParameter": ".export_parameter",
    "FeatureQuantity": ".feature_quantity",
    "File": ".file",
    "FileAnswer": ".file_answer",
    "FileChange": ".file_change",
    "FileListAnswer": ".file_list_answer",
    "FileOperation": ".file_operation",
    "FilePage": ".file_page",
    "GatewayRefusal": ".gateway_refusal",
    "GeoDescription": ".geo_description",
    "Job": ".job",
    "JobAnswer": ".job_answer",
    "JobChange": ".job_change",
    "JobListAnswer": ".job_list_answer",
    "JobPage": ".job_page",
    "JobStart": ".job_start",
    "JobStatus": ".job_status",
    "JobType": ".job_type",
    "LidarQuality": ".lidar_quality",
    "MapMode": ".map_mode",
    "NewJob": ".new_job",
    "NewResource": ".new_resource",
    "ObtainTokenAnswer": ".obtain_token_answer",
    "Parameters2D": ".parameters_2d",
    "Parameters3D": ".parameters_3d",
    "ParametersLidar": ".parameters_lidar",
    "Position": ".position",
    "Quality": ".quality",
    "Reconstruction2D": ".reconstruction_2d",
    "Reconstruction3D": ".reconstruction_3d",
    "ReconstructionLidar": ".reconstruction_lidar",
    "ReferencePoint": ".reference_point",
    "Resource": ".resource",
    "ResourceAnswer": ".resource_answer",
    "ResourceChange": ".resource_change",
    "ResourceDetail": ".resource_detail",
    "ResourceFileChange": ".resource_file_change",
    "ResourceListAnswer": ".resource_list_answer",
    "ResourcePage": ".resource_page",
    "ResourceType": ".resource_type",
    "Result": ".result",
    "ResultOnly": ".result_only",
    "SceneType": ".scene_type",
    "Scope": ".scope",
    "SfmMethod": ".sfm_method",
    "StartJobAnswer": ".start_job_answer",
    "UploadCallback": ".upload_callback",
    "UploadCallbackAnswer": ".upload_callback_answer",
    "UploadToken": ".upload_token",
    "UploadedFile": ".uploaded_file",
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
