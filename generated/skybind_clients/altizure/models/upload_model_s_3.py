# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SignedModel


class UploadModelS3(BaseModel):
    upload_model_s_3: Optional["SignedModel"] = Field(alias="uploadModelS3", default=None)
    "Register a zipped model, or one part of it, and sign an address in Amazon S3 for one PUT. The project is `id` here. Letters, digits, dots and underscores make a file name."
