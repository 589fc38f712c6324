"""The site builds without a warning, has a place for everything, and needs nobody."""

from __future__ import annotations

import ast
import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
import yaml

from documentation.payload_pages import Payloads
from documentation.services import Service, services
from documentation.site import assemble, for_readers, named_pages
from documentation.unknown_page import gaps
from harness.pages import ROOT
from skybind.cli.commands import cli
from skybind.cli.exits import EXIT_CODES
from skybind.cli.operations import find_operation
from skybind_emulators.faults import API_KINDS, STORE_KINDS

SERVICES = services(ROOT / "specs")
each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)


class _Links(HTMLParser):
    """Ids and addresses of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.loaded: list[str] = []
        self.followed: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"src", "srcset", "data"} or (name == "href" and tag in {"link", "use", "image"}):
                self.loaded.append(value or "")
            elif name == "href":
                self.followed.append(value or "")


def html_pages(folder: Path) -> Iterator[Path]:
    """All pages but the one for addresses that lead nowhere, whose links begin at the root of a server."""
    return (page for page in sorted(folder.rglob("*.html")) if page.name != "404.html")


def test_the_site_builds_without_a_warning(site) -> None:
    """`make docs` warns of nothing."""
    assert "No issues found" in site.said
    assert "arning" not in site.said


@pytest.mark.parametrize("link", ["nowhere.md", "index.md#nowhere"])
def test_a_link_that_leads_nowhere_fails_the_build(tmp_path, link) -> None:
    """A page, or an anchor in it, that is not there ends the build with an error that names it."""
    root = tmp_path / "checkout"
    (root / "specs").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text(f"# Start\n\nSee [there]({link}).\n")
    shutil.copy(ROOT / "CHANGELOG.md", root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    configuration = assemble(root, tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", configuration],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "does not exist" in done.stdout + done.stderr


def test_nothing_is_loaded_from_elsewhere(site) -> None:
    """Styles, scripts, fonts and images come with the site: it reads the same on a laptop in the field."""
    for page in html_pages(site.folder):
        links = _Links(page)
        assert not [one for one in links.loaded if urlsplit(one).netloc], page
        for address in links.loaded:
            if not address.startswith(("data:", "#")):
                assert (page.parent / urlsplit(address).path).exists(), f"{page}: {address}"
    for style in site.folder.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", style.read_text(encoding="utf-8")), style


def test_every_link_leads_somewhere(site) -> None:
    """Pages and anchors that pages refer to are there, as they were built."""
    pages = {page.resolve(): _Links(page) for page in html_pages(site.folder)}
    for page, links in pages.items():
        for address in links.followed:
            where, anchor = urldefrag(address)
            if urlsplit(where).scheme:
                continue
            target = (page.parent / where).resolve() if where else page
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), f"{page.name}: {address}"
            if anchor and target in pages and not anchor.startswith("__"):
                assert anchor in pages[target].ids, f"{page.name}: {address}"


def test_every_page_has_its_place() -> None:
    """The navigation names each page that is written, and no other."""
    named = set(named_pages(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))
    written = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}
    made = {"unknown.md", "comparison.md", "command.md", "exit-codes.md", "emulator-settings.md", "changelog.md"}
    assert written <= named
    assert not named - written - made - {"services/", "error-codes/"}


def test_services_are_found_by_their_specifications() -> None:
    """Each folder of specs/ that has a client is a service, with no list to forget one in."""
    assert {service.name for service in SERVICES} == {folder.name for folder in (ROOT / "specs").iterdir()}


def _sections(site: Any, service: Service) -> dict[str, str]:
    """What the page says of each operation."""
    text = (site.pages / "services" / f"{service.name}.md").read_text(encoding="utf-8")
    return {part.partition("`")[0]: part for part in text.split("\n### `")[1:]}


@each_service
def test_every_operation_is_on_the_page_of_its_service(site, service: Service) -> None:
    """Each operation has a heading to link to, its calls, its effect and its source."""
    page = site.folder / "services" / f"{service.name}.html"
    ids = _Links(page).ids
    sections = _sections(site, service)
    assert len(sections) == len(service.operations)
    for one in service.operations:
        section = sections[one.operation.call]
        assert one.anchor in ids
        assert f"operation id `{one.operation.id}`" in section
        assert f"| effect | {one.operation.effect}" in section
        assert "| source | " in section
        for argument in one.about["arguments"]:
            assert f"| `{argument['name']}` |" in section
        for error in one.about["errors"]:
            assert f"| `{error['code']}` |" in section


@each_service
def test_calls_on_the_pages_are_calls(site, service: Service) -> None:
    """What stands there as Python is Python, and a command names its operation and what that must be given."""
    sections = _sections(site, service)
    for one in service.operations:
        (call,) = re.findall(r"```python\n(.*?)```", sections[one.operation.call], re.DOTALL)
        (command,) = re.findall(r"```sh\n(.*?)\n```", sections[one.operation.call], re.DOTALL)
        ast.parse(call)
        skybind, api, name, operation, *words = command.split()
        assert (skybind, api, name) == ("skybind", "api", service.name)
        assert find_operation(name, service.package, operation) is one.operation
        assert {word.partition("=")[0] for word in words} == {each.word for each in one.parameters if each.needed}


@each_service
def test_every_code_is_on_the_page_of_errors(site, service: Service) -> None:
    """Each code that the specification lists stands there with its meaning and what to do."""
    rows = (site.pages / "error-codes" / f"{service.name}.md").read_text(encoding="utf-8").splitlines()
    for code in service.codes:
        (row,) = (row for row in rows if row.startswith(f"| `{code.code}` |"))
        assert " ".join(code.meaning.split()).replace("|", "\\|").replace("<", "&lt;") in row
        assert code.kind.replace("_", " ") in row


@pytest.mark.parametrize("service", [one for one in SERVICES if one.name == "downlink"], ids=lambda one: one.name)
def test_every_payload_and_every_code_of_devices_is_told(site, service: Service) -> None:
    """Each command type has a heading with its members, and each code that devices answer with has a row."""
    payloads = Payloads(service.title, service.folder)
    page = (site.pages / "services" / f"{service.name}-commands.md").read_text(encoding="utf-8")
    sections = {part.partition("`")[0]: part for part in page.split("\n### `")[1:]}
    assert set(sections) == set(payloads.commands)
    for name, schema in payloads.commands.items():
        for member in schema.get("properties", {}):
            assert f"| `{member}` |" in sections[name]
        assert f"| effect | {schema['x-effect']}" in sections[name]
    codes = (site.pages / "error-codes" / f"{service.name}-devices.md").read_text(encoding="utf-8")
    for one in payloads.codes:
        assert f"| `{one['code']}` |" in codes


def test_gaps_and_assumptions_are_told(site, tmp_path) -> None:
    """What a specification says is unknown or assumed stands on a page, each with the place that it is about."""
    (tmp_path / "openapi.yaml").write_text(
        "paths: {/a: {get: {operationId: getA, x-unknown: [how long], x-source: seed}}}\n"
        "components: {schemas: {A: {properties: {b: {x-source: 'inferred; our assumption'}}}}}\n"
    )
    (tmp_path / "schema.graphql").write_text(
        'type A { b(c: Int @source(text: "our assumption")): Int @source(text: "seed") }'
    )
    assert gaps(tmp_path) == [("getA", "how long"), ("A.b", "inferred; our assumption"), ("A.b.c", "our assumption")]
    page = (site.pages / "unknown.md").read_text(encoding="utf-8")
    for service in SERVICES:
        assert all(f"| `{where}` | " in page for where, _ in gaps(service.folder))


def test_the_command_is_told_whole(site) -> None:
    """Help of every command, every exit code, every kind of fault."""
    command = (site.folder / "command.html").read_text(encoding="utf-8")
    for name in cli.commands:
        assert f'id="skybind-{name}"' in command
    codes = (site.pages / "exit-codes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", codes, re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == EXIT_CODES
    faults = (site.pages / "emulator-settings.md").read_text(encoding="utf-8")
    assert all(f"| `{kind}` | {html.escape(meaning, quote=False)}" in faults or f"| `{kind}` | {meaning}" in faults
               for kind, meaning in {**API_KINDS, **STORE_KINDS}.items())  # fmt: skip


def test_readers_do_not_see_what_is_for_tests() -> None:
    """Comments for tests are taken out of pages, other comments and blocks stay."""
    page = (
        'A\n<!-- skip: next "a reason" -->\n```sh\nls\n```\n<!-- invisible-code-block: python\nx = 1\n-->\n<!-- B -->\n'
    )
    assert for_readers(page) == "A\n```sh\nls\n```\n<!-- B -->\n"


def test_links_of_the_readme() -> None:
    """The README refers to files that are there, and the anchors in them are headings."""
    for address in re.findall(r"\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")):
        if not urlsplit(address).scheme:
            assert (ROOT / urldefrag(address)[0]).is_file(), address
