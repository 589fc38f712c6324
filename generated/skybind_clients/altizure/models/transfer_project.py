# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Transfer


class TransferProject(BaseModel):
    transfer_project: Optional["Transfer"] = Field(alias="transferProject", default=None)
    "Hand a project to another user."
