"""What the spec says and the generator's own model forgets; our templates ask here, by the name `facts`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import in_double_quote_literal

from .document import Document
from .schemas import described, is_secret, object_properties


@dataclass(frozen=True)
class Case:
    """One value of a discriminator: as a Python literal, and the class of the member that it means."""

    literal: str
    class_name: str


@dataclass(frozen=True)
class Route:
    """How the member of a union is found.

    Attributes:
        field: JSON name of the discriminator.
        cases: In the order of the spec.
        fallback: Class for any other value, or an empty text.
    """

    field: str
    cases: tuple[Case, ...]
    fallback: str

    @property
    def known(self) -> str:
        """The known values, for an error message."""
        return ", ".join(case.literal for case in self.cases)


class Facts:
    """Answers the questions of the templates about one service.

    Args:
        document: The spec.
        data: What the generator made of it.
        config: The generator's settings; they decide on class names.
    """

    def __init__(self, document: Document, data: GeneratorData, config: Config) -> None:
        self._document = document
        self._config = config
        self._models = {str(model.class_info.name): model for model in data.models}
        self._enum_members = dict(self._described_enums())
        self._discriminators = dict(self._declared_discriminators())
        self._properties: dict[str, dict[str, Mapping[str, Any]]] = {}

    def model(self, name: str) -> ModelProperty | None:
        """A model by class name, with its properties worked out.

        The copies inside of other properties may have been taken before that.
        """
        return self._models.get(name)

    def model_source(self, model: ModelProperty) -> str:
        """The `x-source` of a model's schema."""
        return str((model.data.model_extra or {}).get("x-source", ""))

    def properties(self, model: ModelProperty) -> dict[str, Mapping[str, Any]]:
        """The schemas of a model's properties as they stand in the spec, by JSON name."""
        name = str(model.class_info.name)
        if name not in self._properties:
            schema = model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)
            self._properties[name] = object_properties(self._document, schema)
        return self._properties[name]

    def secrets(self, model: ModelProperty) -> frozenset[str]:
        """JSON names of the properties that must not be printed."""
        return frozenset(name for name, schema in self.properties(model).items() if is_secret(self._document, schema))

    def property_description(self, model: ModelProperty, prop: PropertyProtocol) -> str:
        """A property's own description; the generator sees only that of the schema it refers to."""
        schema = self.properties(model).get(prop.name.get_untrusted_value())
        return described(self._document, schema) if schema else ""

    def enum_member(self, class_name: str, index: int) -> str:
        """What a member of an enum means, from `x-enum-descriptions`."""
        meanings = self._enum_members.get(str(class_name), [])
        return meanings[index] if index < len(meanings) else ""

    def route(self, union: UnionProperty) -> Route | None:
        """How to find the member of a union by one field; None if the spec gives no such field.

        The field is the declared `discriminator`, or else one that is a `const` with a different value in every
        member. One member without it is taken for all other values.
        """
        members = [prop for prop in union.inner_properties if not isinstance(prop, NoneProperty)]
        names = [str(prop.class_info.name) for prop in members if isinstance(prop, ModelProperty)]
        if len(names) != len(members) or len(names) < 2:
            return None
        declared = self._discriminators.get(frozenset(names))
        if declared is not None:
            return declared
        constants = {name: dict(self._constants(name)) for name in names}
        for field in dict.fromkeys(field for found in constants.values() for field in found):
            cases = tuple(Case(found[field], name) for name, found in constants.items() if field in found)
            others = [name for name, found in constants.items() if field not in found]
            if len({case.literal for case in cases}) == len(cases) >= 1 and len(others) <= 1:
                return Route(field, cases, others[0] if others else "")
        return None

    def _constants(self, class_name: str) -> Iterator[tuple[str, str]]:
        model = self._models[class_name]
        for prop in model.required_properties or []:
            if isinstance(prop, ConstProperty):
                yield prop.name.get_untrusted_value(), prop.value.python_code.as_unembedded_code()

    def _declared_discriminators(self) -> Iterator[tuple[frozenset[str], Route]]:
        for schema in _unions(self._document.root):
            discriminator = schema.get("discriminator")
            members = [part.get("$ref") for part in schema.get("oneOf") or schema.get("anyOf") or []]
            references = [reference for reference in members if reference]
            if not isinstance(discriminator, Mapping) or not references:
                continue
            mapping = discriminator.get("mapping") or {}
            mapped = {str(target).rsplit("/", 1)[-1] for target in mapping.values()}
            implied = [name for name in (str(ref).rsplit("/", 1)[-1] for ref in references) if name not in mapped]
            # A mapping that leaves out one member makes it the fallback; without a mapping names are the values.
            fallback = implied[0] if mapping and len(implied) == 1 else ""
            values = {str(key): str(target).rsplit("/", 1)[-1] for key, target in mapping.items()}
            values |= {name: name for name in implied if name != fallback}
            cases = tuple(Case(f'"{in_double_quote_literal(key)}"', self._class(name)) for key, name in values.items())
            classes = frozenset(self._class(str(reference)) for reference in references)
            route = Route(str(discriminator.get("propertyName")), cases, self._class(fallback) if fallback else "")
            yield classes, route

    def _class(self, name: str) -> str:
        return str(Class.from_string(string=name, config=self._config).name)

    def _described_enums(self) -> Iterator[tuple[str, list[str]]]:
        for name, schema in self._document.components("schemas").items():
            meanings = schema.get("x-enum-descriptions") if isinstance(schema, Mapping) else None
            if isinstance(meanings, list):
                yield self._class(str(name)), [str(meaning) for meaning in meanings]


def _unions(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, Mapping):
        if "discriminator" in node:
            yield node
        for value in node.values():
            yield from _unions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _unions(value)
