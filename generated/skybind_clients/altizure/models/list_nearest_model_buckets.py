# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NearestBucket


class ListNearestModelBuckets(BaseModel):
    get_geo_ip_info: Optional["ListNearestModelBucketsGetGeoIpInfo"] = Field(alias="getGeoIPInfo", default=None)
    "What the caller's IP address says: the country, and the nearest buckets."


class ListNearestModelBucketsGetGeoIpInfo(BaseModel):
    nearest_model_buckets: Optional[list[Optional["NearestBucket"]]] = Field(alias="nearestModelBuckets", default=None)
    "For zipped models, the nearest first."
