# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    DeveloperStatus,
    MembershipState,
    ModelImportedState,
    ModelType,
    ProjectErrorCode,
    ProjectVisibility,
    Result,
    TaskType,
    UploadFileState,
)


class ActionError(BaseModel):
    """Why something was not done, beside the result it would have had."""

    code: Optional[int] = Field(default=None)
    "The guide speaks of ten kinds for a start; their numbers are not public."
    message: Optional[str] = Field(default=None)


class Vector3(BaseModel):
    """A point."""

    x: Optional[float] = Field(default=None)
    y: Optional[float] = Field(default=None)
    z: Optional[float] = Field(default=None)


class Annotation(BaseModel):
    """A note on a point of a model."""

    id: Optional[str] = Field(default=None)
    modelx: Optional[float] = Field(default=None)
    modely: Optional[float] = Field(default=None)
    modelz: Optional[float] = Field(default=None)
    title: Optional[str] = Field(default=None)
    description: Optional[str] = Field(default=None)
    color: Optional[str] = Field(default=None)
    glyph: Optional[str] = Field(default=None)
    create_timestamp: Optional[str] = Field(alias="createTimestamp", default=None)
    edit_timestamp: Optional[str] = Field(alias="editTimestamp", default=None)
    camera_position: Optional["Vector3"] = Field(alias="cameraPosition", default=None)
    center_position: Optional["Vector3"] = Field(alias="centerPosition", default=None)


class CloudPath(BaseModel):
    """A published copy of a model."""

    key: Optional[str] = Field(default=None)
    "Where it lies: local, oss_sz, oss_usw or s3."
    data_url: Optional[str] = Field(alias="dataUrl", default=None)
    "Below it is a folder `web` with the tiles."


class CropMaskInfo(BaseModel):
    """One polygon of a crop mask."""

    poly_num: Optional[int] = Field(alias="polyNum", default=None)
    width: Optional[float] = Field(default=None)
    height: Optional[float] = Field(default=None)


class MaskBox(BaseModel):
    """The box around a mask."""

    min_x: Optional[float] = Field(alias="minX", default=None)
    min_y: Optional[float] = Field(alias="minY", default=None)
    max_x: Optional[float] = Field(alias="maxX", default=None)
    max_y: Optional[float] = Field(alias="maxY", default=None)


class CropMask(BaseModel):
    """What of a model is shown."""

    usage: Optional[str] = Field(default=None)
    mask_box: Optional["MaskBox"] = Field(alias="maskBox", default=None)
    mask_infos: Optional[list[Optional["CropMaskInfo"]]] = Field(alias="maskInfos", default=None)


class Downloadable(BaseModel):
    """A file that a task produced."""

    state: Optional[str] = Field(default=None)
    "The values are not public."
    name: Optional[str] = Field(default=None)
    size: Optional[float] = Field(default=None)
    "Bytes; a Float, because files pass two gigabytes."
    mtime: Optional[str] = Field(default=None)
    link: Optional[str] = Field(default=None, repr=False)
    "For a plain GET; empty or null while the file is not ready."


class Endpoints(BaseModel):
    """Addresses of a server."""

    api: Optional[str] = Field(default=None)
    web: Optional[str] = Field(default=None)


class EnumValue(BaseModel):
    """One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string."""

    name: str
    description: Optional[str] = Field(default=None)


class ErrorCodeInfo(BaseModel):
    """An error code in words."""

    code: Optional[ProjectErrorCode] = Field(default=None)
    description: Optional[str] = Field(default=None)
    "What happened."
    solution: Optional[str] = Field(default=None)
    "What to do."


class GeoInfo(BaseModel):
    """Where a model is on the earth."""

    mercator_transform: Optional[list[Optional[float]]] = Field(alias="mercatorTransform", default=None)
    transformed: Optional[bool] = Field(default=None)
    manual_aligned: Optional[bool] = Field(alias="manualAligned", default=None)
    auto_aligned: Optional[bool] = Field(alias="autoAligned", default=None)
    min_lat: Optional[float] = Field(alias="minLat", default=None)
    "Degrees, as the others."
    min_long: Optional[float] = Field(alias="minLong", default=None)
    max_lat: Optional[float] = Field(alias="maxLat", default=None)
    max_long: Optional[float] = Field(alias="maxLong", default=None)
    center_lat: Optional[float] = Field(alias="centerLat", default=None)
    center_long: Optional[float] = Field(alias="centerLong", default=None)


