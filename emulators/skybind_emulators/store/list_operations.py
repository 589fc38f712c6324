"""Operations on buckets: listings, location, existence."""

import base64
import binascii
from datetime import UTC, datetime

from .answers import Answer, quoted_etag, xml_answer
from .calls import Call
from .markup import Content
from .objects import DEFAULT_OSS_REGION
from .records import StoredObject
from .refusals import Refusal

Pairs = list[tuple[str, Content]]

_OWNER: Pairs = [("ID", "0000000000000000"), ("DisplayName", "0000000000000000")]


def iso_time(unix_seconds: float) -> str:
    """Unix seconds as both services write them in XML: UTC with milliseconds."""
    return datetime.fromtimestamp(unix_seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.") + "000Z"


def list_objects(call: Call) -> Answer:
    """ListObjects and, with ``list-type=2``, ListObjectsV2."""
    call.document()
    request = call.request
    second = call.parameter("list-type") == "2"
    prefix, delimiter = call.parameter("prefix"), call.parameter("delimiter")
    token = call.parameter("continuation-token")
    after = call.parameter("start-after" if second else "marker")
    if second and token:
        after = _read_token(token)
    limit = call.max_keys("max-keys")
    page, objects = call.store.page(request.bucket, prefix=prefix, delimiter=delimiter, after=after, limit=limit)
    content: Pairs = [("Name", request.bucket), ("Prefix", call.encoded(prefix))]
    if second:
        if token:
            content.append(("ContinuationToken", token))
        if start_after := call.parameter("start-after"):
            content.append(("StartAfter", call.encoded(start_after)))
        content.append(("KeyCount", len(page.keys) + len(page.prefixes)))
        if page.truncated:
            content.append(("NextContinuationToken", _write_token(page.last)))
    else:
        content.append(("Marker", call.encoded(after)))
        # S3 gives the marker only with a delimiter; without one the last key serves. OSS always gives it.
        if page.truncated and (delimiter or request.dialect == "oss"):
            content.append(("NextMarker", call.encoded(page.last)))
    content.append(("MaxKeys", limit))
    if delimiter:
        content.append(("Delimiter", call.encoded(delimiter)))
    content += [*call.encoding_type(), ("IsTruncated", page.truncated)]
    with_owner = not second or call.parameter("fetch-owner") == "true"
    content.extend(("Contents", _entry(call, stored, with_owner=with_owner)) for stored in objects)
    content.extend(("CommonPrefixes", [("Prefix", call.encoded(common))]) for common in page.prefixes)
    return xml_answer(request, "ListBucketResult", content)


def _entry(call: Call, stored: StoredObject, *, with_owner: bool) -> Pairs:
    oss = call.request.dialect == "oss"
    entry: Pairs = [
        ("Key", call.encoded(stored.key)),
        ("LastModified", iso_time(stored.last_modified)),
        ("ETag", quoted_etag(stored.etag, call.request.dialect)),
    ]
    if oss:
        entry.append(("Type", "Multipart" if stored.multipart else "Normal"))
    entry += [("Size", stored.size), ("StorageClass", "Standard" if oss else "STANDARD")]
    if not oss:
        entry.extend(("ChecksumAlgorithm", name.upper()) for name in stored.checksums)
    if with_owner:
        entry.append(("Owner", _OWNER))
    return entry


def _write_token(last: str) -> str:
    return base64.urlsafe_b64encode(last.encode("utf-8", "surrogateescape")).decode()


def _read_token(token: str) -> str:
    try:
        return base64.b64decode(token, altchars=b"-_", validate=True).decode("utf-8", "surrogateescape")
    except (binascii.Error, ValueError) as error:
        raise Refusal(
            "InvalidArgument", "The continuation token provided is incorrect", ArgumentName="continuation-token"
        ) from error


def list_uploads(call: Call) -> Answer:
    """ListMultipartUploads, without delimiter."""
    call.document()
    request = call.request
    if call.parameter("delimiter"):
        raise Refusal("NotImplemented")
    prefix = call.parameter("prefix")
    marker = (call.parameter("key-marker"), call.parameter("upload-id-marker"))
    limit = call.max_keys("max-uploads", default=1000)
    found = call.store.uploads(request.bucket, prefix)
    if marker[0]:
        # With a key alone the whole key is passed over, with an upload id also those of the key that come before.
        passed = [upload for upload in found if (upload.key, upload.upload_id) == marker]
        at = found.index(passed[0]) if passed else -1
        found = [u for n, u in enumerate(found) if u.key > marker[0] or (passed and u.key == marker[0] and n > at)]
    shown = found[:limit]
    truncated = len(found) > limit
    content: Pairs = [
        ("Bucket", request.bucket),
        ("KeyMarker", call.encoded(marker[0])),
        ("UploadIdMarker", marker[1]),
        # Also on the last page, where nobody needs them: oss2 does not read an answer without them.
        ("NextKeyMarker", call.encoded(shown[-1].key) if shown else ""),
        ("NextUploadIdMarker", shown[-1].upload_id if shown else ""),
        ("Prefix", call.encoded(prefix)),
        *call.encoding_type(),
        ("MaxUploads", limit),
        ("IsTruncated", truncated),
    ]
    for upload in shown:
        entry: Pairs = [
            ("Key", call.encoded(upload.key)),
            ("UploadId", upload.upload_id),
            ("StorageClass", "Standard" if request.dialect == "oss" else "STANDARD"),
            ("Initiated", iso_time(upload.initiated)),
        ]
        content.append(("Upload", entry))
    return xml_answer(request, "ListMultipartUploadsResult", content)


def location(call: Call) -> Answer:
    """GetBucketLocation. S3 answers with nothing for ``us-east-1``."""
    call.document()
    home = call.store.bucket(call.request.bucket)
    if call.request.dialect == "oss":
        return xml_answer(call.request, "LocationConstraint", f"oss-{home.oss_region or DEFAULT_OSS_REGION}")
    region = home.s3_region or ""
    return xml_answer(call.request, "LocationConstraint", "" if region == "us-east-1" else region)


def head_bucket(call: Call) -> Answer:
    """HeadBucket."""
    call.document()
    home = call.store.bucket(call.request.bucket)
    if call.request.dialect == "oss":
        return Answer(200, {"x-oss-bucket-region": home.oss_region or DEFAULT_OSS_REGION})
    return Answer(200, {"x-amz-bucket-region": home.s3_region} if home.s3_region else {})
