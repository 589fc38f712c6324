# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class GetUserTokenByLoginCode(BaseModel):
    get_user_token_by_login_code: Optional[str] = Field(alias="getUserTokenByLoginCode", default=None, repr=False)
    "A user token for a phone and the code that was sent to it."
