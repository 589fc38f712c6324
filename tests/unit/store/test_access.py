"""Keys, tokens and policies, and the gate that holds requests against them."""

from pathlib import Path

import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from skybind_emulators.store import ossv4, sigv4
from skybind_emulators.store.canonical import format_timestamp, hmac_sha256
from skybind_emulators.store.gate import Gate, check_region
from skybind_emulators.store.objects import ObjectStore
from skybind_emulators.store.records import Credential, Dialect
from skybind_emulators.store.refusals import Refusal, wording
from skybind_emulators.store.request import Head, Request, read_request

T0 = 1_800_000_000.0


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = T0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> ObjectStore:
    store = ObjectStore(tmp_path, seed=7, now=clock)
    store.create_bucket("photos")
    return store


def signed(dialect: Dialect, credential: Credential, *, at: float = T0, region: str = "cn-hangzhou") -> Request:
    """A GET signed with the credential, by the store's own arithmetic (the foreign signers test that one)."""
    stamp = format_timestamp(at)
    if dialect == "oss":
        scheme, vendor, service, end = ossv4, "x-oss-", "oss", "aliyun_v4_request"
        more = ""
    else:
        scheme, vendor, service, end = sigv4, "x-amz-", "s3", "aws4_request"
        more = "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"
    headers = {
        "host": "h",
        f"{vendor}date": stamp,
        f"{vendor}content-sha256": "UNSIGNED-PAYLOAD",
        f"{vendor}security-token": credential.session_token,
    }
    if not credential.session_token:
        del headers[f"{vendor}security-token"]
        more = more.replace(";x-amz-security-token", "")
    algorithm = scheme.ALGORITHM
    scope = f"{credential.access_key_id}/{stamp[:8]}/{region}/{service}/{end}"
    unsigned = {**headers, "authorization": f"{algorithm} Credential={scope},{more}Signature=x"}
    request = read_request(Head("GET", "/photos/a", unsigned), frozenset())
    claim = scheme.read_claim(request)
    key = scheme.signing_key(credential.secret_access_key, claim)
    signature = hmac_sha256(key, scheme.string_to_sign(request, claim)).hex()
    whole = {**headers, "authorization": f"{algorithm} Credential={scope},{more}Signature={signature}"}
    return read_request(Head("GET", "/photos/a", whole), frozenset())


def code_of(store: ObjectStore, request: Request) -> tuple[int, str] | None:
    """Status and code with which the gate refuses, None if it lets the request in."""
    try:
        Gate(store.access, store.now).admit(request)
    except Refusal as refusal:
        said = wording(refusal, request.dialect)
        return said.status, said.code
    return None


BOTH = pytest.mark.parametrize("dialect", ["oss", "s3"])


@BOTH
def test_issued_keys_open_the_store(store: ObjectStore, dialect: Dialect) -> None:
    """One issued credential serves both dialects."""
    assert code_of(store, signed(dialect, store.issue("photos", "", lifetime_s=600))) is None


@pytest.mark.parametrize(
    ("dialect", "expected"), [("oss", (403, "SecurityTokenExpired")), ("s3", (400, "ExpiredToken"))]
)
def test_token_expires_by_the_stores_clock(
    store: ObjectStore, clock: Clock, dialect: Dialect, expected: tuple[int, str]
) -> None:
    """A token is good up to its last second and refused from expires_at on."""
    credential = store.issue("photos", "", lifetime_s=600)
    assert credential.expires_at == T0 + 600
    clock.time = T0 + 599
    assert code_of(store, signed(dialect, credential, at=clock.time)) is None
    clock.time = T0 + 600
    assert code_of(store, signed(dialect, credential, at=clock.time)) == expected


@BOTH
def test_a_new_token_follows_an_expired_one(store: ObjectStore, dialect: Dialect) -> None:
    """expire() ends one credential; the next one that is issued works."""
    first = store.issue("photos", "", lifetime_s=600)
    store.access.expire(first.access_key_id)
    assert code_of(store, signed(dialect, first)) is not None
    assert code_of(store, signed(dialect, store.issue("photos", "", lifetime_s=600))) is None


