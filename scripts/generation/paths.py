"""Dotted paths into an answer (`data.list`), as `x-result` and `x-paging` give them, followed through the models."""

from dataclasses import dataclass

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty

from .facts import Facts
from .problems import GenerationError


@dataclass(frozen=True)
class Reach:
    """Where a path leads.

    Attributes:
        attributes: Python names, one a step.
        certain: Whether every step is required and not nullable, so that something is always there.
        prop: What is there.
    """

    attributes: tuple[str, ...]
    certain: bool
    prop: PropertyProtocol

    @property
    def annotation(self) -> str:
        """Python type of what is there, null and absence left aside."""
        return " | ".join(part for part in _type_of(self.prop).split(" | ") if part != "None")

    @property
    def items(self) -> PropertyProtocol | None:
        """The entries, if it is a list."""
        listed = _without_null(self.prop)
        return listed.inner_property if isinstance(listed, ListProperty) else None


def follow(facts: Facts, answer: PropertyProtocol, path: str, *, key: str, operation: str) -> Reach:
    """Follow a path from an answer's model.

    Raises:
        GenerationError: A step is not a property of the model reached so far.
    """
    here: PropertyProtocol = answer
    attributes: list[str] = []
    certain = True
    for step in path.split("."):
        inner = _without_null(here)
        model = facts.model(str(inner.class_info.name)) if isinstance(inner, ModelProperty) else None
        if model is None:
            raise GenerationError(
                f"{operation}: {key} is {path!r}, but what comes before {step!r} is {_type_of(here)}, not an object"
            )
        properties = {prop.name.get_untrusted_value(): prop for prop in _properties(model)}
        if step not in properties:
            raise GenerationError(
                f"{operation}: {key} is {path!r}, but {model.class_info.name} has no {step!r}; "
                f"it has {', '.join(properties) or 'no properties'}"
            )
        here = properties[step]
        certain = certain and here.required and _without_null(here) is here
        attributes.append(str(here.python_name))
    return Reach(tuple(attributes), certain, here)


def _properties(model: ModelProperty) -> list[PropertyProtocol]:
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def _without_null(prop: PropertyProtocol) -> PropertyProtocol:
    if isinstance(prop, UnionProperty):
        others = [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]
        if len(others) == 1 and len(prop.inner_properties) == 2:
            return others[0]
    return prop


def _type_of(prop: PropertyProtocol) -> str:
    return prop.get_type_string(no_optional=True).as_unembedded_code()
