# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Project


class ReportProject(BaseModel):
    report_project: Optional["Project"] = Field(alias="reportProject", default=None)
    "Tell the service's staff of a project that should not be there."
