"""Signatures of object stores, compared with those of the vendors' own libraries."""

import datetime as dt
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs, unquote, urlsplit

import oss2
import oss2.auth
import pytest
from botocore import auth as botocore_auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from hypothesis import given, settings
from hypothesis import strategies as st
from oss2.credentials import StaticCredentialsProvider
from oss2.http import Request

from skybind.transfers.signing import StoreKeys, quoted_key, quoted_query, sign_oss, sign_s3
from skybind.transfers.stores import Bucket

T0 = 1_800_000_000.0
MOMENT = dt.datetime.fromtimestamp(T0, dt.UTC).replace(tzinfo=None)
ID, SECRET, TOKEN = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "FwoGZX+/IvYXdz=="


class StoppedClock(dt.datetime):
    """The moment at which everything in these tests is signed."""

    @classmethod
    def utcnow(cls) -> dt.datetime:  # type: ignore[override]
        return MOMENT


@pytest.fixture(autouse=True, scope="module")
def _stopped() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(botocore_auth, "get_current_datetime", lambda: MOMENT)
        patch.setattr(oss2.auth, "datetime", StoppedClock)
        yield


text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("aZ09-_.~ +%&=/?#@:;,!*'()äé图\U0001f681"),
    min_size=1,
    max_size=30,
)
# Keys with `.` and `..` segments or double slashes are left alone by both stores, and by no HTTP client on the way.
keys = text.filter(lambda key: not set(key.split("/")) & {"", ".", ".."})
upload_queries = st.one_of(
    st.just({}),
    st.just({"uploads": ""}),
    st.builds(
        lambda number, upload: {"partNumber": str(number), "uploadId": upload},
        st.integers(1, 10_000),
        st.text("ABCdef012-_.~+/=", min_size=1, max_size=40),
    ),
    st.builds(lambda upload: {"uploadId": upload}, text),
    st.dictionaries(text, st.text(max_size=10).filter(lambda v: v.isprintable()) | text, max_size=4),
)
header_sets = st.fixed_dictionaries(
    {},
    optional={
        "content-type": st.sampled_from(["application/xml", "image/jpeg; x=1"]),
        "content-md5": st.just("1B2M2Y8AsgTpgAmY7PhCfg=="),
        "If-None-Match": st.just("*"),
    },
)
credentials = st.builds(StoreKeys, st.just(ID), st.just(SECRET), st.sampled_from([None, TOKEN]))
methods = st.sampled_from(["PUT", "POST", "GET", "DELETE"])
many = settings(deadline=None, max_examples=120)


def signature(authorization: str) -> dict[str, str]:
    """Fields of an Authorization header, whatever the blanks between them."""
    algorithm, _, rest = authorization.partition(" ")
    return {"algorithm": algorithm, **dict(field.strip().split("=", 1) for field in rest.split(",") if field.strip())}


# ------------------------------------------------------------------------------------------------------------------- S3


def by_botocore(
    keys: StoreKeys, method: str, url: str, headers: Mapping[str, str], region: str
) -> tuple[dict[str, str], dict[str, str]]:
    request = AWSRequest(method, url, headers=dict(headers))
    request.context["client_config"] = Config(s3={"payload_signing_enabled": False})
    signer = botocore_auth.S3SigV4Auth(Credentials(ID, SECRET, keys.session_token), "s3", region)
    signer.add_auth(request)
    sent = {name.lower(): value for name, value in request.headers.items()}
    return signature(sent.pop("authorization")), sent


@many
@given(credentials, methods, keys, upload_queries, header_sets, st.booleans())
def test_s3_signatures_are_those_of_botocore(
    keys: StoreKeys, method: str, key: str, query: dict[str, str], headers: dict[str, str], loopback: bool
) -> None:
    """Any key, query and header is signed as AWS's own library signs the very URL that we send."""
    endpoint = "https://127.0.0.1:9000" if loopback else "https://s3.eu-central-1.amazonaws.com"
    bucket = Bucket("s3", endpoint, "photos", "eu-central-1")
    url, ours = bucket.signed(keys, method, key, query, headers, T0)
    theirs, sent = by_botocore(keys, method, url, headers, "eu-central-1")
    assert signature(ours["authorization"]) == theirs
    assert {name: ours[name] for name in sent} == {name: " ".join(value.split()) for name, value in sent.items()}


