# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Task


class StopReconstruction(BaseModel):
    stop_reconstruction: Optional["Task"] = Field(alias="stopReconstruction", default=None)
    "Stop a project's task. Within 15 minutes of its start a pro project gets its coins back."
