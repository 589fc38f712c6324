# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectImage


class HasImage(BaseModel):
    has_image: Optional["ProjectImage"] = Field(alias="hasImage", default=None)
    "The image of this content that the project already has; null if it has none. It asks, though it is a mutation."
