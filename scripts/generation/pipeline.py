"""One run: every spec becomes a package, beside the little that they share."""

import json
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from re import sub
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.strings import in_double_quote_literal, pascal_case

from .commands import command_types, device_codes
from .document import Document, find_documents
from .facade import build_groups
from .facts import Facts
from .graphql.package import write_graph_service
from .graphql.service import GraphService, find_graph_services
from .limits import request_limits
from .operations import error_codes, read_operations
from .problems import GenerationError
from .toolchain import GRAPHQL_TOOLS, OPENAPI_TOOLS, OVERRIDES, tidy
from .view import generator_view

COMMAND = "python scripts/generate.py"
OURS = "skybind"
_LOCALS = {"additional_properties", "cls", "d", "field_dict", "from_dict", "prop", "prop_dict", "prop_name", "to_dict"}
_ADVICE = "do not edit: change the spec or scripts/templates, and run it again"


@dataclass(frozen=True)
class Run:
    """What goes into a generation.

    Attributes:
        specs: Folder that holds one folder a service.
        templates: Folder of the templates.
        pins: Versions of the tools, for the manifests.
        specs_name: How the folder of specs is called in headers, whatever the working directory is.
    """

    specs: Path
    templates: Path
    pins: Mapping[str, str]
    specs_name: str = "specs"


def generate(run: Run, package: Path) -> list[str]:
    """Write the whole package into an empty folder.

    Args:
        run: What goes into it.
        package: Folder of the package; its name is the package's name.

    Returns:
        The services, in order.

    Raises:
        GenerationError: A spec has something that the generator would leave out or get wrong.
    """
    documents = find_documents(run.specs)
    graphs = find_graph_services(run.specs)
    if not documents and not graphs:
        raise GenerationError(f"{run.specs}: no folder in it has an openapi.yaml or a schema.graphql")
    environment = _environment(run)
    for document in documents:
        _generate_service(run, document, package / document.service)
    for graph in graphs:
        _generate_graph_service(run, environment, graph, package / graph.service)
    specs: list[Document | GraphService] = [*documents, *graphs]
    headers = {spec.service: _sources(run, spec) for spec in specs}
    services = sorted(headers)
    _write(package / "__init__.py", environment.get_template("package_index.py.jinja").render(services=services))
    _write(package / "runtime.py", environment.get_template("runtime.py.jinja").render())
    _write(package / "py.typed", "")
    tidy(package.parent)
    _stamp(package, headers)
    return services


def _generate_service(run: Run, document: Document, folder: Path) -> None:
    config = Config.from_sources(
        ConfigFile(post_hooks=[], docstrings_on_attributes=True),
        MetaType.NONE,
        document_source=document.files[0],
        file_encoding="utf-8",
        overwrite=True,
        output_path=folder,
    )
    data = GeneratorData.from_dict(generator_view(document), config=config)
    if isinstance(data, GeneratorError):
        raise GenerationError(_told(document, [data]))
    _refuse_clashes(document, data)
    facts = Facts(document, data, config)
    project = Project(openapi=data, config=config, custom_template_path=run.templates / OVERRIDES)
    _extend(project.env, run, facts)
    folder.mkdir(parents=True)
    with redirect_stdout(StringIO()):  # it announces where it writes, which is a temporary folder
        problems = project.build()
    if problems:
        raise GenerationError(_told(document, problems))
    _write_facade(project.env, document, data, facts, folder)
    _write_commands(project.env, document, data, config, folder)
    _write_manifest(run, document, len(list(document.operations())), OPENAPI_TOOLS, folder)


def _generate_graph_service(run: Run, environment: Environment, graph: GraphService, folder: Path) -> None:
    operations = write_graph_service(environment, graph, folder)
    _write_manifest(run, graph, operations, GRAPHQL_TOOLS, folder)


def _write_manifest(
    run: Run, spec: Document | GraphService, operations: int, tools: Sequence[str], folder: Path
) -> None:
    manifest = {
        "made_by": COMMAND,
        "specs": {f"{run.specs_name}/{name}": digest for name, digest in spec.digests().items()},
        "tools": {tool: run.pins[tool] for tool in sorted(tools) if tool in run.pins},
        "operations": operations,
    }
    _write(folder / "manifest.json", json.dumps(manifest, indent=2) + "\n")


