# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NearestBucket


class ListNearestImageBuckets(BaseModel):
    get_geo_ip_info: Optional["ListNearestImageBucketsGetGeoIpInfo"] = Field(alias="getGeoIPInfo", default=None)
    "What the caller's IP address says: the country, and the nearest buckets."


class ListNearestImageBucketsGetGeoIpInfo(BaseModel):
    nearest_buckets: Optional[list[Optional["NearestBucket"]]] = Field(alias="nearestBuckets", default=None)
    "For images, the nearest first. Of all clouds: look for the one that the upload needs."
