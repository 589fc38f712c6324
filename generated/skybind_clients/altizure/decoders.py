# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import Page, decoder, entries, graphql_data, reach, relay_page

if TYPE_CHECKING:
    from .models.enums import (
        Cloud,
        NetworkTestResult,
        SystemMode,
    )
    from .models.fragments import (
        Annotation,
        CloudPath,
        Downloadable,
        Endpoints,
        EnumValue,
        ErrorCodeInfo,
        ImportedModel,
        LoginCodeRequest,
        NearestBucket,
        OriginalImage,
        OssCredentials,
        Project,
        ProjectGeometry,
        ProjectImage,
        ProjectMetaFile,
        ProjectProgress,
        SignedImage,
        SignedMetaFile,
        SignedModel,
        Task,
        TaskStart,
        Transfer,
        User,
    )


@decoder
def create_project(payload: Any) -> Project | None:
    from .models.create_project import CreateProject

    answer = CreateProject.from_dict(graphql_data(payload))
    value: Project | None = reach(answer, "create_project")
    return value


@decoder
def find_projects(payload: Any) -> list[Project]:
    from .models.find_projects import FindProjects

    answer = FindProjects.from_dict(graphql_data(payload))
    value: list[Project] = entries(reach(answer, "search", "project_id"))
    return value


@decoder
def get_project_geometry(payload: Any) -> ProjectGeometry | None:
    from .models.get_project_geometry import GetProjectGeometry

    answer = GetProjectGeometry.from_dict(graphql_data(payload))
    value: ProjectGeometry | None = reach(answer, "project")
    return value


@decoder
def get_project(payload: Any) -> Project | None:
    from .models.get_project import GetProject

    answer = GetProject.from_dict(graphql_data(payload))
    value: Project | None = reach(answer, "project")
    return value


@decoder
def list_projects(payload: Any) -> Page[Project]:
    from .models.list_projects import ListProjects

    answer = ListProjects.from_dict(graphql_data(payload))
    value: Page[Project] = relay_page(reach(answer, "my", "all_projects"), answer)
    return value


@decoder
def list_annotations(payload: Any) -> Page[Annotation]:
    from .models.list_annotations import ListAnnotations

    answer = ListAnnotations.from_dict(graphql_data(payload))
    value: Page[Annotation] = relay_page(reach(answer, "project", "annotations"), answer)
    return value


@decoder
def list_downloads(payload: Any) -> Page[Downloadable]:
    from .models.list_downloads import ListDownloads

    answer = ListDownloads.from_dict(graphql_data(payload))
    value: Page[Downloadable] = relay_page(reach(answer, "project", "downloads"), answer)
    return value


@decoder
def list_projects_near(payload: Any) -> list[Project]:
    from .models.list_projects_near import ListProjectsNear

    answer = ListProjectsNear.from_dict(graphql_data(payload))
    value: list[Project] = entries(reach(answer, "geo_near_projects"))
    return value


@decoder
def list_public_projects(payload: Any) -> Page[Project]:
    from .models.list_public_projects import ListPublicProjects

    answer = ListPublicProjects.from_dict(graphql_data(payload))
    value: Page[Project] = relay_page(reach(answer, "all_projects"), answer)
    return value


@decoder
def list_published_copies(payload: Any) -> list[CloudPath]:
    from .models.list_published_copies import ListPublishedCopies

    answer = ListPublishedCopies.from_dict(graphql_data(payload))
    value: list[CloudPath] = entries(reach(answer, "project", "cloud_path"))
    return value


@decoder
def list_reconstruction_projects(payload: Any) -> Page[Project]:
    from .models.list_reconstruction_projects import ListReconstructionProjects

    answer = ListReconstructionProjects.from_dict(graphql_data(payload))
    value: Page[Project] = relay_page(reach(answer, "my", "projects"), answer)
    return value


@decoder
def get_project_progress(payload: Any) -> ProjectProgress | None:
    from .models.get_project_progress import GetProjectProgress

    answer = GetProjectProgress.from_dict(graphql_data(payload))
    value: ProjectProgress | None = reach(answer, "project")
    return value


