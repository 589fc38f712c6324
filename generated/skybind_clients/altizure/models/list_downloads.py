# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Downloadable, PageInfo


class ListDownloads(BaseModel):
    project: Optional["ListDownloadsProject"] = Field(default=None)
    "A project. Null if there is none of this id, or the caller may not see it."


class ListDownloadsProject(BaseModel):
    downloads: Optional["ListDownloadsProjectDownloads"] = Field(default=None)
    "What can be downloaded; pro projects only."


class ListDownloadsProjectDownloads(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListDownloadsProjectDownloadsEdges"]]] = Field(default=None)


class ListDownloadsProjectDownloadsEdges(BaseModel):
    node: Optional["Downloadable"] = Field(default=None)
