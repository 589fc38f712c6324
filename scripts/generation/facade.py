"""What the templates of the facade and of the decoders need to know of each call."""

import builtins
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.strings import PythonIdentifier

from .docstrings import method_doc, sentences, tag_doc
from .document import Document
from .facts import Facts
from .naming import group_class
from .operations import OperationView
from .paths import Reach, follow
from .problems import GenerationError
from .schemas import described, limits

_RUNTIME_NAMES = {
    "AsyncCaller", "AsyncPages", "Caller", "OPERATIONS", "Page", "Pages", "Raw", "UNSET", "Unset", "decoders",
}  # fmt: skip
_UNSET_IMPORT = "from .types import UNSET, Unset"


@dataclass(frozen=True)
class Argument:
    """One argument of a method.

    Attributes:
        name: Python name; the endpoint function or the body's model has the same.
        annotation: Its type.
        default: Python code of the default; empty if the argument is required.
        text: What it means, with its limits.
    """

    name: str
    annotation: str
    default: str
    text: str


@dataclass(frozen=True)
class FlatBody:
    """A JSON object body whose properties are arguments of their own.

    Attributes:
        fields: Names of the arguments, which are those of the model's fields too.
        maps: Of those that callers give as a plain mapping, by argument: the class that the model wants.
        omittable: The body is left out when none of them is given.
    """

    class_name: str
    module: str
    fields: tuple[str, ...]
    maps: Mapping[str, "MapClass"]
    omittable: bool

    @property
    def values(self) -> list[tuple[str, str]]:
        """Fields of the model, each with the expression for what it gets."""
        return [(name, self._value(name)) for name in self.fields]

    def _value(self, name: str) -> str:
        if name not in self.maps:
            return name
        made = f"{self.maps[name].name}.from_dict({name})"
        return made if self.maps[name].required else f"{name} if isinstance({name}, Unset) else {made}"


@dataclass(frozen=True)
class MapClass:
    """A generated class that holds nothing but free keys."""

    name: str
    module: str
    required: bool


@dataclass(frozen=True)
class Result:
    """What a call returns.

    Attributes:
        annotation: Its type; for pages that of an entry.
        answer: The generator's property for the whole answer; None if nothing is decoded.
        reach: Where in the answer the value lies; None for all of it.
        total: Where a page says how many entries there are in all.
        next: Where a page says how to ask for the next one.
        imports: What the annotation and the decoding need.
    """

    annotation: str
    answer: PropertyProtocol | None
    source: str = ""
    reach: Reach | None = None
    total: Reach | None = None
    next: Reach | None = None
    imports: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One method of a group, in both worlds."""

    view: OperationView
    function: str
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    sent: tuple[str, ...]
    body: FlatBody | None
    result: Result
    doc: str
    imports: frozenset[str] = field(default_factory=frozenset)

    @property
    def unpacked(self) -> dict[str, str]:
        """Keywords of the endpoint module's `_get_kwargs`, with what is passed."""
        passed = {name: name for name in self.sent}
        if self.body is not None:
            passed["body"] = "_body if _body.to_dict() else UNSET" if self.body.omittable else "_body"
        elif self.view.endpoint.bodies:
            passed["body"] = "body"
        return passed

    @property
    def decoder(self) -> str:
        """Expression for what decodes a success."""
        return f"decoders.{self.function}" if self.result.answer is not None else "decoders.nothing"


@dataclass(frozen=True)
class Group:
    """The calls of one tag."""

    attribute: str
    class_name: str
    text: str
    calls: tuple[Any, ...]

    def typed(self, annotation: str) -> str:
        """An annotation that still means the builtin where a method of the group has its name, as `list` often has."""
        shadowed = {call.view.method for call in self.calls if hasattr(builtins, call.view.method)}

        def meant(match: re.Match[str]) -> str:
            return f"builtins.{match[0]}" if match[0] in shadowed else match[0]

        return re.sub(r'"[^"]*"|(?<![\w.])\w+', meant, annotation)


