# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Cloud


class ListSupportedClouds(BaseModel):
    support: Optional["ListSupportedCloudsSupport"] = Field(default=None)
    "The service about itself: whether it takes uploads, which clouds it uses, what its error codes mean."


class ListSupportedCloudsSupport(BaseModel):
    supported_cloud: Optional[list[Optional[Cloud]]] = Field(alias="supportedCloud", default=None)
    "Clouds that uploads of a kind may go to."
