"""Have ariadne-codegen write the models of one service: enums, inputs, and what documents ask for."""

import warnings
from pathlib import Path

from ariadne_codegen.client_generators.package import get_package_generator
from ariadne_codegen.exceptions import CodeGenException
from ariadne_codegen.plugins.manager import PluginManager
from ariadne_codegen.schema import add_mixin_directive_to_schema
from ariadne_codegen.settings import CommentsStrategy, ModelsOnlySettings

from ..problems import GenerationError
from .plugin import traced
from .service import SCHEMA, GraphService
from .shape import shape

FOLDER = "models"
_BASE = "base_model.py"


def write_models(service: GraphService, folder: Path) -> None:
    """Write `models/` below a service's folder, without what our templates put in its place.

    Raises:
        GenerationError: The generator cannot make all of it.
    """
    shaped = shape(service)
    settings = ModelsOnlySettings(
        schema_path=(service.folder / SCHEMA).as_posix(),
        queries_path=service.folder.as_posix(),
        target_package_name=FOLDER,
        target_package_path=folder.as_posix(),
        include_comments=CommentsStrategy.NONE,
        include_all_inputs=False,
        default_optional_fields_to_none=True,
        defer_model_build=True,
    )
    schema = add_mixin_directive_to_schema(shaped.schema)
    manager = PluginManager(schema=schema, plugins_types=[traced(service)])
    generator = get_package_generator(
        schema=schema, fragments=list(shaped.fragments), settings=settings, plugin_manager=manager
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for operation in shaped.operations:
                generator.add_operation(operation)
            generator.generate()
    except (CodeGenException, Warning) as problem:
        raise GenerationError(f"{service.folder}: the generator cannot make all of it: {problem}") from problem
    for name in ("__init__.py", _BASE):
        (folder / FOLDER / name).unlink()