@pytest.mark.parametrize(
    ("dialect", "expected"), [("oss", (403, "InvalidSecurityToken")), ("s3", (400, "InvalidToken"))]
)
def test_token_that_nobody_issued(store: ObjectStore, dialect: Dialect, expected: tuple[int, str]) -> None:
    """A made-up token is refused although key and secret are right."""
    real = store.issue("photos", "", lifetime_s=600)
    forged = Credential(real.access_key_id, real.secret_access_key, "forged", real.expires_at)
    assert code_of(store, signed(dialect, forged)) == expected


@pytest.mark.parametrize(
    ("dialect", "expected"), [("oss", (403, "AccessKeyIdAndSecurityTokenNotMatch")), ("s3", (400, "InvalidToken"))]
)
def test_token_of_another_credential(store: ObjectStore, dialect: Dialect, expected: tuple[int, str]) -> None:
    """Keys and token belong together."""
    real, other = (store.issue("photos", "", lifetime_s=600) for _ in range(2))
    mixed = Credential(real.access_key_id, real.secret_access_key, other.session_token, real.expires_at)
    assert code_of(store, signed(dialect, mixed)) == expected


@BOTH
def test_temporary_keys_without_their_token(store: ObjectStore, dialect: Dialect) -> None:
    """A temporary key id alone does not exist for the service."""
    real = store.issue("photos", "", lifetime_s=600)
    bare = Credential(real.access_key_id, real.secret_access_key)
    assert code_of(store, signed(dialect, bare)) == (403, "InvalidAccessKeyId")


@pytest.mark.parametrize(("dialect", "expected"), [("oss", (403, "InvalidAccessKeyId")), ("s3", (400, "InvalidToken"))])
def test_token_beside_permanent_keys(store: ObjectStore, dialect: Dialect, expected: tuple[int, str]) -> None:
    """A token with keys that have none is refused."""
    store.add_static("ak", "sk", ["photos"])
    assert code_of(store, signed(dialect, Credential("ak", "sk", "token"))) == expected


@BOTH
def test_unknown_key(store: ObjectStore, dialect: Dialect) -> None:
    """A key id that was never given out is refused by name, whatever the signature."""
    assert code_of(store, signed(dialect, Credential("nobody", "sk"))) == (403, "InvalidAccessKeyId")


@BOTH
@pytest.mark.parametrize(("offset", "refused"), [(-901, True), (-899, False), (899, False), (901, True)])
def test_clock_may_be_off_by_fifteen_minutes(store: ObjectStore, dialect: Dialect, offset: int, refused: bool) -> None:
    """Beyond 15 minutes to either side the request is refused as skewed."""
    store.add_static("ak", "sk", ["photos"])
    expected = (403, "RequestTimeTooSkewed") if refused else None
    assert code_of(store, signed(dialect, Credential("ak", "sk"), at=T0 + offset)) == expected


@BOTH
@pytest.mark.parametrize(
    "target", ["/photos/a", "/photos/a?AWSAccessKeyId=ak&Signature=x", "/photos/a?OSSAccessKeyId=ak"]
)
def test_unsigned_and_old_requests(store: ObjectStore, dialect: Dialect, target: str) -> None:
    """Without a version 4 signature nothing opens."""
    head = Head("GET", target, {"host": "h"} | ({"x-oss-meta-a": "b"} if dialect == "oss" else {}))
    assert code_of(store, read_request(head, frozenset())) == (403, "AccessDenied")


@BOTH
def test_simulated_time_leaves_request_dates_alone(tmp_path: Path, clock: Clock, dialect: Dialect) -> None:
    """Where the wall clock is given as well, a jump of the simulated one ends tokens and makes no request skewed."""
    store = ObjectStore(tmp_path, now=clock, wall=lambda: T0)
    store.create_bucket("photos")
    old = store.issue("photos", "", lifetime_s=600)
    clock.time = T0 + 86_400
    new = store.issue("photos", "", lifetime_s=600)
    gate = Gate(store.access, store.now, store.wall)
    gate.admit(signed(dialect, new))
    with pytest.raises(Refusal, match="ExpiredToken"):
        gate.admit(signed(dialect, old))


