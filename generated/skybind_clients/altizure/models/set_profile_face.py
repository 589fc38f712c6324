# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class SetProfileFace(BaseModel):
    set_profile_face: Optional[str] = Field(alias="setProfileFace", default=None)
    "Change the user's picture."
