"""One GraphQL service: its schema, and the documents that say what clients ask for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    Source,
    build_schema,
    parse,
    validate,
)
from graphql.error import GraphQLError

from ..document import read_yaml
from ..problems import GenerationError

SCHEMA = "schema.graphql"
OPERATIONS = "operations"
GROUPS = "groups.yaml"
FRAGMENTS = "fragments.graphql"
_TAGS = ("source", "verified", "effect", "result", "paging", "errors")
_TAG = re.compile(r"@(\w+)(?:\s+(.*))?")


@dataclass(frozen=True)
class Head:
    """What the comment at the top of a document says.

    Attributes:
        summary: Its first line.
        description: Its other paragraphs.
        tags: What follows each `@tag`, joined to one line.
    """

    summary: str
    description: str
    tags: Mapping[str, str]


@dataclass(frozen=True)
class RawDocument:
    """One operation as it stands in the spec.

    Attributes:
        file: `<group>/<method>.graphql`, below the folder of operations.
        group: Name of its folder.
        method: Name of its file.
        node: The operation.
        head: The comment above it.
    """

    file: Path
    group: str
    method: str
    node: OperationDefinitionNode
    head: Head

    @property
    def id(self) -> str:
        """The operation's name in GraphQL."""
        return self.node.name.value if self.node.name else f"{self.group}.{self.method}"


@dataclass(frozen=True)
class GraphService:
    """A whole GraphQL spec.

    Attributes:
        service: Name of the spec's folder, which becomes the name of the package.
        folder: That folder.
        files: The files that it is made of.
        schema: The schema, with its directives.
        documents: The operations, group by group, in the order of `groups.yaml` and then by name of file.
        fragments: What they share, by name.
        groups: What each group is for.
    """

    service: str
    folder: Path
    files: tuple[Path, ...]
    schema: GraphQLSchema
    documents: tuple[RawDocument, ...]
    fragments: Mapping[str, FragmentDefinitionNode]
    groups: Mapping[str, str]

    @property
    def title(self) -> str:
        """What the service is called: the description of the schema."""
        return " ".join((self.schema.description or self.service).split())

    @cached_property
    def whole(self) -> DocumentNode:
        """All operations and fragments as one document."""
        return DocumentNode(definitions=(*(raw.node for raw in self.documents), *self.fragments.values()))

    def faults(self) -> list[GraphQLError]:
        """Where the documents do not fit the schema."""
        return list(validate(self.schema, self.whole))

    def digests(self) -> dict[str, str]:
        """SHA-256 of each file, by its name below the folder of specs."""
        names = {file: f"{self.service}/{file.relative_to(self.folder).as_posix()}" for file in self.files}
        return {name: sha256(file.read_bytes()).hexdigest() for file, name in names.items()}


def find_graph_services(specs: Path) -> list[GraphService]:
    """Every service that has a GraphQL schema below a folder, in the order of their names.

    Raises:
        GenerationError: One cannot be read.
    """
    folders = sorted(folder for folder in specs.iterdir() if folder.is_dir()) if specs.is_dir() else []
    return [load_graph_service(folder) for folder in folders if (folder / SCHEMA).is_file()]


def load_graph_service(folder: Path) -> GraphService:
    """Read one service's schema and documents.

    Raises:
        GenerationError: A file is not GraphQL, or does not lie where a group's operation lies.
    """
    schema_file, home = folder / SCHEMA, folder / OPERATIONS
    try:
        schema = build_schema(Source(schema_file.read_text(encoding="utf-8"), schema_file.name))
    except (GraphQLError, TypeError) as error:
        raise GenerationError(f"{schema_file}: {error}") from error
    groups_file = home / GROUPS
    if not groups_file.is_file():
        raise GenerationError(f"{groups_file}: missing; it names the groups, and says what each is for")
    groups = {str(name): str(text) for name, text in read_yaml(groups_file).items()}
    fragments_file = home / FRAGMENTS
    fragments = dict(_fragments(fragments_file)) if fragments_file.is_file() else {}
    strangers = sorted({entry.name for entry in home.iterdir()} - {*groups, GROUPS, FRAGMENTS})
    if strangers:
        raise GenerationError(f"{home / strangers[0]}: no group of {GROUPS} has this name")
    files = [file for group in groups for file in sorted((home / group).glob("*.graphql"))]
    shared = [schema_file, groups_file, *([fragments_file] if fragments else [])]
    return GraphService(
        service=folder.name,
        folder=folder,
        files=(*shared, *files),
        schema=schema,
        documents=tuple(_read_document(file) for file in files),
        fragments=fragments,
        groups=groups,
    )


def _fragments(file: Path) -> Iterator[tuple[str, FragmentDefinitionNode]]:
    for node in _parsed(file).definitions:
        if not isinstance(node, FragmentDefinitionNode):
            raise GenerationError(f"{file}: holds something that is no fragment")
        yield node.name.value, node


def _read_document(file: Path) -> RawDocument:
    nodes = _parsed(file).definitions
    node = nodes[0]
    if len(nodes) != 1 or not isinstance(node, OperationDefinitionNode) or node.name is None:
        raise GenerationError(f"{file}: a document holds one operation with a name, and nothing else")
    return RawDocument(file, file.parent.name, file.stem, node, _head(file))


def _parsed(file: Path) -> DocumentNode:
    try:
        return parse(Source(file.read_text(encoding="utf-8"), file.name))
    except GraphQLError as error:
        raise GenerationError(f"{file}: {error}") from error


def _head(file: Path) -> Head:
    """Read the comment at the top: a summary, paragraphs, and `@tag` lines that go on where a line has no tag."""
    paragraphs: list[list[str]] = [[]]
    tags: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        text = line.lstrip("#").strip()
        tag = _TAG.fullmatch(text)
        if tag:
            if tag[1] not in _TAGS or tag[1] in tags:
                raise GenerationError(f"{file}: @{tag[1]} is unknown or given twice; there are {', '.join(_TAGS)}")
            current = tags[tag[1]] = [tag[2] or ""]
        elif current is not None:
            current.append(text)
        elif text:
            paragraphs[-1].append(text)
        else:
            paragraphs.append([])
    texts = [" ".join(lines) for lines in paragraphs if lines]
    joined = {name: " ".join(" ".join(lines).split()) for name, lines in tags.items()}
    return Head(texts[0] if texts else "", " ".join(texts[1:]), joined)
