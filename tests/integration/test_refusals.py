"""How stores say no: the same bad requests to both, and what each answers.

``SAID`` is what AWS documents. Where a store says it otherwise, its row in ``OTHERWISE`` says how; there is none for
ours, which is to speak as the real one does. What the client makes of an answer must be the same in every case.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping

import attrs
import pytest

from integration.houses import House
from skybind.options import Options
from skybind.transfers.refusing import RefusalKind, refusal_of, xml_text
from skybind.transfers.signing import StoreKeys, presign_s3, sign_s3
from skybind.wire.bulk import Bulk, BulkAnswer

DATA = b"some bytes"
PART = b"x" * 5 * 1024 * 1024


@attrs.frozen
class Asking:
    """Sends single requests to a store, right or wrong."""

    house: House
    bulk: Bulk

    def __call__(
        self,
        method: str,
        key: str,
        *,
        query: Mapping[str, str] = {},
        headers: Mapping[str, str] = {},
        body: bytes = b"",
        keys: StoreKeys | None = None,
        ago: float = 0,
        bucket: str = "",
    ) -> BulkAnswer:
        """A signed request; by default a right one."""
        place = attrs.evolve(self.house.bucket, name=bucket or self.house.bucket.name)
        url, host, path = place.address(self.house.prefix + key, query)
        signed = sign_s3(
            keys or self.house.static,
            method,
            path,
            query,
            headers,
            host=host,
            region=place.region,
            unix_seconds=time.time() - ago,
        )
        return self.bulk.send(method, url, signed, body, len(body))

    def signed(self, key: str, *, ago: float = 0, lifetime: int = 60, bend: bool = False) -> BulkAnswer:
        """A request to a signed address."""
        url, host, path = self.house.bucket.address(self.house.prefix + key, {})
        moment = time.time() - ago
        region = self.house.bucket.region
        query = presign_s3(
            self.house.static, "PUT", path, host=host, region=region, unix_seconds=moment, lifetime=lifetime
        )
        return self.bulk.send("PUT", f"{url}{'x' if bend else ''}?{query}", {"host": host}, DATA, len(DATA))

    def begin(self, key: str) -> str:
        """The id of a new multipart upload."""
        return xml_text(self("POST", key, query={"uploads": ""}).body, "UploadId")

    def part(self, key: str, upload: str, number: int, body: bytes = PART) -> BulkAnswer:
        """Send a part."""
        return self("PUT", key, query={"partNumber": str(number), "uploadId": upload}, body=body)

    def complete(self, key: str, upload: str, *parts: tuple[int, str]) -> BulkAnswer:
        """Complete an upload."""
        listed = "".join(f'<Part><PartNumber>{n}</PartNumber><ETag>"{etag}"</ETag></Part>' for n, etag in parts)
        text = f"<CompleteMultipartUpload>{listed}</CompleteMultipartUpload>".encode()
        return self("POST", key, query={"uploadId": upload}, body=text)


def wrong_secret(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, keys=attrs.evolve(ask.house.static, secret_access_key="wrong"))


def unknown_key(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, keys=attrs.evolve(ask.house.static, access_key_id="AKUNKNOWN"))


def ended_session(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, keys=ask.house.keys(lifetime_s=0))


def bent_token(ask: Asking) -> BulkAnswer:
    keys = ask.house.keys()
    token = keys.session_token or ""
    return ask("PUT", "a", body=DATA, keys=attrs.evolve(keys, session_token=token[:-4] + token[-4:].swapcase()))


def no_token(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, keys=attrs.evolve(ask.house.keys(), session_token=None))


def wrong_secret_of_session(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, keys=attrs.evolve(ask.house.keys(), secret_access_key="wrong"))


def clock_behind(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, ago=3600)


def clock_ahead(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, ago=-3600)


def unsigned(ask: Asking) -> BulkAnswer:
    url, host, _ = ask.house.bucket.address(ask.house.prefix + "a", {})
    return ask.bulk.send("PUT", url, {"host": host}, DATA, len(DATA))


def late_address(ask: Asking) -> BulkAnswer:
    return ask.signed("a", ago=120)


def bent_address(ask: Asking) -> BulkAnswer:
    return ask.signed("a", bend=True)


def address_for_ever(ask: Asking) -> BulkAnswer:
    return ask.signed("a", lifetime=8 * 86400)


def no_object(ask: Asking) -> BulkAnswer:
    return ask("GET", "nothing")


def no_bucket(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, bucket="no-such-bucket")


def range_beyond(ask: Asking) -> BulkAnswer:
    ask("PUT", "a", body=DATA)
    return ask("GET", "a", headers={"range": "bytes=1000-"})


def other_md5(ask: Asking) -> BulkAnswer:
    digest = hashlib.md5(b"other").digest()
    return ask("PUT", "a", body=DATA, headers={"content-md5": base64.b64encode(digest).decode()})


def no_md5(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, headers={"content-md5": "no digest"})


def other_crc32c(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, headers={"x-amz-checksum-crc32c": "AAAAAA=="})


def no_crc32c(ask: Asking) -> BulkAnswer:
    return ask("PUT", "a", body=DATA, headers={"x-amz-checksum-crc32c": "no digest"})


def is_there(ask: Asking) -> BulkAnswer:
    ask("PUT", "a", body=DATA)
    return ask("PUT", "a", body=DATA, headers={"if-none-match": "*"})


def part_of_nothing(ask: Asking) -> BulkAnswer:
    return ask.part("a", "no-such-upload", 1, DATA)


def end_of_nothing(ask: Asking) -> BulkAnswer:
    return ask.complete("a", "no-such-upload", (1, "0" * 32))


def end_twice(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    etag = ask.part("a", upload, 1).headers["etag"].strip('"')
    assert ask.complete("a", upload, (1, etag)).status == 200
    return ask.complete("a", upload, (1, etag))


def part_after_the_end(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    etag = ask.part("a", upload, 1).headers["etag"].strip('"')
    assert ask.complete("a", upload, (1, etag)).status == 200
    return ask.part("a", upload, 2)


def giving_up_nothing(ask: Asking) -> BulkAnswer:
    return ask("DELETE", "a", query={"uploadId": "no-such-upload"})


def parts_of_nothing(ask: Asking) -> BulkAnswer:
    return ask("GET", "a", query={"uploadId": "no-such-upload"})


def other_part(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    ask.part("a", upload, 1)
    return ask.complete("a", upload, (1, "0" * 32))


def part_that_never_came(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    etag = ask.part("a", upload, 1).headers["etag"].strip('"')
    return ask.complete("a", upload, (1, etag), (2, etag))


def parts_in_disorder(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    etags = [ask.part("a", upload, number).headers["etag"].strip('"') for number in (1, 2)]
    return ask.complete("a", upload, (2, etags[1]), (1, etags[0]))


def small_part(ask: Asking) -> BulkAnswer:
    upload = ask.begin("a")
    etags = [ask.part("a", upload, number, DATA).headers["etag"].strip('"') for number in (1, 2)]
    return ask.complete("a", upload, (1, etags[0]), (2, etags[1]))


def part_zero(ask: Asking) -> BulkAnswer:
    return ask.part("a", ask.begin("a"), 0, DATA)


def part_ten_thousand_and_one(ask: Asking) -> BulkAnswer:
    return ask.part("a", ask.begin("a"), 10_001, DATA)


CREDENTIALS, SKEW, BUSY = RefusalKind.CREDENTIALS, RefusalKind.SKEW, RefusalKind.BUSY
CORRUPT, FINAL = RefusalKind.CORRUPT, RefusalKind.FINAL

#: What AWS documents, and what that asks of the client.
SAID: Mapping[Callable[[Asking], BulkAnswer], tuple[int, str, RefusalKind | None]] = {
    wrong_secret: (403, "SignatureDoesNotMatch", FINAL),
    wrong_secret_of_session: (403, "SignatureDoesNotMatch", FINAL),
    unknown_key: (403, "InvalidAccessKeyId", CREDENTIALS),
    ended_session: (400, "ExpiredToken", CREDENTIALS),
    bent_token: (400, "InvalidToken", CREDENTIALS),
    no_token: (403, "InvalidAccessKeyId", CREDENTIALS),
    clock_behind: (403, "RequestTimeTooSkewed", SKEW),
    clock_ahead: (403, "RequestTimeTooSkewed", SKEW),
    unsigned: (403, "AccessDenied", FINAL),
    late_address: (403, "AccessDenied", CREDENTIALS),
    bent_address: (403, "SignatureDoesNotMatch", FINAL),
    address_for_ever: (400, "AuthorizationQueryParametersError", FINAL),
    no_object: (404, "NoSuchKey", FINAL),
    no_bucket: (404, "NoSuchBucket", FINAL),
    range_beyond: (416, "InvalidRange", FINAL),
    other_md5: (400, "BadDigest", CORRUPT),
    no_md5: (400, "InvalidDigest", CORRUPT),
    other_crc32c: (400, "BadDigest", CORRUPT),
    no_crc32c: (400, "InvalidRequest", FINAL),
    is_there: (412, "PreconditionFailed", FINAL),
    part_of_nothing: (404, "NoSuchUpload", BUSY),
    part_after_the_end: (404, "NoSuchUpload", BUSY),
    parts_of_nothing: (404, "NoSuchUpload", BUSY),
    giving_up_nothing: (404, "NoSuchUpload", BUSY),
    end_of_nothing: (404, "NoSuchUpload", BUSY),
    end_twice: (404, "NoSuchUpload", BUSY),
    other_part: (400, "InvalidPart", FINAL),
    part_that_never_came: (400, "InvalidPart", FINAL),
    parts_in_disorder: (400, "InvalidPartOrder", FINAL),
    small_part: (400, "EntityTooSmall", FINAL),
    part_zero: (400, "InvalidArgument", FINAL),
    part_ten_thousand_and_one: (400, "InvalidArgument", FINAL),
}
OTHERWISE: Mapping[str, Mapping[Callable[[Asking], BulkAnswer], tuple[int, str, RefusalKind | None]]] = {
    "emulated": {},
    "seaweedfs": {
        # One answer for all that is wrong with a token; it asks the same of the client.
        ended_session: (403, "InvalidAccessKeyId", CREDENTIALS),
        bent_token: (403, "InvalidAccessKeyId", CREDENTIALS),
        no_crc32c: (400, "BadDigest", CORRUPT),
        # It remembers what it has completed, and says so again. The client takes either answer.
        end_twice: (200, "", None),
        part_zero: (400, "InvalidPart", FINAL),
        part_ten_thousand_and_one: (400, "InvalidPart", FINAL),
    },
}


@pytest.fixture
def ask(house: House) -> Iterator[Asking]:
    bulk = Bulk(Options())
    yield Asking(house, bulk)
    bulk.close()


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.__name__.replace("_", " "))
def test_refusal(ask: Asking, case: Callable[[Asking], BulkAnswer]) -> None:
    """A bad request is refused with the status and code that AWS documents, but for what is listed, and the client
    makes of it what it should."""
    answer = case(ask)
    refusal = refusal_of(answer)
    kind = refusal.kind if answer.status >= 300 else None
    assert (answer.status, refusal.code, kind) == OTHERWISE[ask.house.name].get(case, SAID[case])


def test_what_is_refused_leaves_nothing(ask: Asking) -> None:
    """Of a request that is refused for its bytes or its signature no object remains."""
    for case in (wrong_secret, ended_session, clock_behind, unsigned, late_address, other_md5, other_crc32c):
        case(ask)
    assert ask.house.names() == []
