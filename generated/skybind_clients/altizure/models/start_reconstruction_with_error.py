# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import TaskStart


class StartReconstructionWithError(BaseModel):
    start_reconstruction_with_error: Optional["TaskStart"] = Field(alias="startReconstructionWithError", default=None)
    "Start the reconstruction, or the conversion of an imported model again. What keeps it from starting stands in `error` of the result. A pro project pays now, from coupons or coins."
