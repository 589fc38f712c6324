# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ImportedModel


class UploadModelURL(BaseModel):
    upload_model_url: Optional["ImportedModel"] = Field(alias="uploadModelURL", default=None)
    "Register a zipped model that the server fetches itself."
