# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SignedMetaFile


class UploadMetaFileMinio(BaseModel):
    upload_meta_file_minio: Optional["SignedMetaFile"] = Field(alias="uploadMetaFileMinio", default=None)
    "The same in the Minio store of a private server."
