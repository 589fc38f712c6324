# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import OssCredentials


class SignImagesOSS(BaseModel):
    upload_image_oss: Optional["SignImagesOSSUploadImageOss"] = Field(alias="uploadImageOSS", default=None)
    "Register an image that will be put into an Aliyun OSS bucket, or get credentials for that, depending on what is selected: `image` registers, `sts` signs. Signing is slow; one set of credentials serves a project's images for an hour. The object's key is the project's id, a slash, and the image's `filename`."


class SignImagesOSSUploadImageOss(BaseModel):
    sts: Optional["OssCredentials"] = Field(default=None)
    "Credentials for the bucket; selecting them signs new ones, which is slow."
