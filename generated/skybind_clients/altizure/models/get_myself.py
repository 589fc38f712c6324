# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import User


class GetMyself(BaseModel):
    my: Optional["GetMyselfMy"] = Field(default=None)
    "What belongs to the user whose token is sent."


class GetMyselfMy(BaseModel):
    self: Optional["User"] = Field(default=None)
    "The user; null without a valid token. The official client goes by an empty e-mail."
