# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Endpoints


class GetEndpoints(BaseModel):
    support: Optional["GetEndpointsSupport"] = Field(default=None)
    "The service about itself: whether it takes uploads, which clouds it uses, what its error codes mean."


class GetEndpointsSupport(BaseModel):
    endpoints: Optional["Endpoints"] = Field(default=None)
    "Addresses of this server and of its website; private servers have their own."