@decoder
def remove_project(payload: Any) -> Project | None:
    from .models.remove_project import RemoveProject

    answer = RemoveProject.from_dict(graphql_data(payload))
    value: Project | None = reach(answer, "remove_project")
    return value


@decoder
def report_project(payload: Any) -> Project | None:
    from .models.report_project import ReportProject

    answer = ReportProject.from_dict(graphql_data(payload))
    value: Project | None = reach(answer, "report_project")
    return value


@decoder
def transfer_project(payload: Any) -> Transfer | None:
    from .models.transfer_project import TransferProject

    answer = TransferProject.from_dict(graphql_data(payload))
    value: Transfer | None = reach(answer, "transfer_project")
    return value


@decoder
def done_image_upload(payload: Any) -> ProjectImage | None:
    from .models.done_image_upload import DoneImageUpload

    answer = DoneImageUpload.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "done_image_upload")
    return value


@decoder
def get_image(payload: Any) -> ProjectImage | None:
    from .models.get_image import GetImage

    answer = GetImage.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "project", "image")
    return value


@decoder
def has_image(payload: Any) -> ProjectImage | None:
    from .models.has_image import HasImage

    answer = HasImage.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "has_image")
    return value


@decoder
def list_images(payload: Any) -> Page[ProjectImage]:
    from .models.list_images import ListImages

    answer = ListImages.from_dict(graphql_data(payload))
    value: Page[ProjectImage] = relay_page(reach(answer, "project", "all_images"), answer)
    return value


@decoder
def list_original_images(payload: Any) -> Page[OriginalImage]:
    from .models.list_original_images import ListOriginalImages

    answer = ListOriginalImages.from_dict(graphql_data(payload))
    value: Page[OriginalImage] = relay_page(reach(answer, "project", "all_images"), answer)
    return value


@decoder
def sign_images_oss(payload: Any) -> OssCredentials | None:
    from .models.sign_images_oss import SignImagesOSS

    answer = SignImagesOSS.from_dict(graphql_data(payload))
    value: OssCredentials | None = reach(answer, "upload_image_oss", "sts")
    return value


@decoder
def start_image_upload(payload: Any) -> ProjectImage | None:
    from .models.start_image_upload import StartImageUpload

    answer = StartImageUpload.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "start_image_upload")
    return value


@decoder
def upload_image_minio(payload: Any) -> SignedImage | None:
    from .models.upload_image_minio import UploadImageMinio

    answer = UploadImageMinio.from_dict(graphql_data(payload))
    value: SignedImage | None = reach(answer, "upload_image_minio")
    return value


@decoder
def upload_image_oss(payload: Any) -> ProjectImage | None:
    from .models.upload_image_oss import UploadImageOSS

    answer = UploadImageOSS.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "upload_image_oss", "image")
    return value


@decoder
def upload_image_s3(payload: Any) -> SignedImage | None:
    from .models.upload_image_s_3 import UploadImageS3

    answer = UploadImageS3.from_dict(graphql_data(payload))
    value: SignedImage | None = reach(answer, "upload_image_s_3")
    return value


@decoder
def upload_image_url(payload: Any) -> ProjectImage | None:
    from .models.upload_image_url import UploadImageURL

    answer = UploadImageURL.from_dict(graphql_data(payload))
    value: ProjectImage | None = reach(answer, "upload_image_url")
    return value


@decoder
def get_meta_file(payload: Any) -> ProjectMetaFile | None:
    from .models.get_meta_file import GetMetaFile

    answer = GetMetaFile.from_dict(graphql_data(payload))
    value: ProjectMetaFile | None = reach(answer, "project", "meta_file")
    return value


@decoder
def has_meta_file(payload: Any) -> ProjectMetaFile | None:
    from .models.has_meta_file import HasMetaFile

    answer = HasMetaFile.from_dict(graphql_data(payload))
    value: ProjectMetaFile | None = reach(answer, "project", "has_meta_file")
    return value


@decoder
def upload_meta_file_minio(payload: Any) -> SignedMetaFile | None:
    from .models.upload_meta_file_minio import UploadMetaFileMinio

    answer = UploadMetaFileMinio.from_dict(graphql_data(payload))
    value: SignedMetaFile | None = reach(answer, "upload_meta_file_minio")
    return value


