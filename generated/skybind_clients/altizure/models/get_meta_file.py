# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectMetaFile


class GetMetaFile(BaseModel):
    project: Optional["GetMetaFileProject"] = Field(default=None)
    "A project. Null if there is none of this id, or the caller may not see it."


class GetMetaFileProject(BaseModel):
    meta_file: Optional["ProjectMetaFile"] = Field(alias="metaFile", default=None)
    "A meta file by its id."
