"""OSS signature version 4, against the vectors of Alibaba's own SDKs and against oss2 as a foreign signer."""

from urllib.parse import parse_qsl, quote, urlsplit

import oss2
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from oss2.http import Request as Oss2Request

from skybind_emulators.store import ossv4
from skybind_emulators.store.gate import Gate, read_claim
from skybind_emulators.store.objects import ObjectStore
from skybind_emulators.store.refusals import Refusal
from skybind_emulators.store.request import Head, Request, read_request

pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning:oss2")


def computed(request: Request, secret: str = "sk") -> str:
    claim = read_claim(request)
    key = ossv4.signing_key(secret, claim)
    return ossv4.hmac_sha256(key, ossv4.string_to_sign(request, claim)).hex()


VECTOR_QUERY = "%2Bparam1=value3&%2Bparam2=&param1=value1&param2=&%7Cparam1=value4&%7Cparam2="
VECTOR_HEADERS = {
    "x-oss-head1": "value",
    "abc": "value",
    "zabc": "value",
    "xyz": "value",
    "content-type": "text/plain",
    "x-oss-content-sha256": "UNSIGNED-PAYLOAD",
    "host": "bucket.oss-cn-hangzhou.aliyuncs.com",
}


@pytest.mark.parametrize(
    ("stamp", "token", "additional", "signature"),
    [
        ("20231216T162057Z", "", "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe"),
        ("20231217T034736Z", "token", "", "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea"),
        ("20231216T172512Z", "", "abc;zabc", "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f"),
    ],
)
def test_vectors_of_the_vendor_verify(stamp: str, token: str, additional: str, signature: str) -> None:
    """The store computes the signatures that the test vectors of Alibaba's SDKs give (alibabacloud-oss-*-sdk-v2)."""
    named = f"AdditionalHeaders={additional}," if additional else ""
    authorization = (
        f"OSS4-HMAC-SHA256 Credential=ak/{stamp[:8]}/cn-hangzhou/oss/aliyun_v4_request,{named}Signature={signature}"
    )
    headers = {**VECTOR_HEADERS, "x-oss-date": stamp, "authorization": authorization}
    if token:
        headers["x-oss-security-token"] = token
    head = Head("PUT", f"/1234%2B-/123/1.txt?{VECTOR_QUERY}", headers)
    request = read_request(head, frozenset({"oss-cn-hangzhou.aliyuncs.com"}))
    assert (request.bucket, request.key) == ("bucket", "1234+-/123/1.txt")
    assert computed(request) == signature


# --- oss2 as signer ---

KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


def signed_by_oss2(key: str, params: dict[str, str], *, secret: str = "sk", token: str | None = None) -> Request:
    auth = oss2.ProviderAuthV4(oss2.credentials.StaticCredentialsProvider("ak", secret, token))
    url = "http://127.0.0.1:9/photos/" + quote(key, safe="/~")
    unsigned = Oss2Request(
        "PUT",
        url,
        params=params,
        headers={"content-type": "image/jpeg", "x-oss-meta-note": "x"},
        region="cn-hangzhou",
        product="oss",
    )
    auth._sign_request(unsigned, "photos", key)
    headers = {name.lower(): value for name, value in unsigned.headers.items()} | {"host": "127.0.0.1:9"}
    query = "&".join(quote(n, safe="") + (f"={quote(v, safe='')}" if v else "") for n, v in params.items())
    return read_request(Head("PUT", f"{urlsplit(url).path}?{query}", headers), frozenset())


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    store = ObjectStore(tmp_path_factory.mktemp("store"))
    store.create_bucket("photos")
    store.add_static("ak", "sk", ["photos"])
    return Gate(store.access, store.now)


@settings(deadline=None, max_examples=60)
@given(key=KEYS, params=st.dictionaries(KEYS, st.one_of(st.just(""), KEYS), max_size=4))
def test_whatever_oss2_signs_is_admitted(gate: Gate, key: str, params: dict[str, str]) -> None:
    """Any key and query that Alibaba's SDK signs is verified, also names without a value."""
    request = signed_by_oss2(key, params)
    assert gate.admit(request).grant.credential.access_key_id == "ak"
    assert request.key == key


