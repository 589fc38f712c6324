# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SignedMetaFile


class UploadMetaFileS3(BaseModel):
    upload_meta_file_s_3: Optional["SignedMetaFile"] = Field(alias="uploadMetaFileS3", default=None)
    "Register a meta file and sign an address in Amazon S3 for one PUT. There is no start and no done."
