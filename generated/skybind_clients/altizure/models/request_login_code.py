# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LoginCodeRequest


class RequestLoginCode(BaseModel):
    request_login_code: Optional["LoginCodeRequest"] = Field(alias="requestLoginCode", default=None)
    "Send a code for one sign-in by SMS, to a phone that was verified before."
