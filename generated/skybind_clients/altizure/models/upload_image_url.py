# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectImage


class UploadImageURL(BaseModel):
    upload_image_url: Optional["ProjectImage"] = Field(alias="uploadImageURL", default=None)
    "Register an image that the server fetches itself; there is no start and no done."
