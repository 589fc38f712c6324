"""The package of one GraphQL service: models by ariadne-codegen, everything around them by our templates."""

import ast
import json
from pathlib import Path

from jinja2 import Environment
from openapi_python_client.strings import pascal_case

from .facade import build_graph_groups
from .models import FOLDER, write_models
from .operations import read_views, refusals
from .service import GraphService

# Template and file of what depends on the service.
_FILES = (
    ("graphql_init", "__init__"),
    ("operations", "operations"),
    ("documents", "documents"),
    ("graphql_decoders", "decoders"),
    ("facade", "facade"),
    ("limits", "limits"),
    ("graphql_base_model", f"{FOLDER}/base_model"),
    ("graphql_open_enum", f"{FOLDER}/open_enum"),
)
_PUBLIC = ("enums", "fragments", "input_types")


def write_graph_service(environment: Environment, service: GraphService, folder: Path) -> int:
    """Write a service's package but for its manifest; returns the number of its operations.

    Raises:
        GenerationError: The spec has something that cannot be made, or would be made wrong.
    """
    views = read_views(service)
    container = f"{pascal_case(service.service)}Groups"
    groups = build_graph_groups(service, views, container)
    calls = [call for group in groups for call in group.calls]
    folder.mkdir(parents=True)
    write_models(service, folder)
    homes = [(module, _classes(folder / FOLDER / f"{module}.py")) for module in _PUBLIC]
    values = {
        "title": service.title,
        "views": views,
        "errors": refusals(service),
        "groups": groups,
        "calls": calls,
        "container": container,
        "exported": sorted(
            f"{mark}{name}" for mark in ("", "Async") for name in (container, *(group.class_name for group in groups))
        ),
        "imports": sorted({line for call in calls for line in call.imports}),
        "body_template": "document_body.jinja",
        "with_documents": True,
        "homes": [(module, names) for module, names in homes if names],
        "names": sorted(name for _, names in homes for name in names),
    }
    for template, name in (*_FILES, ("graphql_models", f"{FOLDER}/__init__")):
        text = environment.get_template(f"{template}.py.jinja").render(values)
        (folder / f"{name}.py").write_text(text, encoding="utf-8", newline="\n")
    (folder / "limits.json").write_text(json.dumps({}) + "\n", encoding="utf-8", newline="\n")
    return len(views)


def _classes(file: Path) -> list[str]:
    """Names of the classes that a module defines; none if there is no such module."""
    if not file.is_file():
        return []
    return [node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
