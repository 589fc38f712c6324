# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class Lighting(BaseModel):
    """How to light a lamp."""

    brightness: Optional[int] = None
    "Lumens."
    colours: Optional[list[str]] = None
    "Colours, one after the other."
    key: Optional[str] = Field(default=None, repr=False)
