"""Operations of multipart uploads."""

import base64
import binascii
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from .answers import Answer, checksum_headers, quoted_etag, xml_answer
from .calls import Call
from .conditions import write_condition
from .digests import CHECKSUM_ALGORITHMS, FULL_OBJECT_ALGORITHMS, to_base64
from .list_operations import iso_time
from .markup import Content, children, parse
from .object_operations import kept_headers, stored_headers
from .reception import known_algorithm
from .records import MAX_PARTS, MIN_PART_SIZE
from .refusals import Refusal
from .uploads import Part, WantedPart

# S3 names them so in its XML.
_ELEMENTS: Mapping[str, str] = {name: f"Checksum{name.upper()}" for name in CHECKSUM_ALGORITHMS}


def initiate(call: Call) -> Answer:
    """CreateMultipartUpload (S3), InitiateMultipartUpload (OSS)."""
    call.document()
    request = call.request
    write_condition(request)(call.store.head(request.bucket, request.key))
    algorithm, full_object = None, False
    if request.dialect == "s3" and (name := request.header("x-amz-checksum-algorithm")):
        algorithm = known_algorithm(name)
        full_object = request.header("x-amz-checksum-type").upper() == "FULL_OBJECT"
        if full_object and algorithm not in FULL_OBJECT_ALGORITHMS:
            raise Refusal("InvalidRequest", f"The FULL_OBJECT checksum type cannot be used with {name}.")
    upload = call.store.initiate(
        request.bucket, request.key, headers=kept_headers(request), algorithm=algorithm, full_object=full_object
    )
    headers = {}
    if algorithm is not None:
        headers["x-amz-checksum-algorithm"] = algorithm.upper()
        headers["x-amz-checksum-type"] = "FULL_OBJECT" if full_object else "COMPOSITE"
    content: list[tuple[str, Content]] = [
        *call.encoding_type(),
        ("Bucket", request.bucket),
        ("Key", call.encoded(request.key)),
        ("UploadId", upload.upload_id),
    ]
    return xml_answer(request, "InitiateMultipartUploadResult", content, headers)


def upload_part(call: Call) -> Answer:
    """UploadPart."""
    request = call.request
    number = _part_number(call.parameter("partNumber"))
    upload = call.store.upload(request.bucket, request.key, call.parameter("uploadId"))
    expected = call.expected
    with call.open_incoming(expected, {upload.algorithm} if upload.algorithm else ()) as incoming:
        call.receive(incoming, expected)
        part = call.store.add_part(incoming, upload, number)
        headers = {"ETag": quoted_etag(part.md5, request.dialect)}
        if request.dialect == "oss":
            headers["x-oss-hash-crc64ecma"] = str(incoming.fingerprint.crc64)
            headers["Content-MD5"] = to_base64(incoming.fingerprint.md5)
        elif algorithm := upload.algorithm or expected.algorithm:
            checksum = to_base64(incoming.fingerprint.checksum(algorithm))
            headers[f"x-amz-checksum-{algorithm}"] = checksum
    return Answer(200, headers)


def _part_number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= MAX_PARTS:
        return int(text)
    raise Refusal(
        "InvalidArgument",
        f"Part number must be an integer between 1 and {MAX_PARTS}, inclusive",
        ArgumentName="partNumber",
        ArgumentValue=text,
    )


def complete(call: Call) -> Answer:
    """CompleteMultipartUpload.

    A second complete finds no upload: what S3 and OSS answer to it is not documented, and this is our assumption.
    """
    request = call.request
    upload = call.store.upload(request.bucket, request.key, call.parameter("uploadId"))
    wanted = [_wanted(node) for node in children(parse(call.document(), "CompleteMultipartUpload"), "Part")]
    if not wanted:
        raise Refusal("MalformedXML")
    stored = call.store.complete(
        request.bucket,
        request.key,
        upload.upload_id,
        wanted,
        min_part_size=MIN_PART_SIZE[request.dialect],
        condition=write_condition(request),
    )
    content: list[tuple[str, Content]] = [
        *call.encoding_type(),
        ("Location", f"http://{request.header('host')}{request.raw_path}"),
        ("Bucket", request.bucket),
        ("Key", call.encoded(request.key)),
        ("ETag", quoted_etag(stored.etag, request.dialect)),
    ]
    if request.dialect == "s3":
        content.extend((_ELEMENTS[name], value) for name, value in stored.checksums.items())
        if kind := checksum_headers(stored.checksums).get("x-amz-checksum-type"):
            content.append(("ChecksumType", kind))
    headers = stored_headers(stored, request) if request.dialect == "oss" else {}
    return xml_answer(request, "CompleteMultipartUploadResult", content, headers)


def _wanted(node: ET.Element) -> WantedPart:
    number, etag = node.findtext("PartNumber") or "", node.findtext("ETag")
    if not (number.isascii() and number.isdigit() and len(number) <= 5) or etag is None:
        raise Refusal("MalformedXML")
    checksum = next((text for tag in _ELEMENTS.values() if (text := node.findtext(tag))), None)
    try:
        value = base64.b64decode(checksum, validate=True) if checksum is not None else None
    except binascii.Error as error:
        raise Refusal("MalformedXML") from error
    return WantedPart(int(number), etag.strip().strip('"').lower(), value)


def abort(call: Call) -> Answer:
    """AbortMultipartUpload."""
    call.document()
    call.store.abort(call.request.bucket, call.request.key, call.parameter("uploadId"))
    return Answer(204)


def list_parts(call: Call) -> Answer:
    """ListParts."""
    call.document()
    request = call.request
    upload = call.store.upload(request.bucket, request.key, call.parameter("uploadId"))
    limit = call.number("max-parts", 1000, low=1, high=1000)
    marker = call.number("part-number-marker", 0, low=0, high=MAX_PARTS)
    later = sorted((part for part in list(upload.parts.values()) if part.number > marker), key=lambda part: part.number)
    shown = later[:limit]
    content: list[tuple[str, Content]] = [
        *call.encoding_type(),
        ("Bucket", request.bucket),
        ("Key", call.encoded(request.key)),
        ("UploadId", upload.upload_id),
        ("StorageClass", "Standard" if request.dialect == "oss" else "STANDARD"),
        ("PartNumberMarker", marker),
        ("NextPartNumberMarker", shown[-1].number if shown else 0),
        ("MaxParts", limit),
        ("IsTruncated", len(later) > limit),
    ]
    if request.dialect == "s3" and upload.algorithm is not None:
        content.append(("ChecksumAlgorithm", upload.algorithm.upper()))
        content.append(("ChecksumType", "FULL_OBJECT" if upload.full_object else "COMPOSITE"))
    content.extend(("Part", _part(call, part, upload.algorithm)) for part in shown)
    return xml_answer(request, "ListPartsResult", content)


def _part(call: Call, part: Part, algorithm: str | None) -> list[tuple[str, Content]]:
    shown: list[tuple[str, Content]] = [
        ("PartNumber", part.number),
        ("LastModified", iso_time(part.last_modified)),
        ("ETag", quoted_etag(part.md5, call.request.dialect)),
        ("Size", part.size),
    ]
    if call.request.dialect == "s3" and algorithm is not None and part.checksum is not None:
        shown.append((_ELEMENTS[algorithm], to_base64(part.checksum)))
    return shown
