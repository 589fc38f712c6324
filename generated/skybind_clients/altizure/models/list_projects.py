# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageInfo, Project


class ListProjects(BaseModel):
    my: Optional["ListProjectsMy"] = Field(default=None)
    "What belongs to the user whose token is sent."


class ListProjectsMy(BaseModel):
    all_projects: Optional["ListProjectsMyAllProjects"] = Field(alias="allProjects", default=None)
    "All of the user's projects, those with an imported model too."


class ListProjectsMyAllProjects(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListProjectsMyAllProjectsEdges"]]] = Field(default=None)


class ListProjectsMyAllProjectsEdges(BaseModel):
    node: Optional["Project"] = Field(default=None)
