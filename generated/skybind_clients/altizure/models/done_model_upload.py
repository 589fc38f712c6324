# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Project


class DoneModelUpload(BaseModel):
    done_model_upload: Optional["Project"] = Field(alias="doneModelUpload", default=None)
    "Say that all of a model's parts are uploaded; its conversion begins."