def _write_facade(
    environment: Environment, document: Document, data: GeneratorData, facts: Facts, folder: Path
) -> None:
    views = read_operations(document, data)
    container = f"{pascal_case(document.service)}Groups"
    groups = build_groups(document, facts, views, container)
    calls = [call for group in groups for call in group.calls]
    values: dict[str, Any] = {
        "title": data.title.get_untrusted_value(),
        "views": views,
        "errors": error_codes(document),
        "groups": groups,
        "calls": calls,
        "container": container,
        "exported": sorted(
            f"{mark}{name}" for mark in ("", "Async") for name in (container, *(group.class_name for group in groups))
        ),
        "zip": zip,
        "imports": sorted({line for call in calls for line in call.imports}),
        "body_template": "endpoint_body.jinja",
    }
    for name in ("operations", "decoders", "facade", "limits"):
        _write(folder / f"{name}.py", environment.get_template(f"{name}.py.jinja").render(values))
    limits = json.dumps(request_limits(document), ensure_ascii=False, indent=1, sort_keys=True)
    _write(folder / "limits.json", limits + "\n")


def _write_commands(
    environment: Environment, document: Document, data: GeneratorData, config: Config, folder: Path
) -> None:
    commands = command_types(document, config)
    if not commands:
        return
    values = {"title": data.title.get_untrusted_value(), "commands": commands}
    _write(folder / "commands.py", environment.get_template("commands.py.jinja").render(values))
    catalogue = {command["type"]: {key: command[key] for key in command if key != "type"} for command in commands}
    _write(folder / "commands.json", json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n")
    _write(folder / "device_codes.json", json.dumps(device_codes(document), ensure_ascii=False, indent=1) + "\n")


def _refuse_clashes(document: Document, data: GeneratorData) -> None:
    """The readers and writers of models have variables of their own; a property of that name would overwrite one."""
    for model in data.models:
        for prop in (*(model.required_properties or []), *(model.optional_properties or [])):
            if str(prop.python_name) in _LOCALS:
                raise GenerationError(
                    f"{document.files[0]}: the property {prop.name.get_untrusted_value()} of {model.class_info.name} "
                    f"clashes with a variable of the generated code; rename those variables in model.py.jinja"
                )


def _environment(run: Run) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(run.templates / OURS),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # Python is written, not HTML
    )
    environment.filters["literal"] = literal
    return environment


def _extend(environment: Environment, run: Run, facts: Facts) -> None:
    """Let the generator's templates see ours, and ours see what the spec says."""
    assert environment.loader is not None
    environment.loader = ChoiceLoader([environment.loader, FileSystemLoader(run.templates / OURS)])
    environment.globals["facts"] = facts
    environment.filters["literal"] = literal


def literal(value: object) -> str:
    """A value of a spec as Python code that means just that."""
    if isinstance(value, str):
        return f'"{in_double_quote_literal(value)}"'
    if isinstance(value, tuple):
        return f"({', '.join(literal(part) for part in value)}{',' if len(value) == 1 else ''})"
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    raise GenerationError(f"{value!r} is of a kind that the operations table does not take")


def _told(document: Document, problems: Sequence[GeneratorError]) -> str:
    lines = [f"{document.files[0]}: the generator cannot make all of it:"]
    for problem in problems:
        text = " ".join(part for part in (problem.header.strip(), (problem.detail or "").strip()) if part)
        # Some of its messages print the object around a text in place of the text.
        lines.append("  " + sub(r"<[\w.]*UntrustedString object at 0x[0-9a-f]+>", "(…)", text).replace("\n", "\n    "))
        if isinstance(problem, ParseError) and problem.data is not None:
            lines.append("    in " + problem.data.model_dump_json(exclude_unset=True, by_alias=True)[:300])
    return "\n".join(lines)


def _sources(run: Run, document: Document | GraphService) -> str:
    first = f"{run.specs_name}/{document.service}/{document.files[0].name}"
    return first if len(document.files) == 1 else f"{first} and {len(document.files) - 1} more"


def _stamp(package: Path, sources: Mapping[str, str]) -> None:
    """Say at the top of each Python file what made it, and from what."""
    shared = {"__init__.py": ", ".join(sources.values()), "runtime.py": "scripts/templates/skybind/runtime.py.jinja"}
    for file in sorted(package.rglob("*.py")):
        source = {**shared, **sources}[file.relative_to(package).parts[0]]
        header = f"# Made by `{COMMAND}` from {source};\n# {_ADVICE}.\n"
        _write(file, header + file.read_text(encoding="utf-8"))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
