"""Signature Version 4, against Amazon's published examples and against botocore as a foreign signer."""

from urllib.parse import quote

import pytest
from attrs import evolve
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store import sigv4
from skybind_emulators.store.canonical import parse_timestamp
from skybind_emulators.store.gate import Gate, read_claim
from skybind_emulators.store.objects import ObjectStore
from skybind_emulators.store.refusals import Refusal
from skybind_emulators.store.request import Head, Request, read_request

KEY_ID, SECRET = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
HOST = "examplebucket.s3.amazonaws.com"
STAMP = "20130524T000000Z"
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def request_of(method: str, target: str, headers: dict[str, str]) -> Request:
    return read_request(Head(method, target, {name.lower(): v for name, v in headers.items()}), frozenset())


def computed(request: Request, secret: str = SECRET) -> str:
    claim = read_claim(request)
    key = sigv4.signing_key(secret, claim)
    return sigv4.hmac_sha256(key, sigv4.string_to_sign(request, claim)).hex()


# "Examples: Signature Calculations in AWS Signature Version 4", S3 API reference.
PUBLISHED = {
    "get object": (
        "GET",
        "/test.txt",
        {"range": "bytes=0-9", "x-amz-content-sha256": EMPTY},
        "host;range;x-amz-content-sha256;x-amz-date",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    ),
    "put object": (
        "PUT",
        "/test%24file.text",
        {
            "date": "Fri, 24 May 2013 00:00:00 GMT",
            "x-amz-storage-class": "REDUCED_REDUNDANCY",
            "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
        },
        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ),
    "query without value": (
        "GET",
        "/?lifecycle",
        {"x-amz-content-sha256": EMPTY},
        "host;x-amz-content-sha256;x-amz-date",
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    ),
    "query": (
        "GET",
        "/?max-keys=2&prefix=J",
        {"x-amz-content-sha256": EMPTY},
        "host;x-amz-content-sha256;x-amz-date",
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_examples_verify(name: str) -> None:
    """The signatures on Amazon's documentation pages are those that the store computes."""
    method, target, headers, signed, signature = PUBLISHED[name]
    authorization = (
        f"AWS4-HMAC-SHA256 Credential={KEY_ID}/20130524/us-east-1/s3/aws4_request,"
        f"SignedHeaders={signed},Signature={signature}"
    )
    request = request_of(method, target, {**headers, "host": HOST, "x-amz-date": STAMP, "authorization": authorization})
    assert computed(request) == signature


def test_published_presigned_url_verifies() -> None:
    """The presigned URL on Amazon's documentation page is one that the store accepts."""
    target = (
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
        f"&X-Amz-Credential={KEY_ID}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        f"&X-Amz-Date={STAMP}&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
        "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
    )
    request = request_of("GET", target, {"host": HOST})
    assert computed(request) == read_claim(request).signature


# --- botocore as signer ---

KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
NOW = parse_timestamp("20261122T120000Z")
assert NOW is not None


def signed_by_botocore(key: str, query: dict[str, str], metadata: str, *, secret: str = "sk") -> Request:
    url = "http://127.0.0.1:9/photos/" + quote(key, safe="/~")
    raw_query = "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in query.items())
    signable = AWSRequest("PUT", f"{url}?{raw_query}", headers={"x-amz-meta-note": metadata}, data=b"body")
    S3SigV4Auth(Credentials("ak", secret), "s3", "us-west-2").add_auth(signable)
    head = {name.lower(): value for name, value in signable.headers.items()}
    head["host"] = "127.0.0.1:9"
    return read_request(Head("PUT", f"{url.removeprefix('http://127.0.0.1:9')}?{raw_query}", head), frozenset())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ObjectStore:
    store = ObjectStore(tmp_path_factory.mktemp("store"))
    store.create_bucket("photos")
    store.add_static("ak", "sk", ["photos"])
    return store


@pytest.fixture(scope="module")
def gate(store: ObjectStore) -> Gate:
    return Gate(store.access, store.now)


@settings(deadline=None, max_examples=60)
@given(
    key=KEYS,
    query=st.dictionaries(KEYS, KEYS, max_size=4),
    metadata=st.from_regex(r"[!-~]([ -~]*[!-~])?", fullmatch=True),
)
def test_whatever_botocore_signs_is_admitted(gate: Gate, key: str, query: dict[str, str], metadata: str) -> None:
    """Any key, query and header that another implementation signs is verified."""
    request = signed_by_botocore(key, query, metadata)
    assert gate.admit(request).grant.credential.access_key_id == "ak"
    assert request.key == key


CHANGES = {
    "method": lambda request: evolve(request, method="DELETE"),
    "path": lambda request: evolve(request, raw_path=request.raw_path + "x"),
    "query value": lambda request: evolve(request, pairs=[("a", "2")]),
    "query added": lambda request: evolve(request, pairs=[*request.pairs, ("b", "")]),
    "signed header": lambda request: evolve(request, headers={**request.headers, "x-amz-meta-note": "other"}),
    "host": lambda request: evolve(request, headers={**request.headers, "host": "127.0.0.1:10"}),
    "payload": lambda request: evolve(request, headers={**request.headers, "x-amz-content-sha256": EMPTY}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_signing_is_refused(gate: Gate, change: str) -> None:
    """Whatever part of a signed request is changed, the signature no longer holds."""
    request = signed_by_botocore("a/b", {"a": "1"}, "note")
    gate.admit(request)
    with pytest.raises(Refusal) as caught:
        gate.admit(CHANGES[change](request))
    assert caught.value.code == "SignatureDoesNotMatch"


def test_unsigned_vendor_header_is_refused(gate: Gate) -> None:
    """A header that means something to S3 must be signed: added later, it is refused by name."""
    request = signed_by_botocore("a", {}, "note")
    with pytest.raises(Refusal) as caught:
        gate.admit(evolve(request, headers={**request.headers, "x-amz-meta-more": "x"}))
    assert (caught.value.code, caught.value.details["HeadersNotSigned"]) == ("AccessDenied", "x-amz-meta-more")


def test_wrong_secret_is_refused_with_what_was_signed(gate: Gate) -> None:
    """The refusal shows string to sign and canonical request, never the expected signature or the secret."""
    request = signed_by_botocore("a", {}, "note", secret="other")
    with pytest.raises(Refusal) as caught:
        gate.admit(request)
    assert caught.value.code == "SignatureDoesNotMatch"
    assert caught.value.details["StringToSign"].startswith("AWS4-HMAC-SHA256\n")
    shown = " ".join(caught.value.details.values())
    assert computed(request, "sk") not in shown


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        ("authorization", "AWS ak:abc", "InvalidRequest"),
        ("authorization", "AWS4-HMAC-SHA256 Credential=ak/20261122/x/s3/aws4_request", "AuthorizationHeaderMalformed"),
        (
            "authorization",
            "AWS4-HMAC-SHA256 Credential=ak, SignedHeaders=host, Signature=a",
            "AuthorizationHeaderMalformed",
        ),
        ("x-amz-date", "yesterday", "AccessDenied"),
        ("x-amz-content-sha256", "", "InvalidRequest"),
        ("x-amz-content-sha256", "ABC", "InvalidArgument"),
        ("x-amz-content-sha256", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", "InvalidArgument"),
    ],
)
def test_malformed_claims_are_refused(gate: Gate, header: str, value: str, code: str) -> None:
    """What cannot be read as version 4 is refused before any key is looked up."""
    request = signed_by_botocore("a", {}, "note")
    with pytest.raises(Refusal) as caught:
        gate.admit(evolve(request, headers={**request.headers, header: value}))
    assert caught.value.code == code


@pytest.mark.parametrize("other", ["ec2", "s3express"])
def test_scope_of_another_service_is_refused(gate: Gate, other: str) -> None:
    """A signature for another service does not open the store."""
    request = signed_by_botocore("a", {}, "note")
    authorization = request.headers["authorization"].replace("/s3/", f"/{other}/")
    with pytest.raises(Refusal) as caught:
        gate.admit(evolve(request, headers={**request.headers, "authorization": authorization}))
    assert caught.value.code == "AuthorizationHeaderMalformed"


def presigned_by_botocore(key: str, expires: int) -> Request:
    signable = AWSRequest("GET", "http://127.0.0.1:9/photos/" + quote(key, safe="/~"))
    S3SigV4QueryAuth(Credentials("ak", "sk"), "s3", "us-west-2", expires=expires).add_auth(signable)
    return read_request(
        Head("GET", signable.url.removeprefix("http://127.0.0.1:9"), {"host": "127.0.0.1:9"}), frozenset()
    )


@settings(deadline=None, max_examples=60)
@given(key=KEYS)
def test_whatever_botocore_presigns_is_admitted(gate: Gate, key: str) -> None:
    """Presigned URLs of another implementation are verified, whatever the key."""
    assert gate.admit(presigned_by_botocore(key, 60)).claim.presigned


@pytest.mark.parametrize("expires", [0, 604_801, -5])
def test_presigned_lifetime_has_bounds(gate: Gate, expires: int) -> None:
    """A URL may live for one second to seven days, no less and no more."""
    with pytest.raises(Refusal) as caught:
        gate.admit(presigned_by_botocore("a", expires))
    assert caught.value.code == "AuthorizationQueryParametersError"
