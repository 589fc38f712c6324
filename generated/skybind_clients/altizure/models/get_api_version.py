# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class GetApiVersion(BaseModel):
    versions: Optional["GetApiVersionVersions"] = Field(default=None)
    "What runs on the server."


class GetApiVersionVersions(BaseModel):
    api: Optional[str] = Field(default=None)
    "Release of the API, for example 2.7.4."
