# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageInfo, Project


class ListPublicProjects(BaseModel):
    all_projects: Optional["ListPublicProjectsAllProjects"] = Field(alias="allProjects", default=None)
    "Projects that anyone may see, in no known order."


class ListPublicProjectsAllProjects(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListPublicProjectsAllProjectsEdges"]]] = Field(default=None)


class ListPublicProjectsAllProjectsEdges(BaseModel):
    node: Optional["Project"] = Field(default=None)
