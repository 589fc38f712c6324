# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from .open_enum import OpenEnum


class BucketMinio(OpenEnum):
    """Buckets for images of a private server. None is public: the value is our assumption."""

    MINIO = "Minio"


class BucketMinioMeta(OpenEnum):
    """Buckets for meta files of a private server. None is public: the value is our assumption."""

    MINIO = "Minio"


class BucketMinioModel(OpenEnum):
    """Buckets for models of a private server. None is public: the value is our assumption."""

    MINIO = "Minio"


class BucketOSS(OpenEnum):
    """Buckets for images at Aliyun. None is public: these two are our assumption, after the places of published models."""

    SHENZHEN = "Shenzhen"
    US_WEST = "USWest"


class BucketS3(OpenEnum):
    """Buckets for images and meta files at Amazon. Those before 2.3.2 are not public."""

    PARIS = "Paris"
    STOCKHOLM = "Stockholm"
    HONG_KONG = "HongKong"


class BucketS3Model(OpenEnum):
    """Buckets for models at Amazon. Those before 1.5.1 are not public."""

    BEIJING = "Beijing"
    VIRGINIA = "Virginia"
    LONDON = "London"


class Cloud(OpenEnum):
    """Whose storage it is."""

    S3 = "S3"
    "Amazon."
    OSS = "OSS"
    "Aliyun."
    MINIO = "MINIO"
    "The store of a private server."


class Currency(OpenEnum):
    """Code of a currency."""

    USD = "USD"


class DeveloperStatus(OpenEnum):
    """State of a developer."""

    NA = "NA"
    "No developer."
    UNDER_REVIEW = "UNDER_REVIEW"
    TRIAL = "TRIAL"
    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    EXPIRED = "EXPIRED"


class FilterCouponTimeState(OpenEnum):
    """Which coupons to list."""

    ACTIVE_USED = "ActiveUsed"
    ACTIVE_UNUSED = "ActiveUnused"


class ImageFilter(OpenEnum):
    """Which images to list."""

    ALL = "All"


class ImageType(OpenEnum):
    """File format of an image."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"


class ImportedModelType(OpenEnum):
    """What kind of model was made elsewhere."""

    CAD = "CAD"
    PHOTOGRAMMETRY = "PHOTOGRAMMETRY"
    PTCLOUD = "PTCLOUD"


class LocaleType(OpenEnum):
    """Language of texts."""

    EN = "en"
    ZH_TW = "zh_tw"
    ZH_CN = "zh_cn"


class MembershipState(OpenEnum):
    """State of a plan."""

    NA = "NA"
    "No plan."
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    TRIAL = "TRIAL"
    EXPIRED = "EXPIRED"
    STOPPED = "STOPPED"


class ModelImportedState(OpenEnum):
    """State of an imported model. Pending becomes LimitExceeded or Converting, and that Ready or Failed; a new upload takes it back to Pending."""

    NATIVE = "Native"
    "No imported model at all."
    PENDING = "Pending"
    "Nothing uploaded yet."
    LIMIT_EXCEEDED = "LimitExceeded"
    "The user's storage for models is full."
    CONVERTING = "Converting"
    "On its way."
    READY = "Ready"
    "It can be seen."
    FAILED = "Failed"
    "It could not be converted."


class ModelType(OpenEnum):
    """How a published model is stored."""

    MESHLOD = "MESHLOD"
    PTLOD = "PTLOD"
    OSGLOD = "OSGLOD"
    CAD = "CAD"


class NetworkTestResult(OpenEnum):
    """Whether the server reached an address."""

    SUCCESS = "Success"
    "The server could fetch the address."


class NotificationFilter(OpenEnum):
    """Which notifications to list."""

    READ = "Read"
    UNREAD = "Unread"
    ALL = "All"


class ProjectErrorCode(OpenEnum):
    """Why a task failed. None is public: the value is our assumption; `support.errorCodeInfo` explains the real ones."""

    RECONSTRUCTION_FAILED = "RECONSTRUCTION_FAILED"


class ProjectType(OpenEnum):
    """What a project may cost, and what it gives."""

    FREE = "free"
    "Paid from the free quota."
    PRO = "pro"
    "Paid with coins or coupons at the start; its results can be downloaded."


class ProjectVisibility(OpenEnum):
    """Who may see a project."""

    PUBLIC = "public"
    "Anyone finds and sees it."
    UNLISTED = "unlisted"
    "Whoever has the id sees it."
    PRIVATE = "private"
    "Only its owner sees it."


class Result(OpenEnum):
    """Whether it was done."""

    SUCCESS = "Success"
    FAIL = "Fail"


class SystemMode(OpenEnum):
    """Whether the service takes changes."""

    NORMAL = "Normal"
    READ_ONLY = "ReadOnly"
    "Nothing can be changed or uploaded."
    OFFLINE = "Offline"
    "Named in a comment; the official client says it of a server that it cannot reach."


class TaskType(OpenEnum):
    """What a task computes."""

    NATIVE = "Native"
    "The usual reconstruction; what the official client asks for."
    DENSE = "Dense"


class UploadFileState(OpenEnum):
    """State of an uploaded file: of images, meta files and models alike, which is inferred. Images end as Ready or Invalid. One that is neither 65 minutes after its last change becomes Invalid. What startImageUpload makes of Pending has no public name."""

    PENDING = "Pending"
    "Registered; nothing has come."
    UPLOADED = "Uploaded"
    "In the bucket, waiting to be looked at; where images by URL begin."
    VERIFYING = "Verifying"
    "Being fetched from the bucket, measured and hashed."
    COPYING = "Copying"
    "On the way to the service's own disk."
    READY = "Ready"
    "Of use."
    READY_STRONG = "ReadyStrong"
    "Named beside Ready; whether clients see it is not known."
    INVALID = "Invalid"
    "Of no use; the field `error` says why."
    FAILED = "Failed"
    "Of no use: meta files by URL, and models."


class UploadType(OpenEnum):
    """What is uploaded."""

    IMAGE = "image"
    MODEL = "model"
    META = "meta"
