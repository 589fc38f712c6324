# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ErrorCodeInfo


class GetErrorCodeInfo(BaseModel):
    support: Optional["GetErrorCodeInfoSupport"] = Field(default=None)
    "The service about itself: whether it takes uploads, which clouds it uses, what its error codes mean."


class GetErrorCodeInfoSupport(BaseModel):
    error_code_info: Optional["ErrorCodeInfo"] = Field(alias="errorCodeInfo", default=None)
    "What a project's error code means, in words."
