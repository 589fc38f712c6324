# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Project


class ListProjectsNear(BaseModel):
    geo_near_projects: Optional[list[Optional["Project"]]] = Field(alias="geoNearProjects", default=None)
    "Public projects around a point."
