# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageInfo, ProjectImage


class ListImages(BaseModel):
    project: Optional["ListImagesProject"] = Field(default=None)
    "A project. Null if there is none of this id, or the caller may not see it."


class ListImagesProject(BaseModel):
    all_images: Optional["ListImagesProjectAllImages"] = Field(alias="allImages", default=None)
    "All at once, unless `first` or `last` is given."


class ListImagesProjectAllImages(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListImagesProjectAllImagesEdges"]]] = Field(default=None)


class ListImagesProjectAllImagesEdges(BaseModel):
    node: Optional["ProjectImage"] = Field(default=None)
