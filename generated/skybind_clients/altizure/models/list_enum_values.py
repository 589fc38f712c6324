# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import EnumValue


class ListEnumValues(BaseModel):
    type_: Optional["ListEnumValuesType"] = Field(alias="__type", default=None)
    "Request the type information of a single type."


class ListEnumValuesType(BaseModel):
    enum_values: Optional[list["EnumValue"]] = Field(alias="enumValues", default=None)
