"""Every operation of the GraphQL service, called as users call it: what is sent, and what is made of the answer."""

import asyncio
import inspect
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    NonNullTypeNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    build_schema,
    get_named_type,
    introspection_types,
    parse,
    validate,
)

from skybind_clients.altizure import facade, models
from skybind_clients.altizure.documents import DOCUMENTS
from skybind_clients.altizure.operations import ERRORS, OPERATIONS
from unit.generation.made_up import ROOT
from unit.generation.test_facade import AsyncRecordingCaller, RecordingCaller

SCHEMA: GraphQLSchema = build_schema((ROOT / "specs" / "altizure" / "schema.graphql").read_text(encoding="utf-8"))
SECRET = "canary-2b9e"
LEAVES = {"Int": 3, "Float": 1.5, "Boolean": True, "ID": "5a1b", "String": SECRET}
# What public clients call, by root field; alti-cli's 46 documents and the seed's flow come to these.
CLIENTS_MUTATIONS = {
    *("createProject", "removeProject", "reportProject", "transferProject", "transferCoins", "hasImage"),
    *("uploadImageOSS", "uploadImageS3", "uploadImageMinio", "uploadImageURL", "startImageUpload", "doneImageUpload"),
    *("uploadMetaFileS3", "uploadMetaFileMinio", "uploadMetaURL", "uploadModelS3", "uploadModelMinio"),
    *("uploadModelURL", "doneModelUpload", "startReconstructionWithError", "preStartReconstruction"),
    *("stopReconstruction", "getUserToken", "requestLoginCode", "getUserTokenByLoginCode", "setProfileFace"),
}
CLIENTS_QUERIES = {
    *("project", "my", "search", "support", "getGeoIPInfo", "bank", "versions", "utility", "__type"),
    *("allProjects", "geoNearProjects"),
}


def operation(name: str) -> OperationDefinitionNode:
    node = parse(DOCUMENTS[name]).definitions[0]
    assert isinstance(node, OperationDefinitionNode)
    return node


def made_up(selections: SelectionSetNode, parent: Any) -> dict[str, Any]:
    """An answer to a selection, every field of it filled."""
    found: dict[str, Any] = {}
    for node in selections.selections:
        assert isinstance(node, FieldNode)
        name = node.name.value
        key = node.alias.value if node.alias else name
        if name == "__typename":
            found[key] = parent.name
            continue
        kind = introspection_types["__Type"] if name == "__type" else parent.fields[name].type
        found[key] = filled(kind, node)
    return found


def filled(kind: Any, node: FieldNode) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return filled(kind.of_type, node)
    if isinstance(kind, GraphQLList):
        return [filled(kind.of_type, node), *([] if isinstance(kind.of_type, GraphQLNonNull) else [None])]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if node.selection_set is None:
        return LEAVES[get_named_type(kind).name]
    return made_up(node.selection_set, kind)


def payload(name: str) -> dict[str, Any]:
    node = operation(name)
    root = SCHEMA.mutation_type if node.operation is OperationType.MUTATION else SCHEMA.query_type
    return {"data": made_up(node.selection_set, root)}


def arguments(method: Any) -> dict[str, Any]:
    """A value for each argument that must be given."""
    given = {"amount": 1.0, "coins": 1.0, "money": 1.0, "latitude": 1.0, "longitude": 1.0}
    numbers = dict.fromkeys(("width", "height", "num_img"), 4)
    needed = [p.name for p in inspect.signature(method).parameters.values() if p.default is p.empty]
    return {name: {**given, **numbers, "coupons": ["c-1"]}.get(name, "x-1") for name in needed}


def called(name: str, groups: Any) -> Any:
    group, method = OPERATIONS[name].call.split(".")
    bound = getattr(getattr(groups, group), method)
    return bound(**arguments(bound))