def build_groups(document: Document, facts: Facts, views: Iterable[OperationView], container: str) -> list[Group]:
    """The groups of a service, in the order in which their tags first appear.

    Raises:
        GenerationError: A path of `x-result` or `x-paging` leads nowhere, or a name is taken twice.
    """
    views = list(views)
    order = list(dict.fromkeys(view.group for view in views))
    groups = []
    for attribute, members in groupby(sorted(views, key=lambda view: order.index(view.group)), lambda view: view.group):
        calls = tuple(_call(document, facts, view) for view in members)
        tag = calls[0].view.tag
        groups.append(Group(attribute, group_class(tag), tag_doc(document, tag), calls))
    check_names(groups, container)
    return groups


def check_names(groups: list[Group], container: str) -> None:
    """Refuse groups whose classes, or whose imports, would have one name.

    Raises:
        GenerationError: Names the two.
    """
    taken = dict.fromkeys(_RUNTIME_NAMES, "a name of the facade itself")
    taken |= {container: "the container of the groups", f"Async{container}": "the container of the groups"}
    for group in groups:
        for name in (f"{mark}{group.class_name}" for mark in ("", "Async", "Raw", "AsyncRaw")):
            if name in taken:
                raise GenerationError(f"the group of tag {group.attribute} would be {name}, which is {taken[name]}")
            taken[name] = f"the group of tag {group.attribute}"
    for line in sorted({line for group in groups for call in group.calls for line in call.imports}):
        home, _, names = line.removeprefix("from ").partition(" import ")
        for name in names.split(", ") if names else ():
            if taken.setdefault(name, f"what {home} has") != f"what {home} has":
                raise GenerationError(f"{name} of {home} has the name of {taken[name]}: rename the schema or the tag")


def _call(document: Document, facts: Facts, view: OperationView) -> Call:
    endpoint = view.endpoint
    given = document.parameters(view.raw)
    positional = tuple(_parameter(document, given, "path", prop) for prop in endpoint.path_parameters)
    keywords = [
        _parameter(document, given, place, prop)
        for place, props in (
            ("query", endpoint.query_parameters),
            ("header", endpoint.header_parameters),
            ("cookie", endpoint.cookie_parameters),
        )
        for prop in props
    ]
    sent = tuple(argument.name for argument in (*positional, *keywords))
    body, from_body = _body(document, facts, view, taken=set(sent))
    imports = {line for prop in endpoint.list_all_parameters() for line in _imports(prop)}
    if body is not None:
        model = facts.model(body.class_name)
        imports |= {line for prop in _properties(model) for line in _imports(prop)}
    keywords = sorted([*from_body, *keywords], key=lambda argument: bool(argument.default))
    result = _result(facts, view)
    texts = [(argument.name, argument.text) for argument in (*positional, *keywords)]
    return Call(
        view=view,
        function=str(PythonIdentifier(view.id, "field_")),
        positional=positional,
        keywords=tuple(keywords),
        sent=sent,
        body=body,
        result=result,
        doc=method_doc(document, view, texts, result.annotation),
        imports=frozenset(line for line in (*imports, *result.imports) if line != _UNSET_IMPORT),
    )


def _parameter(
    document: Document, given: Mapping[tuple[str, str], Any], place: str, prop: PropertyProtocol
) -> Argument:
    parameter = given.get((place, prop.name.get_untrusted_value()), {})
    schema = parameter.get("schema") or {}
    texts = [parameter.get("description") or described(document, schema), limits(document, schema)]
    if place in ("header", "cookie"):
        texts.append(f"{place} {prop.name.get_untrusted_value()}")
    return _argument(prop, texts)


def _argument(prop: PropertyProtocol, texts: list[str]) -> Argument:
    if isinstance(prop, ConstProperty) and prop.required:
        default = prop.value.python_code.as_unembedded_code()  # there is nothing to choose
    else:
        default = "" if prop.required else "UNSET"
    return Argument(str(prop.python_name), prop.get_type_string().as_unembedded_code(), default, sentences(texts))


