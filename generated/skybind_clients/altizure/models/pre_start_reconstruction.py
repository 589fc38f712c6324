# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class PreStartReconstruction(BaseModel):
    pre_start_reconstruction: Optional["PreStartReconstructionPreStartReconstruction"] = Field(
        alias="preStartReconstruction", default=None
    )
    "Have the reconstruction start by itself with the valid images, once each is Ready or Invalid. To be called after the last upload; before release 1.2.0 it had to come earlier. The type of the answer is not known; that it is an object is our assumption, so `__typename` is what can be selected of it."


class PreStartReconstructionPreStartReconstruction(BaseModel):
    typename__: Optional[str] = Field(alias="__typename", default=None)
