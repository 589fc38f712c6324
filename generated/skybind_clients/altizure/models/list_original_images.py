# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import OriginalImage, PageInfo


class ListOriginalImages(BaseModel):
    project: Optional["ListOriginalImagesProject"] = Field(default=None)
    "A project. Null if there is none of this id, or the caller may not see it."


class ListOriginalImagesProject(BaseModel):
    all_images: Optional["ListOriginalImagesProjectAllImages"] = Field(alias="allImages", default=None)
    "All at once, unless `first` or `last` is given."


class ListOriginalImagesProjectAllImages(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    "Of the whole list."
    page_info: Optional["PageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListOriginalImagesProjectAllImagesEdges"]]] = Field(default=None)


class ListOriginalImagesProjectAllImagesEdges(BaseModel):
    node: Optional["OriginalImage"] = Field(default=None)
