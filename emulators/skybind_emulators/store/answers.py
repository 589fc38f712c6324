"""Answers, before the connection puts them on the wire."""

import base64
from collections.abc import Mapping
from email.utils import formatdate
from io import FileIO

from attrs import field, frozen

from .markup import S3_NAMESPACE, Content, document
from .records import Dialect, StoredObject
from .refusals import Refusal, Wording, wording
from .request import Request


@frozen
class Answer:
    """Status, headers and either ``body`` or ``length`` bytes of ``file`` from ``offset`` on.

    Whoever sends the answer closes ``file``. ``code`` is the service's error code, for the log.
    """

    status: int
    headers: Mapping[str, str] = field(factory=dict)
    body: bytes = b""
    file: FileIO | None = None
    offset: int = 0
    length: int = 0
    code: str | None = None

    @property
    def content_length(self) -> int:
        """Bytes of the body."""
        return self.length if self.file is not None else len(self.body)


def xml_answer(request: Request, root: str, content: Content, headers: Mapping[str, str] | None = None) -> Answer:
    """200 with a document; S3's have a namespace."""
    body = document(root, content, namespace=S3_NAMESPACE if request.dialect == "s3" else None)
    return Answer(200, {"Content-Type": "application/xml", **(headers or {})}, body)


def refusal_answer(refusal: Refusal, request: Request, request_id: str) -> Answer:
    """The error document of the dialect."""
    said = wording(refusal, request.dialect)
    headers = {"Allow": "GET, HEAD, PUT, POST, DELETE"} if said.status == 405 else {}
    if said.status == 416 and "ActualObjectSize" in refusal.details:
        headers["Content-Range"] = f"bytes */{refusal.details['ActualObjectSize']}"
    return error_answer(said, request, request_id, {**_place(request), **refusal.details}, headers)


def error_answer(
    said: Wording,
    request: Request,
    request_id: str,
    details: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """An error document with given words."""
    host = request.header("host")
    content: list[tuple[str, Content]] = [
        ("Code", said.code),
        ("Message", said.message),
        *(details or {}).items(),
        ("RequestId", request_id),
        ("HostId", host if request.dialect == "oss" else base64.b64encode(request_id.encode()).decode()),
    ]
    extra = {"Content-Type": "application/xml", **(headers or {})}
    if request.dialect == "oss" and said.ec is not None:
        content.append(("EC", said.ec))
        extra["x-oss-ec"] = said.ec
    body = document("Error", content)
    if request.dialect == "oss" and request.method == "HEAD":
        extra["x-oss-err"] = base64.b64encode(body).decode()
    return Answer(said.status, extra, body, code=said.code)


def _place(request: Request) -> dict[str, str]:
    if request.dialect == "s3" and request.bucket:
        return {"BucketName": request.bucket, **({"Key": request.key} if request.key else {})}
    return {}


def quoted_etag(etag: str, dialect: Dialect) -> str:
    """OSS writes the hex digits in upper case, S3 in lower case."""
    return f'"{etag.upper() if dialect == "oss" else etag}"'


def http_date(unix_seconds: float) -> str:
    """Unix seconds as an HTTP date."""
    return formatdate(unix_seconds, usegmt=True)


_DEFAULT_TYPE: Mapping[Dialect, str] = {"oss": "application/octet-stream", "s3": "binary/octet-stream"}


def object_headers(stored: StoredObject, request: Request) -> dict[str, str]:
    """What HEAD and GET tell about an object, in the words of the dialect."""
    headers = {
        "Content-Type": _DEFAULT_TYPE[request.dialect],
        "ETag": quoted_etag(stored.etag, request.dialect),
        "Last-Modified": http_date(stored.last_modified),
        "Accept-Ranges": "bytes",
    }
    for name, value in stored.headers.items():
        shown = f"{request.vendor}{name}" if name.startswith("meta-") else name.title()
        headers[shown] = value
    if request.dialect == "oss":
        headers["x-oss-object-type"] = "Multipart" if stored.multipart else "Normal"
        headers["x-oss-storage-class"] = "Standard"
        headers["x-oss-hash-crc64ecma"] = str(stored.crc64)
        if not stored.multipart:
            headers["Content-MD5"] = base64.b64encode(bytes.fromhex(stored.etag)).decode()
    return headers


def checksum_headers(checksums: Mapping[str, str]) -> dict[str, str]:
    """S3's headers for the checksums that an object or part has."""
    headers = {f"x-amz-checksum-{name}": value for name, value in checksums.items()}
    if headers:
        composite = any("-" in value for value in checksums.values())
        headers["x-amz-checksum-type"] = "COMPOSITE" if composite else "FULL_OBJECT"
    return headers