def test_all_that_public_clients_call_is_there() -> None:
    """The operations cover every root field that a public client uses."""
    roots = {name: operation(name) for name in DOCUMENTS}
    used = {kind: set[str]() for kind in (OperationType.QUERY, OperationType.MUTATION)}
    for node in roots.values():
        used[node.operation] |= {part.name.value for part in node.selection_set.selections}  # type: ignore[union-attr]  # only fields
    assert used[OperationType.MUTATION] == CLIENTS_MUTATIONS
    assert used[OperationType.QUERY] == CLIENTS_QUERIES
    assert set(OPERATIONS) == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_sent_fits_the_schema(name: str) -> None:
    """Each document is valid as it is sent, on its own, and has its operation's name."""
    caller = RecordingCaller(payload(name))
    called(name, facade.AltizureGroups(caller))
    sent = caller.request["json"]
    assert validate(SCHEMA, parse(sent["query"])) == []
    node = operation(name)
    assert node.name is not None
    assert sent["operationName"] == name == node.name.value
    declared = {part.variable.name.value: part for part in node.variable_definitions}
    needed = {key for key, part in declared.items() if isinstance(part.type, NonNullTypeNode)}
    assert needed <= set(sent["variables"]) <= set(declared)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_both_worlds_read_the_answer(name: str) -> None:
    """A whole answer becomes the same result in sync and async, of the type that is promised."""
    one, other = RecordingCaller(payload(name)), AsyncRecordingCaller(payload(name))
    result = called(name, facade.AltizureGroups(one))
    awaited = called(name, facade.AsyncAltizureGroups(other))
    if OPERATIONS[name].paging is not None:
        assert [type(item) for item in result] == [type(item) for item in awaited.page.items]
        assert list(result) == awaited.page.items
        assert len(list(result)) == 1  # the other edge is null
        assert result.page.total == 3
        assert result.page.next == SECRET
    else:
        assert result == asyncio.run(awaited)
        assert result not in (None, [])
    assert one.request == other.request


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nulls_are_none(name: str) -> None:
    """A null root field is None, an empty list, or an empty page; it never breaks."""
    root = OPERATIONS[name].root
    result = called(name, facade.AltizureGroups(RecordingCaller({"data": {root: None}})))
    assert list(result) == [] if OPERATIONS[name].paging else result in (None, [])


def secrets() -> Iterator[tuple[str, Any]]:
    for name in DOCUMENTS:
        if OPERATIONS[name].paging is None:
            yield name, called(name, facade.AltizureGroups(RecordingCaller(payload(name))))


def test_signed_addresses_and_credentials_are_not_printed() -> None:
    """What would let a reader of logs write into a bucket stays out of repr."""
    found = dict(secrets())
    credentials, signed = found["signImagesOSS"], found["uploadImageS3"]
    assert (credentials.id, credentials.secret, credentials.token, signed.url) == (SECRET,) * 4
    shown = {name for name in ("bucket", "endpoint", "expire") if f"{name}='{SECRET}'" in repr(credentials)}
    assert shown == {"bucket", "endpoint", "expire"}
    for name in ("id", "secret", "token"):
        assert f"{name}=" not in repr(credentials).removeprefix("OssCredentials(")
    assert "url=" not in repr(signed)
    assert "url=" not in repr(found["uploadModelS3"])
    assert "url=" not in repr(found["uploadMetaFileS3"])
    assert "link=" not in repr(models.Downloadable.from_dict({"link": SECRET}))


def test_effects() -> None:
    """What costs, sends or registers is not sent again by itself; asking is, though `hasImage` is a mutation."""
    effects = {name: operation.effect for name, operation in OPERATIONS.items()}
    once = {name for name, effect in effects.items() if effect == "once"}
    assert {"createProject", "startReconstructionWithError", "transferCoins", "requestLoginCode"} <= once
    assert {"uploadImageOSS", "uploadImageS3", "uploadImageURL", "doneModelUpload"} <= once
    assert effects["hasImage"] == effects["signImagesOSS"] == "safe"
    assert effects["startImageUpload"] == effects["doneImageUpload"] == "idempotent"
    assert not [name for name, effect in effects.items() if effect == "physical"]


def test_null_means_one_of_two_things() -> None:
    """An image that is not there is an answer; a project that was not made is a failure without words."""
    assert OPERATIONS["hasImage"].null == "absent"
    assert OPERATIONS["createProject"].null == OPERATIONS["getUserToken"].null == "failed"
    assert ERRORS["Authentication Error"].kind == "authentication"


def test_only_the_selected_half_of_an_oss_upload_is_asked_for() -> None:
    """Signing is slow, and registering leaves an image behind: no document does both."""
    assert "sts" not in DOCUMENTS["uploadImageOSS"]
    assert "image {" not in DOCUMENTS["signImagesOSS"]


def test_no_document_names_what_the_seed_called_otherwise() -> None:
    """The current names are sent: `checksum`, and `getGeoIPInfo`; the schema takes the older ones too."""
    assert not [name for name, text in DOCUMENTS.items() if "sha1sum" in text or " GeoIPInfo" in text]
    for text in ("{ GeoIPInfo { nearestBuckets { bucket } } }", 'mutation { hasImage(pid: "1", sha1sum: "2") { id } }'):
        assert validate(SCHEMA, parse(text)) == []


def test_every_enum_of_the_schema_is_open() -> None:
    """Buckets above all: the public lists are incomplete."""
    for name in ("BucketOSS", "BucketS3", "BucketS3Model", "UploadFileState", "TaskType", "SystemMode"):
        kind = getattr(models, name)
        assert kind("Atlantis") == "Atlantis"
        assert typing.cast("Any", kind("Atlantis")).name == "UNKNOWN"
