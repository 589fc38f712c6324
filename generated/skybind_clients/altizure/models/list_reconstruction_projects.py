# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageInfo, Project


class ListReconstructionProjects(BaseModel):
    my: Optional["ListReconstructionProjectsMy"] = Field(default=None)
    "What belongs to the user whose token is sent."


class ListReconstructionProjectsMy(BaseModel):
    projects: Optional["ListReconstructionProjectsMyProjects"] = Field(default=None)
    "The user's projects made of photos."


class ListReconstructionProjectsMyProjects(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListReconstructionProjectsMyProjectsEdges"]]] = Field(default=None)


class ListReconstructionProjectsMyProjectsEdges(BaseModel):
    node: Optional["Project"] = Field(default=None)
