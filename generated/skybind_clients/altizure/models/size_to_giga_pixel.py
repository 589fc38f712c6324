# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class SizeToGigaPixel(BaseModel):
    utility: Optional["SizeToGigaPixelUtility"] = Field(default=None)
    "Computations that need nothing but their arguments."


class SizeToGigaPixelUtility(BaseModel):
    size_to_giga_pixel: Optional[float] = Field(alias="sizeToGigaPixel", default=None)
    "Gigapixels that are billed for images of one size: each counts as 2,073,600 pixels or more."