def test_an_s3_request_whole() -> None:
    """Everything that goes out is there: host, moment, unsigned payload, token, and what is signed in order."""
    headers = sign_s3(
        StoreKeys(ID, SECRET, TOKEN),
        "PUT",
        "/k",
        {},
        {"Content-Type": "image/jpeg"},
        host="b.s3.example",
        region="us-east-1",
        unix_seconds=T0,
    )
    fields = signature(headers.pop("authorization"))
    assert headers == {
        "content-type": "image/jpeg",
        "host": "b.s3.example",
        "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
        "x-amz-date": "20270115T080000Z",
        "x-amz-security-token": TOKEN,
    }
    assert fields["Credential"] == f"{ID}/20270115/us-east-1/s3/aws4_request"
    assert fields["SignedHeaders"] == "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token"


# ------------------------------------------------------------------------------------------------------------------ OSS


def by_oss2(
    keys: StoreKeys, method: str, key: str, query: Mapping[str, str], headers: Mapping[str, str], region: str
) -> tuple[dict[str, str], dict[str, str]]:
    request = Request(
        method, "https://anywhere", params=dict(query), headers=dict(headers), region=region, product="oss"
    )
    request.headers.pop("Accept-Encoding", None)
    request.headers.pop("User-Agent", None)
    signer = oss2.ProviderAuthV4(StaticCredentialsProvider(ID, SECRET, keys.session_token or ""))
    signer._sign_request(request, "photos", key)
    sent = {name.lower(): value for name, value in request.headers.items()}
    return signature(sent.pop("authorization")), sent


@many
@given(credentials, methods, keys, upload_queries, header_sets, st.booleans())
def test_oss_signatures_are_those_of_oss2(
    keys: StoreKeys, method: str, key: str, query: dict[str, str], headers: dict[str, str], loopback: bool
) -> None:
    """Any key, query and header is signed as Alibaba's own library signs it, in either style of address."""
    endpoint = "http://127.0.0.1:9000" if loopback else "https://oss-cn-hangzhou.aliyuncs.com"
    bucket = Bucket("oss", endpoint, "photos", "cn-hangzhou")
    _, ours = bucket.signed(keys, method, key, query, headers, T0)
    theirs, sent = by_oss2(keys, method, key, query, headers, "cn-hangzhou")
    assert signature(ours["authorization"]) == theirs
    assert {name: ours[name] for name in sent if name.startswith("x-oss-")} == {
        name: value for name, value in sent.items() if name.startswith("x-oss-")
    }


def test_an_oss_request_whole() -> None:
    """Everything that goes out is there: host, moment, unsigned payload and token; other headers go unsigned."""
    headers = sign_oss(
        StoreKeys(ID, SECRET, TOKEN),
        "PUT",
        "/photos/k",
        {},
        {"Content-Type": "image/jpeg", "Range": "bytes=0-"},
        host="photos.oss.example",
        region="cn-hangzhou",
        unix_seconds=T0,
    )
    fields = signature(headers.pop("authorization"))
    assert headers == {
        "content-type": "image/jpeg",
        "range": "bytes=0-",
        "host": "photos.oss.example",
        "x-oss-content-sha256": "UNSIGNED-PAYLOAD",
        "x-oss-date": "20270115T080000Z",
        "x-oss-security-token": TOKEN,
    }
    assert fields["algorithm"] == "OSS4-HMAC-SHA256"
    assert fields["Credential"] == f"{ID}/20270115/cn-hangzhou/oss/aliyun_v4_request"


# ----------------------------------------------------------------------------------------------------- signed addresses


