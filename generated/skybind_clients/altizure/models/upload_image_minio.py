# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SignedImage


class UploadImageMinio(BaseModel):
    upload_image_minio: Optional["SignedImage"] = Field(alias="uploadImageMinio", default=None)
    "Register an image and sign an address in the Minio store of a private server."