class ImportedModel(BaseModel):
    """A model that was uploaded, or a part of it."""

    id: Optional[str] = Field(default=None)
    state: Optional[UploadFileState] = Field(default=None)
    name: Optional[str] = Field(default=None)
    "Of the file on the client's side."
    filename: Optional[str] = Field(default=None)
    "Of the stored object."


class InitialCamPos(BaseModel):
    """Where the camera of a viewer begins."""

    camera_pos: Optional[list[Optional[float]]] = Field(alias="cameraPos", default=None)
    center_pos: Optional[list[Optional[float]]] = Field(alias="centerPos", default=None)


class LoginCodeRequest(BaseModel):
    """Whether a code was sent, and why not."""

    error: Optional["ActionError"] = Field(default=None)
    result: Optional[Result] = Field(default=None)


class PlanCoupon(BaseModel):
    """Coupons that come with a plan."""

    value: Optional[int] = Field(default=None)
    repeat: Optional[int] = Field(default=None)
    valid_month: Optional[int] = Field(alias="validMonth", default=None)


class MembershipInfo(BaseModel):
    """The plan that a user pays for."""

    state: Optional[MembershipState] = Field(default=None)
    plan_name: Optional[str] = Field(alias="planName", default=None)
    period: Optional[int] = Field(default=None)
    "Months."
    start_date: Optional[str] = Field(alias="startDate", default=None)
    end_date: Optional[str] = Field(alias="endDate", default=None)
    member_gp_quota: Optional[float] = Field(alias="memberGPQuota", default=None)
    "Gigapixels that the plan brings."
    coin_per_gp: Optional[float] = Field(alias="coinPerGP", default=None)
    "Coins that a gigapixel costs."
    asset_storage: Optional[float] = Field(alias="assetStorage", default=None)
    "Mebibytes for imported models."
    visibility: Optional[list[Optional[ProjectVisibility]]] = Field(default=None)
    "What the user may choose for a project."
    coupon: Optional["PlanCoupon"] = Field(default=None)
    model_per_project: Optional[int] = Field(alias="modelPerProject", default=None)
    collaborator_quota: Optional[int] = Field(alias="collaboratorQuota", default=None)
    force_watermark: Optional[bool] = Field(alias="forceWatermark", default=None)


class ModelTransform(BaseModel):
    """How a model is put into its own space."""

    origin: Optional[list[Optional[float]]] = Field(default=None)
    x_dir: Optional[list[Optional[float]]] = Field(alias="xDir", default=None)
    y_dir: Optional[list[Optional[float]]] = Field(alias="yDir", default=None)
    z_dir: Optional[list[Optional[float]]] = Field(alias="zDir", default=None)
    min_bound: Optional[list[Optional[float]]] = Field(alias="minBound", default=None)
    max_bound: Optional[list[Optional[float]]] = Field(alias="maxBound", default=None)
    x_tiles: Optional[int] = Field(alias="xTiles", default=None)
    y_tiles: Optional[int] = Field(alias="yTiles", default=None)
    z_tiles: Optional[int] = Field(alias="zTiles", default=None)
    floor_height: Optional[float] = Field(alias="floorHeight", default=None)
    on_load_trans: Optional[list[Optional[float]]] = Field(alias="onLoadTrans", default=None)
    "Three rotations in units of pi, or a matrix of 16 numbers."
    length_unit_to_meter: Optional[float] = Field(alias="lengthUnitToMeter", default=None)
    initial_cam_pos: Optional["InitialCamPos"] = Field(alias="initialCamPos", default=None)


class NearestBucket(BaseModel):
    """A bucket that uploads may go to."""

    bucket: Optional[str] = Field(default=None)
    "What the upload calls take as `bucket`. Not the bucket's name at the vendor."
    display: Optional[str] = Field(default=None)
    "The same for people to read."
    cloud: Optional[str] = Field(default=None)
    "Whose cloud it is in, which decides on the upload call. Clients ignore its case."


class ProjectImage(BaseModel):
    """An image of a project."""

    id: Optional[str] = Field(default=None)
    state: Optional[UploadFileState] = Field(default=None)
    name: Optional[str] = Field(default=None)
    "Of the file on the client's side."
    filename: Optional[str] = Field(default=None)
    "Of the object in the bucket, below the project's prefix; made by the service, with an extension."
    checksum: Optional[str] = Field(default=None)
    "SHA-1, lower-case hexadecimal."
    error: Optional[list[Optional[str]]] = Field(default=None)
    "Why it is Invalid."


