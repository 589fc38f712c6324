# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SignedImage


class UploadImageS3(BaseModel):
    upload_image_s_3: Optional["SignedImage"] = Field(alias="uploadImageS3", default=None)
    "Register an image and sign an address in Amazon S3 for one PUT, good for three hours."
