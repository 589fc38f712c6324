# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectImage


class StartImageUpload(BaseModel):
    start_image_upload: Optional["ProjectImage"] = Field(alias="startImageUpload", default=None)
    "Say that an image's bytes begin to flow; due before each upload to OSS, S3 or Minio."
