# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class GetUserToken(BaseModel):
    get_user_token: Optional[str] = Field(alias="getUserToken", default=None, repr=False)
    "A user token for e-mail and password; null, without an error, if they are wrong."