def _body(
    document: Document, facts: Facts, view: OperationView, taken: set[str]
) -> tuple[FlatBody | None, list[Argument]]:
    bodies = view.endpoint.bodies
    if not bodies:
        return None, []
    prop = bodies[0].prop
    request = document.resolve(view.raw.operation.get("requestBody")) or {}
    model = facts.model(str(prop.class_info.name)) if isinstance(prop, ModelProperty) else None
    fields = _properties(model)
    names = {str(inner.python_name) for inner in fields}
    required = any(inner.required and not isinstance(inner, ConstProperty) for inner in fields)
    has_file = any(isinstance(inner, FileProperty) for inner in fields)
    always = view.raw.operation.get("x-body") == "always"
    flat = len(bodies) == 1 and bodies[0].body_type in ("json", "files") and not has_file and bool(fields or always)
    if model is None or not flat or names & taken or (required and not prop.required):
        kinds = dict.fromkeys(body.prop.get_type_string(no_optional=True).as_unembedded_code() for body in bodies)
        optional = not all(body.prop.required for body in bodies) or len(bodies) > 1
        annotation = " | ".join([*kinds, "Unset"] if optional else kinds)
        text = sentences([request.get("description") or "The body of the request"])
        return None, [Argument("body", annotation, "UNSET" if optional else "", text)]
    schemas = facts.properties(model)
    arguments = []
    maps: dict[str, MapClass] = {}
    for inner in fields:
        schema = schemas.get(inner.name.get_untrusted_value(), {})
        argument = _argument(inner, [described(document, schema), limits(document, schema)])
        values = _map_values(facts, inner)
        if values and isinstance(inner, ModelProperty):
            maps[argument.name] = MapClass(
                str(inner.class_info.name), f"models.{inner.class_info.module_name}", inner.required
            )
            kind = f"Mapping[str, {values}]"
            argument = replace(argument, annotation=kind if inner.required else f"{kind} | Unset")
        arguments.append(argument)
    return FlatBody(
        class_name=str(model.class_info.name),
        module=f"models.{model.class_info.module_name}",
        fields=tuple(argument.name for argument in arguments),
        maps=maps,
        omittable=not prop.required and not always,
    ), arguments


def _map_values(facts: Facts, prop: PropertyProtocol) -> str:
    """Type of the values of an object with free keys only, where that is no class of ours; else empty."""
    model = facts.model(str(prop.class_info.name)) if isinstance(prop, ModelProperty) else None
    values = model.additional_properties if model is not None else None
    if model is None or model.required_properties or model.optional_properties or values is None:
        return ""
    return "" if values.get_lazy_imports(prefix=".") else str(values.get_type_string().as_unembedded_code())


def _result(facts: Facts, view: OperationView) -> Result:
    if view.success is None or view.returns == "":
        return Result("None", None)
    answer = view.success.prop
    source = view.success.source["attribute"]
    whole = tuple(sorted(_imports(answer)))
    if view.paging is not None:
        reach = follow(facts, answer, view.paging.items, key="x-paging.items", operation=view.id)
        if reach.items is None:
            raise GenerationError(f"{view.id}: x-paging.items is {view.paging.items!r}, which is not a list")
        return Result(
            annotation=reach.items.get_type_string().as_unembedded_code(),
            answer=answer,
            source=source,
            reach=reach,
            total=_optional_reach(facts, view, "total", view.paging.total),
            next=_optional_reach(facts, view, "next", view.paging.next),
            imports=tuple(sorted({*whole, *_imports(reach.items)})),
        )
    if view.returns is None:
        return Result(answer.get_type_string().as_unembedded_code(), answer, source, imports=whole)
    reach = follow(facts, answer, view.returns, key="x-result", operation=view.id)
    annotation = reach.annotation if reach.certain else f"{reach.annotation} | None"
    return Result(annotation, answer, source, reach, imports=tuple(sorted({*whole, *_imports(reach.prop)})))


def _optional_reach(facts: Facts, view: OperationView, key: str, path: str | None) -> Reach | None:
    if path is None or view.success is None:
        return None
    return follow(facts, view.success.prop, path, key=f"x-paging.{key}", operation=view.id)


def _imports(prop: PropertyProtocol) -> set[str]:
    return prop.get_imports(prefix=".") | prop.get_lazy_imports(prefix=".")


def _properties(model: ModelProperty | None) -> list[PropertyProtocol]:
    return [*(model.required_properties or []), *(model.optional_properties or [])] if model else []