CHANGES = {
    "method": lambda request: evolve(request, method="DELETE"),
    "key": lambda request: evolve(request, key=request.key + "x"),
    "bucket": lambda request: evolve(request, bucket="other"),
    "query": lambda request: evolve(request, pairs=[("a", "2")]),
    "content type": lambda request: evolve(request, headers={**request.headers, "content-type": "text/plain"}),
    "vendor header": lambda request: evolve(request, headers={**request.headers, "x-oss-meta-more": "x"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_signing_is_refused(gate: Gate, change: str) -> None:
    """Whatever signed part of a request is changed, the signature no longer holds."""
    request = signed_by_oss2("a/b", {"a": "1"})
    gate.admit(request)
    with pytest.raises(Refusal) as caught:
        gate.admit(CHANGES[change](request))
    assert caught.value.code == "SignatureDoesNotMatch"


def test_headers_that_oss_does_not_sign_may_change(gate: Gate) -> None:
    """Headers outside of x-oss-, content-type, content-md5 and AdditionalHeaders are not covered."""
    request = signed_by_oss2("a", {})
    assert gate.admit(evolve(request, headers={**request.headers, "user-agent": "other"}))


def with_authorization(request: Request, old: str, new: str) -> Request:
    authorization = request.headers["authorization"]
    assert old in authorization
    return evolve(request, headers={**request.headers, "authorization": authorization.replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new", "code", "ec"),
    [
        ("/cn-hangzhou/", "/oss-cn-hangzhou/", "InvalidArgument", "0002-00000226"),
        ("/oss/", "/oss-cloudbox/", "InvalidArgument", "0002-00000227"),
        ("aliyun_v4_request", "aws4_request", "AuthorizationHeaderMalformed", None),
        ("Signature=", "Sign=", "AuthorizationHeaderMalformed", None),
        ("OSS4-HMAC-SHA256", "OSS", "AccessDenied", None),
    ],
)
def test_malformed_scopes_are_refused(gate: Gate, old: str, new: str, code: str, ec: str | None) -> None:
    """The region is named without ``oss-``, the product is ``oss``; version 1 is not spoken."""
    request = with_authorization(signed_by_oss2("a", {}), old, new)
    with pytest.raises(Refusal) as caught:
        gate.admit(request)
    assert (caught.value.code, caught.value.ec) == (code, ec)


@pytest.mark.parametrize("value", ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"])
def test_payload_must_be_declared_unsigned(gate: Gate, value: str) -> None:
    """OSS takes no other x-oss-content-sha256 than UNSIGNED-PAYLOAD (EC 0002-00000214)."""
    request = signed_by_oss2("a", {})
    with pytest.raises(Refusal) as caught:
        gate.admit(evolve(request, headers={**request.headers, "x-oss-content-sha256": value}))
    assert (caught.value.code, caught.value.ec) == ("InvalidArgument", "0002-00000214")


@settings(deadline=None, max_examples=60)
@given(key=KEYS)
def test_whatever_oss2_presigns_is_admitted(gate: Gate, key: str) -> None:
    """Signed URLs of Alibaba's SDK are verified, whatever the key."""
    auth = oss2.ProviderAuthV4(oss2.credentials.StaticCredentialsProvider("ak", "sk"))
    url = "http://127.0.0.1:9/photos/" + quote(key, safe="/~")
    unsigned = Oss2Request("GET", url, region="cn-hangzhou", product="oss")
    signed = auth._sign_url(unsigned, "photos", key, 60)
    request = read_request(Head("GET", signed.removeprefix("http://127.0.0.1:9"), {"host": "127.0.0.1:9"}), frozenset())
    assert gate.admit(request).claim.presigned
    assert dict(parse_qsl(urlsplit(signed).query))["x-oss-expires"] == "60"
