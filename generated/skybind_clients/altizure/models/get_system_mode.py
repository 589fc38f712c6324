# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import SystemMode


class GetSystemMode(BaseModel):
    support: Optional["GetSystemModeSupport"] = Field(default=None)
    "The service about itself: whether it takes uploads, which clouds it uses, what its error codes mean."


class GetSystemModeSupport(BaseModel):
    system_mode: Optional[SystemMode] = Field(alias="systemMode", default=None)
    "Whether the service takes changes now. The official client uploads nothing unless it is Normal."
