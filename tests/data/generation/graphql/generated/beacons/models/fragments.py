# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel, UnlistedMember
from .enums import LampState


class Crew(BaseModel):
    """A lamp."""

    id: Optional[str] = Field(default=None)
    typename__: Optional[str] = Field(alias="__typename", default=None)
    keepers: Optional[
        list[
            Optional[
                Annotated[
                    Union["CrewKeepersPerson", "CrewKeepersRobot", UnlistedMember],
                    Field(union_mode="left_to_right"),
                ]
            ]
        ]
    ] = Field(default=None)


class CrewKeepersPerson(BaseModel):
    typename__: Literal["Person"] = Field(alias="__typename")
    name: Optional[str] = Field(default=None)


class CrewKeepersRobot(BaseModel):
    typename__: Literal["Robot"] = Field(alias="__typename")
    model: Optional[str] = Field(default=None)


class Place(BaseModel):
    """Where a lamp stands."""

    name: Optional[str] = Field(default=None)


class Lamp(BaseModel):
    """A lamp."""

    id: Optional[str] = Field(default=None)
    state: Optional[LampState] = Field(default=None)
    "Changes at dusk."
    height: Optional[float] = Field(default=None)
    "Metres."
    door_code: Optional[str] = Field(alias="doorCode", default=None, repr=False)
    "Opens the door."
    notes: Optional[list[Optional[str]]] = Field(default=None)
    place: Optional["Place"] = Field(default=None)
    class_: Optional[str] = Field(alias="class", default=None)