class OriginalImage(ProjectImage):
    """An image of a project."""

    url: Optional[str] = Field(default=None, repr=False)
    "Where the original can be downloaded once the image is Ready."
    grounded: Optional[bool] = Field(default=None)
    "The original is on the service's own disk."


class OssCredentials(BaseModel):
    """Credentials for Aliyun OSS: one hour, writing only, only below the project's prefix."""

    id: Optional[str] = Field(default=None, repr=False)
    "Id of the access key."
    secret: Optional[str] = Field(default=None, repr=False)
    "Secret of the access key."
    token: Optional[str] = Field(default=None, repr=False)
    "Goes along in `x-oss-security-token`."
    bucket: Optional[str] = Field(default=None)
    "Name of the bucket at Aliyun."
    endpoint: Optional[str] = Field(default=None)
    "Address of OSS."
    expire: Optional[str] = Field(default=None)
    "UTC, as 2006-01-02T15:04:05Z."


class PageInfo(BaseModel):
    """Where a page lies in its list."""

    has_next_page: Optional[bool] = Field(alias="hasNextPage", default=None)
    end_cursor: Optional[str] = Field(alias="endCursor", default=None)
    "Empty for an empty page."


class Project(BaseModel):
    """A set of images, or an imported model, with what became of it. Some fields are for the owner only."""

    id: Optional[str] = Field(default=None)
    "24 hexadecimal digits."
    name: Optional[str] = Field(default=None)
    is_imported: Optional[bool] = Field(alias="isImported", default=None)
    "Made for a finished model in place of photos."
    imported_state: Optional[ModelImportedState] = Field(alias="importedState", default=None)
    project_type: Optional[str] = Field(alias="projectType", default=None)
    "`free` or `pro`, as text, although createProject takes an enum."
    visibility: Optional[ProjectVisibility] = Field(default=None)
    description: Optional[str] = Field(default=None)
    date: Optional[str] = Field(default=None)
    "When it was made: ISO 8601 with milliseconds, UTC."
    num_image: Optional[int] = Field(alias="numImage", default=None)
    "Number of images; whether invalid ones count is not known."
    giga_pixel: Optional[float] = Field(alias="gigaPixel", default=None)
    "Billed size of the images."
    task_state: Optional[str] = Field(alias="taskState", default=None)
    "State of the latest task. Public is only `Done`, of a finished project."


class WaterMaskInfo(BaseModel):
    """One sheet of water."""

    level: Optional[float] = Field(default=None)
    alpha: Optional[float] = Field(default=None)
    wave: Optional[float] = Field(default=None)
    poly_num: Optional[int] = Field(alias="polyNum", default=None)
    width: Optional[float] = Field(default=None)
    height: Optional[float] = Field(default=None)


class WaterMask(BaseModel):
    """Where water is drawn."""

    mask_box: Optional["MaskBox"] = Field(alias="maskBox", default=None)
    mask_infos: Optional[list[Optional["WaterMaskInfo"]]] = Field(alias="maskInfos", default=None)


class ProjectGeometry(BaseModel):
    """A set of images, or an imported model, with what became of it. Some fields are for the owner only."""

    id: Optional[str] = Field(default=None)
    "24 hexadecimal digits."
    model_type: Optional[ModelType] = Field(alias="modelType", default=None)
    "How the published model is stored; null means MESHLOD."
    geo_info: Optional["GeoInfo"] = Field(alias="geoInfo", default=None)
    model_transform: Optional["ModelTransform"] = Field(alias="modelTransform", default=None)
    crop_mask: Optional["CropMask"] = Field(alias="cropMask", default=None)
    water_mask: Optional["WaterMask"] = Field(alias="waterMask", default=None)


class ProjectMetaFile(BaseModel):
    """A text beside the images: cameras, poses, groups, or a block file."""

    id: Optional[str] = Field(default=None)
    state: Optional[UploadFileState] = Field(default=None)
    name: Optional[str] = Field(default=None)
    "Of the file on the client's side."
    filename: Optional[str] = Field(default=None)
    "Of the stored object."
    filesize: Optional[float] = Field(default=None)
    "Bytes."
    date: Optional[str] = Field(default=None)
    checksum: Optional[str] = Field(default=None)
    "SHA-1, lower-case hexadecimal."
    error: Optional[list[Optional[str]]] = Field(default=None)
    "Why it is of no use."