# --- regions ---


@pytest.mark.parametrize(("dialect", "code"), [("oss", "InvalidArgument"), ("s3", "AuthorizationHeaderMalformed")])
def test_region_of_the_bucket(store: ObjectStore, dialect: Dialect, code: str) -> None:
    """A signature for another region than the bucket's is refused; a bucket without a region takes any."""
    store.add_static("ak", "sk", ["photos"])
    request = signed(dialect, Credential("ak", "sk"), region="elsewhere")
    claim = Gate(store.access, store.now).admit(request).claim
    check_region(request, claim, None)
    check_region(request, claim, "elsewhere")
    with pytest.raises(Refusal) as caught:
        check_region(request, claim, "us-west-2")
    assert caught.value.code == code


# --- policies ---


@pytest.mark.parametrize(
    ("action", "bucket", "key", "allowed"),
    [
        ("put", "photos", "flight/a.jpg", True),
        ("put", "photos", "flight/", True),
        ("put", "photos", "flight", False),
        ("put", "photos", "other/a.jpg", False),
        ("put", "other", "flight/a.jpg", False),
        ("list", "photos", "", False),
        ("list", "photos", "flight/", True),
        ("delete", "photos", "flight/a.jpg", False),
    ],
)
def test_policy(store: ObjectStore, action: str, bucket: str, key: str, allowed: bool) -> None:
    """Keys are good for one bucket, one prefix and the named actions; upload tokens may not delete."""
    credential = store.issue("photos", "flight/", lifetime_s=600)
    grant = store.access.find(credential.access_key_id)
    assert grant is not None
    assert grant.allows(action, bucket, key) is allowed


def test_unknown_actions_are_a_mistake(store: ObjectStore) -> None:
    """A misspelt action does not silently allow nothing."""
    with pytest.raises(ValueError, match="read"):
        store.issue("photos", "", lifetime_s=1, actions={"read"})


def test_unknown_bucket_is_a_mistake(store: ObjectStore) -> None:
    """Keys for a bucket that does not exist are not issued."""
    with pytest.raises(Refusal, match="NoSuchBucket"):
        store.issue("nowhere", "", lifetime_s=1)


def test_credentials_derive_from_the_seed(tmp_path: Path) -> None:
    """The same seed gives the same keys in the same order, another seed others."""

    def issued(seed: int) -> list[Credential]:
        store = ObjectStore(tmp_path / str(seed), seed=seed, now=lambda: T0)
        store.create_bucket("photos")
        return [store.issue("photos", "", lifetime_s=1) for _ in range(3)]

    assert issued(1) == issued(1)
    assert not {c.session_token for c in issued(1)} & {c.session_token for c in issued(2)}


def test_tokens_hold_what_encoders_trip_over(store: ObjectStore) -> None:
    """A session token has plus, slash and equals signs, as real ones have."""
    assert set("+/=") <= set(store.issue("photos", "", lifetime_s=1).session_token)


def test_secrets_do_not_print(store: ObjectStore) -> None:
    """Neither secret nor token stands in the repr of a credential."""
    credential = store.issue("photos", "", lifetime_s=1)
    assert credential.secret_access_key not in repr(credential)
    assert credential.session_token not in repr(credential)
    assert credential.access_key_id in repr(credential)


def test_requests_do_not_print_their_signature(store: ObjectStore) -> None:
    """A request that ends up in a traceback shows neither headers nor query."""
    signable = AWSRequest("GET", "http://h/photos/a?x=canary")
    S3SigV4Auth(Credentials("ak", "sk", "token-canary"), "s3", "us-west-2").add_auth(signable)
    headers = {name.lower(): value for name, value in signable.headers.items()}
    head = Head("GET", "/photos/a?x=canary", headers)
    request = read_request(head, frozenset())
    shown = (
        repr(request)
        + repr(head)
        + repr(sigv4.read_claim(read_request(Head("GET", "/", {**headers, "host": "h"}), frozenset())))
    )
    assert "canary" not in shown