@decoder
def upload_meta_file_s3(payload: Any) -> SignedMetaFile | None:
    from .models.upload_meta_file_s_3 import UploadMetaFileS3

    answer = UploadMetaFileS3.from_dict(graphql_data(payload))
    value: SignedMetaFile | None = reach(answer, "upload_meta_file_s_3")
    return value


@decoder
def upload_meta_url(payload: Any) -> ProjectMetaFile | None:
    from .models.upload_meta_url import UploadMetaURL

    answer = UploadMetaURL.from_dict(graphql_data(payload))
    value: ProjectMetaFile | None = reach(answer, "upload_meta_url")
    return value


@decoder
def done_model_upload(payload: Any) -> Project | None:
    from .models.done_model_upload import DoneModelUpload

    answer = DoneModelUpload.from_dict(graphql_data(payload))
    value: Project | None = reach(answer, "done_model_upload")
    return value


@decoder
def upload_model_minio(payload: Any) -> SignedModel | None:
    from .models.upload_model_minio import UploadModelMinio

    answer = UploadModelMinio.from_dict(graphql_data(payload))
    value: SignedModel | None = reach(answer, "upload_model_minio")
    return value


@decoder
def upload_model_s3(payload: Any) -> SignedModel | None:
    from .models.upload_model_s_3 import UploadModelS3

    answer = UploadModelS3.from_dict(graphql_data(payload))
    value: SignedModel | None = reach(answer, "upload_model_s_3")
    return value


@decoder
def upload_model_url(payload: Any) -> ImportedModel | None:
    from .models.upload_model_url import UploadModelURL

    answer = UploadModelURL.from_dict(graphql_data(payload))
    value: ImportedModel | None = reach(answer, "upload_model_url")
    return value


@decoder
def pre_start_reconstruction(payload: Any) -> str | None:
    from .models.pre_start_reconstruction import PreStartReconstruction

    answer = PreStartReconstruction.from_dict(graphql_data(payload))
    value: str | None = reach(answer, "pre_start_reconstruction", "typename__")
    return value


@decoder
def start_reconstruction_with_error(payload: Any) -> TaskStart | None:
    from .models.start_reconstruction_with_error import StartReconstructionWithError

    answer = StartReconstructionWithError.from_dict(graphql_data(payload))
    value: TaskStart | None = reach(answer, "start_reconstruction_with_error")
    return value


@decoder
def start_reconstruction_with_coupons(payload: Any) -> TaskStart | None:
    from .models.start_reconstruction_with_coupons import StartReconstructionWithCoupons

    answer = StartReconstructionWithCoupons.from_dict(graphql_data(payload))
    value: TaskStart | None = reach(answer, "start_reconstruction_with_error")
    return value


@decoder
def stop_reconstruction(payload: Any) -> Task | None:
    from .models.stop_reconstruction import StopReconstruction

    answer = StopReconstruction.from_dict(graphql_data(payload))
    value: Task | None = reach(answer, "stop_reconstruction")
    return value


@decoder
def list_nearest_image_buckets(payload: Any) -> list[NearestBucket]:
    from .models.list_nearest_image_buckets import ListNearestImageBuckets

    answer = ListNearestImageBuckets.from_dict(graphql_data(payload))
    value: list[NearestBucket] = entries(reach(answer, "get_geo_ip_info", "nearest_buckets"))
    return value


@decoder
def list_nearest_meta_buckets(payload: Any) -> list[NearestBucket]:
    from .models.list_nearest_meta_buckets import ListNearestMetaBuckets

    answer = ListNearestMetaBuckets.from_dict(graphql_data(payload))
    value: list[NearestBucket] = entries(reach(answer, "get_geo_ip_info", "nearest_meta_buckets"))
    return value


@decoder
def list_nearest_model_buckets(payload: Any) -> list[NearestBucket]:
    from .models.list_nearest_model_buckets import ListNearestModelBuckets

    answer = ListNearestModelBuckets.from_dict(graphql_data(payload))
    value: list[NearestBucket] = entries(reach(answer, "get_geo_ip_info", "nearest_model_buckets"))
    return value


@decoder
def get_user_token(payload: Any) -> str | None:
    from .models.get_user_token import GetUserToken

    answer = GetUserToken.from_dict(graphql_data(payload))
    value: str | None = reach(answer, "get_user_token")
    return value


