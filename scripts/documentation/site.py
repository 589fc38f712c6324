"""The sources of the site in one folder, and the configuration that the site generator reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from documentation.command_page import command_page, exit_code_page
from documentation.comparison_page import comparison_page
from documentation.emulator_page import emulator_page
from documentation.error_pages import error_page
from documentation.operation_pages import operation_page
from documentation.payload_pages import Payloads
from documentation.services import services
from documentation.unknown_page import unknown_page

__all__ = ["assemble", "for_readers", "named_pages"]

# What tests read and readers need not: see tests/docs.
_DIRECTIVE = re.compile(r"^[ \t]*<!--+ *(?:skip|invisible-code-block|keeps-running):.*?-->\n", re.MULTILINE | re.DOTALL)


def assemble(root: Path, site: Path) -> Path:
    """Put all sources into `<site>-pages`, which is emptied first, and the configuration beside it.

    Args:
        root: The checkout.
        site: Where the generator shall write the site. It wants that below the folder of its configuration.

    Returns:
        The configuration.
    """
    pages = site.with_name(f"{site.name}-pages")
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(root / "docs", pages)
    for file in sorted(pages.rglob("*.md")):
        file.write_text(for_readers(file.read_text(encoding="utf-8")), encoding="utf-8")
    for name, text in _made(root):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["docs_dir"], settings["site_dir"] = pages.name, site.name
    settings["nav"] = list(_navigation(settings["nav"], pages))
    configuration = site.with_name(f"{site.name}.yml")
    configuration.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return configuration


def for_readers(text: str) -> str:
    """A page without what is for its test."""
    return _DIRECTIVE.sub("", text)


def _made(root: Path) -> Iterator[tuple[str, str]]:
    """Pages that nobody writes, by their place."""
    found = services(root / "specs")
    for service in found:
        payloads = Payloads(service.title, service.folder)
        yield f"services/{service.name}.md", operation_page(service, len(payloads.commands))
        yield f"error-codes/{service.name}.md", error_page(service)
        if payloads.commands:
            yield f"services/{service.name}-commands.md", payloads.command_page()
        if payloads.codes:
            yield f"error-codes/{service.name}-devices.md", payloads.code_page()
    yield "unknown.md", unknown_page(found)
    yield "comparison.md", comparison_page()
    yield "command.md", command_page()
    yield "exit-codes.md", exit_code_page()
    yield "emulator-settings.md", emulator_page()
    yield "changelog.md", (root / "CHANGELOG.md").read_text(encoding="utf-8")


def _navigation(entries: Sequence[Any], pages: Path) -> Iterator[Any]:
    """The navigation with folders (`services/`) in place of which their pages stand, and pages that are there."""
    for entry in entries:
        if isinstance(entry, str):
            for file in sorted((pages / entry).glob("*.md")):
                yield {_short_title(file): str(file.relative_to(pages))}
            continue
        [(title, content)] = entry.items()
        if isinstance(content, str):
            if (pages / content).exists():
                yield entry
        elif inside := list(_navigation(content, pages)):
            yield {title: inside}


def _short_title(page: Path) -> str:
    """The heading of a page up to its colon."""
    heading = page.read_text(encoding="utf-8").partition("\n")[0]
    return heading.removeprefix("# ").partition(":")[0]


def named_pages(entries: Sequence[Any] | Mapping[str, Any] | str) -> Iterator[str]:
    """Pages that a navigation names, in its order."""
    if isinstance(entries, str):
        yield entries
    elif isinstance(entries, Mapping):
        for inside in entries.values():
            yield from named_pages(inside)
    else:
        for entry in entries:
            yield from named_pages(entry)
