# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Annotation, PageInfo


class ListAnnotations(BaseModel):
    project: Optional["ListAnnotationsProject"] = Field(default=None)
    "A project. Null if there is none of this id, or the caller may not see it."


class ListAnnotationsProject(BaseModel):
    annotations: Optional["ListAnnotationsProjectAnnotations"] = Field(default=None)


class ListAnnotationsProjectAnnotations(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListAnnotationsProjectAnnotationsEdges"]]] = Field(default=None)


class ListAnnotationsProjectAnnotationsEdges(BaseModel):
    node: Optional["Annotation"] = Field(default=None)