@decoder
def get_user_token_by_login_code(payload: Any) -> str | None:
    from .models.get_user_token_by_login_code import GetUserTokenByLoginCode

    answer = GetUserTokenByLoginCode.from_dict(graphql_data(payload))
    value: str | None = reach(answer, "get_user_token_by_login_code")
    return value


@decoder
def get_myself(payload: Any) -> User | None:
    from .models.get_myself import GetMyself

    answer = GetMyself.from_dict(graphql_data(payload))
    value: User | None = reach(answer, "my", "self")
    return value


@decoder
def request_login_code(payload: Any) -> LoginCodeRequest | None:
    from .models.request_login_code import RequestLoginCode

    answer = RequestLoginCode.from_dict(graphql_data(payload))
    value: LoginCodeRequest | None = reach(answer, "request_login_code")
    return value


@decoder
def set_profile_face(payload: Any) -> str | None:
    from .models.set_profile_face import SetProfileFace

    answer = SetProfileFace.from_dict(graphql_data(payload))
    value: str | None = reach(answer, "set_profile_face")
    return value


@decoder
def transfer_coins(payload: Any) -> Transfer | None:
    from .models.transfer_coins import TransferCoins

    answer = TransferCoins.from_dict(graphql_data(payload))
    value: Transfer | None = reach(answer, "transfer_coins")
    return value


@decoder
def coins_to_money(payload: Any) -> float | None:
    from .models.coins_to_money import CoinsToMoney

    answer = CoinsToMoney.from_dict(graphql_data(payload))
    value: float | None = reach(answer, "bank", "coins_to_money")
    return value


@decoder
def size_to_giga_pixel(payload: Any) -> float | None:
    from .models.size_to_giga_pixel import SizeToGigaPixel

    answer = SizeToGigaPixel.from_dict(graphql_data(payload))
    value: float | None = reach(answer, "utility", "size_to_giga_pixel")
    return value


@decoder
def money_to_coins(payload: Any) -> float | None:
    from .models.money_to_coins import MoneyToCoins

    answer = MoneyToCoins.from_dict(graphql_data(payload))
    value: float | None = reach(answer, "bank", "money_to_coins")
    return value


@decoder
def get_api_version(payload: Any) -> str | None:
    from .models.get_api_version import GetApiVersion

    answer = GetApiVersion.from_dict(graphql_data(payload))
    value: str | None = reach(answer, "versions", "api")
    return value


@decoder
def get_endpoints(payload: Any) -> Endpoints | None:
    from .models.get_endpoints import GetEndpoints

    answer = GetEndpoints.from_dict(graphql_data(payload))
    value: Endpoints | None = reach(answer, "support", "endpoints")
    return value


@decoder
def list_enum_values(payload: Any) -> list[EnumValue]:
    from .models.list_enum_values import ListEnumValues

    answer = ListEnumValues.from_dict(graphql_data(payload))
    value: list[EnumValue] = entries(reach(answer, "type_", "enum_values"))
    return value


@decoder
def get_error_code_info(payload: Any) -> ErrorCodeInfo | None:
    from .models.get_error_code_info import GetErrorCodeInfo

    answer = GetErrorCodeInfo.from_dict(graphql_data(payload))
    value: ErrorCodeInfo | None = reach(answer, "support", "error_code_info")
    return value


@decoder
def list_supported_clouds(payload: Any) -> list[Cloud]:
    from .models.list_supported_clouds import ListSupportedClouds

    answer = ListSupportedClouds.from_dict(graphql_data(payload))
    value: list[Cloud] = entries(reach(answer, "support", "supported_cloud"))
    return value


@decoder
def get_system_mode(payload: Any) -> SystemMode | None:
    from .models.get_system_mode import GetSystemMode

    answer = GetSystemMode.from_dict(graphql_data(payload))
    value: SystemMode | None = reach(answer, "support", "system_mode")
    return value


@decoder
def test_network(payload: Any) -> NetworkTestResult | None:
    from .models.test_network import TestNetwork

    answer = TestNetwork.from_dict(graphql_data(payload))
    value: NetworkTestResult | None = reach(answer, "support", "network_test")
    return value
