# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Lamp


class ListLamps(BaseModel):
    lamps: Optional["ListLampsLamps"] = Field(default=None)
    "All lamps."


class ListLampsLamps(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount", default=None)
    page_info: Optional["ListLampsLampsPageInfo"] = Field(alias="pageInfo", default=None)
    edges: Optional[list[Optional["ListLampsLampsEdges"]]] = Field(default=None)


class ListLampsLampsPageInfo(BaseModel):
    has_next_page: Optional[bool] = Field(alias="hasNextPage", default=None)
    end_cursor: Optional[str] = Field(alias="endCursor", default=None)


class ListLampsLampsEdges(BaseModel):
    node: Optional["Lamp"] = Field(default=None)
