# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import NetworkTestResult


class TestNetwork(BaseModel):
    support: Optional["TestNetworkSupport"] = Field(default=None)
    "The service about itself: whether it takes uploads, which clouds it uses, what its error codes mean."


class TestNetworkSupport(BaseModel):
    network_test: Optional[NetworkTestResult] = Field(alias="networkTest", default=None)
    "Have the server fetch an address, to see whether uploading by URL can work."
