# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectMetaFile


class UploadMetaURL(BaseModel):
    upload_meta_url: Optional["ProjectMetaFile"] = Field(alias="uploadMetaURL", default=None)
    "Register a meta file that the server fetches itself."
