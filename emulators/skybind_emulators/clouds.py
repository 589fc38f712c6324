"""Which storage belongs to which region of DJI's services."""

from collections.abc import Mapping
from typing import Literal

from attrs import frozen


@frozen
class Cloud:
    """The storage of a region, as upload credentials describe it.

    Attributes:
        name: `cloudName`, in the case that the service was seen to use.
        region: `region`.
        bucket: `cloudBucketName`.
        dialect: how download links are signed.
    """

    name: str
    region: str
    bucket: str
    dialect: Literal["oss", "s3"]


# Region and bucket of mainland China are those of a public client. Those elsewhere are our assumption.
CLOUDS: Mapping[str, Cloud] = {
    "cn": Cloud("ali_oss", "oss-cn-hangzhou", "hz-terra-be-prod", "oss"),
    "us": Cloud("AWS_S3", "us-west-2", "usw2-terra-be-prod", "s3"),
}
