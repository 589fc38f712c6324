"""Specs that tests make up, and where the real templates are."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "generation"
TEMPLATES = ROOT / "scripts" / "templates"
# Only written down here, not checked.
PINS = dict.fromkeys(("ariadne-codegen", "graphql-core", "openapi-python-client", "ruff"), "0.0.0")

Load = Callable[[str], ModuleType]
Spec = dict[str, Any]


def write_spec(file: Path, document: Spec) -> None:
    """Write a document as JSON, which is YAML too, in its own order."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")


def small_spec() -> Spec:
    """A document without a fault: one operation, two objects, an enum."""
    refused = {"description": "Refused", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Made", "version": "1"},
        "tags": [{"name": "things", "description": "Things"}],
        "x-errors": [{"code": 7, "name": "seven", "class": "conflict"}],
        "paths": {
            "/things/{id}": {
                "get": {
                    "operationId": "getThing",
                    "tags": ["things"],
                    "summary": "Get a thing",
                    "x-source": "made up",
                    "x-effect": "safe",
                    "x-verified": "documented",
                    "x-errors": [7],
                    "parameters": [
                        {
                            "name": "id",
                            "in": "path",
                            "required": True,
                            "description": "Id",
                            "schema": {"type": "string"},
                        },
                        {"name": "page", "in": "query", "description": "Page", "schema": {"type": "integer"}},
                    ],
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    },
                    "responses": {
                        "200": {
                            "description": "The thing",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                        },
                        "4XX": refused,
                        "5XX": refused,
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "Thing": {
                    "type": "object",
                    "x-source": "made up",
                    "description": "A thing",
                    "properties": {
                        "name": {"type": "string", "description": "Name"},
                        "kind": {"$ref": "#/components/schemas/Kind"},
                        "parts": {
                            "type": "array",
                            "description": "Parts",
                            "items": {"$ref": "#/components/schemas/Part"},
                        },
                    },
                },
                "Part": {
                    "type": "object",
                    "x-source": "made up",
                    "description": "A part",
                    "properties": {"size": {"type": "integer", "description": "Metres"}},
                },
                "Kind": {
                    "type": "integer",
                    "enum": [1, 2],
                    "x-enum-varnames": ["ONE", "TWO"],
                    "x-source": "made up",
                    "description": "Kind",
                },
            }
        },
    }
