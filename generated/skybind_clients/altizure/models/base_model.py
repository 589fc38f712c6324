# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""What all models have: leniency towards what a service sends, and no secrets in print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

from pydantic import BaseModel as PydanticBaseModel
from pydantic import ConfigDict, Field


class BaseModel(PydanticBaseModel):
    """A model as pydantic makes it; fields that a service adds one day are kept, but not printed."""

    model_config = ConfigDict(
        coerce_numbers_to_str=True,
        defer_build=True,
        extra="allow",
        hide_input_in_errors=True,
        populate_by_name=True,
        protected_namespaces=(),
    )

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Read the service's JSON. What is missing, or null, is None."""
        return cls.model_validate(dict(values))

    def to_dict(self) -> dict[str, Any]:
        """The service's JSON, without what was not given."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        fields = type(self).model_fields
        return ((name, value) for name, value in super().__repr_args__() if name in fields)


class UnlistedMember(BaseModel):
    """A member of a union that the spec does not list; its fields are kept under the service's names."""

    typename__: str | None = Field(alias="__typename", default=None)
