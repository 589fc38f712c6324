# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NearestBucket


class ListNearestMetaBuckets(BaseModel):
    get_geo_ip_info: Optional["ListNearestMetaBucketsGetGeoIpInfo"] = Field(alias="getGeoIPInfo", default=None)
    "What the caller's IP address says: the country, and the nearest buckets."


class ListNearestMetaBucketsGetGeoIpInfo(BaseModel):
    nearest_meta_buckets: Optional[list[Optional["NearestBucket"]]] = Field(alias="nearestMetaBuckets", default=None)
    "For meta files, the nearest first."
