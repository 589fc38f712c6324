# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Project


class FindProjects(BaseModel):
    search: Optional["FindProjectsSearch"] = Field(default=None)
    "Finding things by a part of their id or name."


class FindProjectsSearch(BaseModel):
    project_id: Optional[list[Optional["Project"]]] = Field(alias="projectID", default=None)
    "Projects by the beginning of their id."
