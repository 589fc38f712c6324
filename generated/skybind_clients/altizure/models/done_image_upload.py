# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ProjectImage


class DoneImageUpload(BaseModel):
    done_image_upload: Optional["ProjectImage"] = Field(alias="doneImageUpload", default=None)
    "Say that an image's bytes are all in the OSS bucket; the other clouds need no such call."
