import json

import pytest

from skybind_emulators import jsontext
from skybind_emulators.spec import load
from skybind_emulators.validation import Invalid, RequestCheck, UnsupportedMedia

JSON = "application/json;charset=UTF-8"


def check(operation: str) -> RequestCheck:
    specification = load("terra")
    return RequestCheck(specification.operations[operation], specification)


def test_parameters_are_decoded_to_their_types() -> None:
    """Query, path and header texts become what the specification declares."""
    found = check("listFiles").arguments(
        {}, b"rows=20&page=2&needURL=true&orderAsc=false&search=%E6%B5%8B+a&other=1", {}
    )
    assert found.query == {"rows": 20, "page": 2, "needURL": True, "orderAsc": False, "search": "测 a"}
    found = check("updateJob").arguments({"uuid": "a%2Fb"}, b"", {"return-detail": "true"})
    assert (found.path, found.header) == ({"uuid": "a/b"}, {"Return-Detail": True})


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (b"rows=ten", "query.rows"),
        (b"rows=0", "query.rows"),
        (b"rows=1.0", "query.rows"),
        (b"rows=", "query.rows"),
        (b"page=-1", "query.page"),
        (b"needURL=yes", "query.needURL"),
        (b"needURL=True", "query.needURL"),
        (b"rows=1&rows=2", "rows: given more than once"),
        (b"rows=" + b"9" * 5000, "query.rows"),
    ],
)
def test_a_wrong_query_is_named(query: bytes, says: str) -> None:
    """A query that does not fit is refused by the name of its parameter."""
    with pytest.raises(Invalid) as caught:
        check("listFiles").arguments({}, query, {})
    assert says in str(caught.value)


def test_keys_are_read_without_regard_to_case() -> None:
    """Keys that differ from the declared ones by case are taken for them, at any depth; the right spelling wins."""
    sent = {
        "callbackparam": "c",
        "resourceUuid": "wrong",
        "resourceUUID": "r",
        "FILES": [{"Name": "n", "ETag": "e", "checksum": "x", "Position": {"Latitude": 1}}],
    }
    read = check("uploadCallback").body(json.dumps(sent).encode(), JSON)
    assert read == {
        "callbackParam": "c",
        "resourceUUID": "r",
        "files": [{"name": "n", "etag": "e", "checksum": "x", "position": {"latitude": 1}}],
    }


def test_unknown_keys_are_tolerated() -> None:
    """A key that is not declared does no harm."""
    assert check("createJob").body(b'{"name":"n","colour":[1]}', "application/json")["name"] == "n"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "missing"),
        (b"{", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[]", "body"),
        (b"null", "body"),
        (b"{}", "name"),
        (b'{"name":""}', "name"),
        (b'{"name":1}', "name"),
        (b'{"name":null}', "name"),
        (b'{"name":"n","x":NaN}', "NaN"),
        (b'{"name":"n","x":1e999}', "too large"),
        (b"[" * 100_000, "nested"),
    ],
)
def test_a_wrong_body_is_named(body: bytes, says: str) -> None:
    """A body that is missing, is no JSON or does not fit is refused with its reason."""
    with pytest.raises(Invalid) as caught:
        check("createJob").body(body, JSON)
    assert says in str(caught.value)


def test_a_refusal_never_repeats_what_was_sent() -> None:
    """Values, which may be secret, stay out of messages."""
    with pytest.raises(Invalid) as caught:
        check("uploadCallback").body(b'{"callbackParam":["canary"],"resourceUUID":"r","files":[]}', JSON)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
def test_a_body_must_be_declared_as_json(content_type: str) -> None:
    """JSON under another name is refused."""
    with pytest.raises(UnsupportedMedia):
        check("createJob").body(b'{"name":"n"}', content_type)


def test_a_body_that_may_be_missing_reads_as_empty() -> None:
    """Copy calls need no body."""
    assert check("copyJob").body(b"", "") == {}


def test_a_body_that_is_not_declared_is_ignored() -> None:
    """obtain_token succeeds whatever is sent with it."""
    assert check("obtainToken").body(b"\xff{", "text/plain") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [(rb'"\ud83d\ude81"', "🚁"), (rb'"\ud83d"', "�"), (rb'["\ude81a"]', ["�a"]), (rb'{"\uD800":1}', {"�": 1})],
)
def test_what_is_read_can_always_be_sent_back(text: bytes, value: object) -> None:
    """Lone halves of surrogate pairs become U+FFFD; whole pairs stay."""
    assert jsontext.read(text) == value
    assert jsontext.read(jsontext.write(value)) == value
