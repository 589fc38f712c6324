"""Operations on single objects, and the deletion of many."""

import base64
from collections.abc import Mapping

from .answers import Answer, checksum_headers, object_headers, quoted_etag, xml_answer
from .calls import Call
from .conditions import is_unchanged, range_of, write_condition
from .digests import to_base64
from .markup import Content, children, parse
from .records import StoredObject
from .refusals import Refusal, wording
from .request import Request

_KEPT = (
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
    "expires",
)
_MAX_DELETE = 1000


def kept_headers(request: Request) -> dict[str, str]:
    """What the uploader wants to have back with the object: content headers and user metadata."""
    kept = {name: request.header(name) for name in _KEPT if request.header(name)}
    # `aws-chunked` is how this one request is written, not what the object is.
    codings = [coding.strip() for coding in kept.pop("content-encoding", "").split(",")]
    encoding = ",".join(coding for coding in codings if coding and coding != "aws-chunked")
    if encoding:
        kept["content-encoding"] = encoding
    for name, value in request.headers.items():
        if name.startswith(request.vendor + "meta-"):
            kept[name.removeprefix(request.vendor)] = value
    return kept


def put_object(call: Call) -> Answer:
    """PutObject."""
    request, store = call.request, call.store
    condition = write_condition(request)
    condition(store.head(request.bucket, request.key))  # before the body, which may be long
    expected = call.expected
    with call.open_incoming(expected) as incoming:
        call.receive(incoming, expected)
        checksums = {}
        if expected.algorithm is not None:
            checksums[expected.algorithm] = to_base64(incoming.fingerprint.checksum(expected.algorithm))
        stored = store.commit(
            incoming,
            request.bucket,
            request.key,
            headers=kept_headers(request),
            checksums=checksums,
            condition=condition,
        )
    return Answer(200, stored_headers(stored, request))


def stored_headers(stored: StoredObject, request: Request) -> dict[str, str]:
    """What the answer to a finished upload tells."""
    headers = {"ETag": quoted_etag(stored.etag, request.dialect)}
    if request.dialect == "s3":
        return {**headers, **checksum_headers(stored.checksums)}
    headers["x-oss-hash-crc64ecma"] = str(stored.crc64)
    if not stored.multipart:
        headers["Content-MD5"] = base64.b64encode(bytes.fromhex(stored.etag)).decode()
    return headers


_OVERRIDES: Mapping[str, str] = {
    "response-cache-control": "Cache-Control",
    "response-content-disposition": "Content-Disposition",
    "response-content-encoding": "Content-Encoding",
    "response-content-language": "Content-Language",
    "response-content-type": "Content-Type",
    "response-expires": "Expires",
}


def get_object(call: Call) -> Answer:
    """GetObject and HeadObject."""
    call.document()
    request = call.request
    found = call.store.open(request.bucket, request.key)
    if found is None:
        raise missing(call)
    stored, file = found
    try:
        headers = object_headers(stored, request)
        if is_unchanged(request, stored):
            file.close()
            return Answer(304, {name: headers[name] for name in ("ETag", "Last-Modified")})
        headers |= {header: call.parameter(name) for name, header in _OVERRIDES.items() if name in request.query}
        part = range_of(request, stored.size)
        if part is None:
            if request.header("x-amz-checksum-mode").upper() == "ENABLED":
                headers |= checksum_headers(stored.checksums)
            return Answer(200, headers, file=file, length=stored.size)
        start, length = part
        headers["Content-Range"] = f"bytes {start}-{start + length - 1}/{stored.size}"
        headers.pop("Content-MD5", None)
        return Answer(206, headers, file=file, offset=start, length=length)
    except Refusal:
        file.close()
        raise


def missing(call: Call) -> Refusal:
    """S3 does not tell whether a key exists to those who may not list it."""
    request = call.request
    if request.dialect == "s3" and not call.admission.grant.allows("list", request.bucket, request.key):
        return Refusal("AccessDenied")
    return Refusal("NoSuchKey", Key=request.key)


def delete_object(call: Call) -> Answer:
    """DeleteObject: 204 whether or not there was one."""
    call.document()
    call.store.delete(call.request.bucket, call.request.key)
    return Answer(204)


def delete_objects(call: Call) -> Answer:
    """DeleteObjects (S3), DeleteMultipleObjects (OSS): each key on its own terms."""
    request = call.request
    if not request.header("content-md5") and call.expected.algorithm is None:
        raise Refusal("MissingArgument", "Missing required header for this request: Content-MD5", ec="0016-00000606")
    tree = parse(call.document(), "Delete")
    keys = [node.findtext("Key") or "" for node in children(tree, "Object")]
    if not keys or len(keys) > _MAX_DELETE or "" in keys:
        raise Refusal("MalformedXML")
    quiet = (tree.findtext("Quiet") or "").lower() == "true"
    done: list[tuple[str, Content]] = []
    for key in keys:
        if not call.admission.grant.allows("delete", request.bucket, key):
            said = wording(Refusal("AccessDenied"), request.dialect)
            done.append(("Error", [("Key", key), ("Code", said.code), ("Message", said.message)]))
            continue
        call.store.delete(request.bucket, key)
        if not quiet:
            done.append(("Deleted", [("Key", call.encoded(key))]))
    return xml_answer(request, "DeleteResult", [*call.encoding_type(), *done])