class ProjectProgress(BaseModel):
    """A set of images, or an imported model, with what became of it. Some fields are for the owner only."""

    id: Optional[str] = Field(default=None)
    "24 hexadecimal digits."
    is_imported: Optional[bool] = Field(alias="isImported", default=None)
    "Made for a finished model in place of photos."
    imported_state: Optional[ModelImportedState] = Field(alias="importedState", default=None)
    task_state: Optional[str] = Field(alias="taskState", default=None)
    "State of the latest task. Public is only `Done`, of a finished project."
    error_code: Optional[ProjectErrorCode] = Field(alias="errorCode", default=None)
    "Why the last task failed; `support.errorCodeInfo` has the words."
    num_image: Optional[int] = Field(alias="numImage", default=None)
    "Number of images; whether invalid ones count is not known."


class SignedImage(BaseModel):
    """An image that was registered, and where its bytes go."""

    url: Optional[str] = Field(default=None, repr=False)
    "For one PUT with the image's MIME type; whoever has it may write there."
    image: Optional["ProjectImage"] = Field(default=None)


class SignedMetaFile(BaseModel):
    """A meta file that was registered, and where its bytes go."""

    url: Optional[str] = Field(default=None, repr=False)
    "For one PUT; whoever has it may write there."
    file: Optional["ProjectMetaFile"] = Field(default=None)


class SignedModel(BaseModel):
    """A model, or a part of one, that was registered, and where its bytes go."""

    url: Optional[str] = Field(default=None, repr=False)
    "For one PUT; whoever has it may write there."
    file: Optional["ImportedModel"] = Field(default=None)


class Task(BaseModel):
    """A reconstruction, or a conversion of a model."""

    id: Optional[str] = Field(default=None)
    task_type: Optional[TaskType] = Field(alias="taskType", default=None)
    state: Optional[str] = Field(default=None)
    "The values are not public."
    start_date: Optional[str] = Field(alias="startDate", default=None)
    end_date: Optional[str] = Field(alias="endDate", default=None)
    queueing: Optional[int] = Field(default=None)
    "Either the place in the queue or its length."


class TaskStart(BaseModel):
    """The task that was started, or why it was not."""

    error: Optional["ActionError"] = Field(default=None)
    "Why it did not start; null if it did."
    task: Optional["Task"] = Field(default=None)
    "The task; null if there is an error."


class Transfer(BaseModel):
    """Whether it was handed over, and why not."""

    error: Optional["TransferError"] = Field(default=None)
    result: Optional[Result] = Field(default=None)


class TransferError(BaseModel):
    message: Optional[str] = Field(default=None)


class UserStats(BaseModel):
    """How many of each the user has."""

    star: Optional[int] = Field(default=None)
    project: Optional[int] = Field(default=None)
    planet: Optional[int] = Field(default=None)
    follower: Optional[int] = Field(default=None)
    following: Optional[int] = Field(default=None)


class User(BaseModel):
    """A user; most of it for the user alone."""

    id: Optional[str] = Field(default=None)
    username: Optional[str] = Field(default=None)
    "Nobody else's; an object id until the user has chosen one."
    name: Optional[str] = Field(default=None)
    email: Optional[str] = Field(default=None)
    country: Optional[str] = Field(default=None)
    "Underscores for blanks, as in Hong_Kong_SAR."
    joined: Optional[str] = Field(default=None)
    balance: Optional[float] = Field(default=None)
    "Coins."
    free_gp_quota: Optional[float] = Field(alias="freeGPQuota", default=None)
    "Gigapixels that cost nothing: from the plan, and for featured projects."
    membership_state: Optional[MembershipState] = Field(alias="membershipState", default=None)
    model_usage: Optional[float] = Field(alias="modelUsage", default=None)
    "Mebibytes of imported models."
    membership: Optional["MembershipInfo"] = Field(default=None)
    developer: Optional["UserDeveloper"] = Field(default=None)
    stats: Optional["UserStats"] = Field(default=None)


class UserDeveloper(BaseModel):
    status: Optional[DeveloperStatus] = Field(default=None)
