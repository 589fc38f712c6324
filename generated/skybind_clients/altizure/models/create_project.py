# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Project


class CreateProject(BaseModel):
    create_project: Optional["Project"] = Field(alias="createProject", default=None)
    "Make an empty project for the user whose token is sent. It costs nothing. Null if it failed."