@many
@given(credentials, keys, st.integers(1, 604_800), st.booleans())
def test_s3_links_are_those_of_botocore(keys: StoreKeys, key: str, lifetime: int, loopback: bool) -> None:
    """The address from which an object can be read is the one that AWS's own library signs."""
    endpoint = "https://127.0.0.1:9000" if loopback else "https://s3.eu-central-1.amazonaws.com"
    bucket = Bucket("s3", endpoint, "photos", "eu-central-1")
    request = AWSRequest("GET", bucket.address(key, {})[0])
    signer = botocore_auth.S3SigV4QueryAuth(
        Credentials(ID, SECRET, keys.session_token), "s3", "eu-central-1", expires=lifetime
    )
    signer.add_auth(request)
    ours, theirs = urlsplit(bucket.link(keys, key, T0, lifetime)), urlsplit(request.url)
    assert (ours.netloc, ours.path) == (theirs.netloc, theirs.path)
    assert parse_qs(ours.query) == parse_qs(theirs.query)


@many
@given(credentials, keys.filter(str.strip), st.integers(1, 604_800))  # theirs refuses a key of blanks
def test_oss_links_are_those_of_oss2(keys: StoreKeys, key: str, lifetime: int) -> None:
    """The address from which an object can be read is the one that Alibaba's own library signs."""
    ours = urlsplit(
        Bucket("oss", "https://oss-cn-hangzhou.aliyuncs.com", "photos", "cn-hangzhou").link(keys, key, T0, lifetime)
    )
    auth = oss2.ProviderAuthV4(StaticCredentialsProvider(ID, SECRET, keys.session_token))
    bucket = oss2.Bucket(auth, "https://oss-cn-hangzhou.aliyuncs.com", "photos", region="cn-hangzhou")
    theirs = urlsplit(bucket.sign_url("GET", key, lifetime, slash_safe=True))
    assert (ours.netloc, unquote(ours.path)) == (theirs.netloc, unquote(theirs.path))
    assert parse_qs(ours.query) == parse_qs(theirs.query)


def test_an_address_that_is_signed_already_stays() -> None:
    """In a presigned bucket the key is the address."""
    bucket = Bucket("presigned", "", "", "")
    assert bucket.link(StoreKeys("", ""), "https://a/b?signed=1", T0, 60) == "https://a/b?signed=1"


# ------------------------------------------------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("dialect", "endpoint", "expected"),
    [
        ("oss", "https://oss-cn-hangzhou.aliyuncs.com", "https://photos.oss-cn-hangzhou.aliyuncs.com/a/b%20c.jpg"),
        ("s3", "https://s3.us-west-2.amazonaws.com", "https://photos.s3.us-west-2.amazonaws.com/a/b%20c.jpg"),
        ("s3", "http://127.0.0.1:9000", "http://127.0.0.1:9000/photos/a/b%20c.jpg"),
        ("oss", "http://localhost:9000", "http://localhost:9000/photos/a/b%20c.jpg"),
        ("s3", "http://[::1]:9000", "http://[::1]:9000/photos/a/b%20c.jpg"),
    ],
)
def test_the_bucket_is_in_the_name_of_the_host_or_in_the_path(dialect: str, endpoint: str, expected: str) -> None:
    """The clouds want ``bucket.host``; an address or this machine has the bucket in its path. Host fits the URL."""
    url, host, path = Bucket(dialect, endpoint, "photos", "r").address("a/b c.jpg", {})  # type: ignore[arg-type]
    assert url == expected
    assert url.partition("://")[2] == host + path


@many
@given(keys)
def test_a_key_is_what_comes_out_of_its_path(key: str) -> None:
    """Percent-encoding loses nothing and leaves only characters that no HTTP client touches."""
    quoted = quoted_key(key)
    assert unquote(quoted) == key
    assert set(quoted) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/%")


def test_queries_of_the_two_dialects() -> None:
    """Names are sorted; a name without value has an equals sign for S3 and none for OSS."""
    query = {"uploadId": "a/b+c=", "partNumber": "2", "uploads": ""}
    assert quoted_query(query) == "partNumber=2&uploadId=a%2Fb%2Bc%3D&uploads="
    assert quoted_query(query, bare=True) == "partNumber=2&uploadId=a%2Fb%2Bc%3D&uploads"


def test_keys_do_not_print() -> None:
    """Neither id, secret nor token shows in what is printed of them."""
    printed = repr(StoreKeys(ID, SECRET, TOKEN)) + str(StoreKeys(ID, SECRET, TOKEN))
    assert not [word for word in (ID, SECRET, TOKEN) if word in printed]
