"""Which operation a request asks for."""

from collections.abc import Callable

from attrs import frozen

from . import list_operations, object_operations, upload_operations
from .answers import Answer
from .calls import Call
from .refusals import Refusal
from .request import Request


@frozen
class Operation:
    """``name`` is what arrivals and faults go by, ``action`` what the keys must allow.

    ``takes_object`` marks those whose body is an object's content. ``scope`` is the query parameter that the
    policy's prefix is held against, where it is not the key.
    """

    name: str
    action: str
    run: Callable[[Call], Answer]
    takes_object: bool = False
    scope: str | None = None


def _not_implemented(_: Call) -> Answer:
    raise Refusal("NotImplemented")


def _not_allowed(_: Call) -> Answer:
    raise Refusal("MethodNotAllowed")


_GET = Operation("get", "get", object_operations.get_object)
_HEAD = Operation("head", "get", object_operations.get_object)
_PUT = Operation("put", "put", object_operations.put_object, takes_object=True)
_DELETE = Operation("delete", "delete", object_operations.delete_object)
# The keys are in the body: the operation itself asks the policy for each of them.
_DELETE_MANY = Operation("deleteMany", "delete", object_operations.delete_objects, scope="")
_INITIATE = Operation("initiate", "multipart", upload_operations.initiate)
_PART = Operation("part", "multipart", upload_operations.upload_part, takes_object=True)
_PARTS = Operation("parts", "multipart", upload_operations.list_parts)
_COMPLETE = Operation("complete", "multipart", upload_operations.complete)
_ABORT = Operation("abort", "multipart", upload_operations.abort)
_UPLOADS = Operation("uploads", "multipart", list_operations.list_uploads, scope="prefix")
_LIST = Operation("list", "list", list_operations.list_objects, scope="prefix")
_LOCATION = Operation("location", "list", list_operations.location, scope="")
_HEAD_BUCKET = Operation("headBucket", "list", list_operations.head_bucket, scope="")
# No keys allow the action "service": listing the buckets of an account is refused, as upload tokens see it.
_LIST_BUCKETS = Operation("listBuckets", "service", _not_implemented)
_OTHER = Operation("other", "", _not_implemented)
_NOT_ALLOWED = Operation("other", "", _not_allowed)

# Sub-resources that exist on the real services and not here. Answered with 501, lest `PUT key?acl` store an object.
_UNKNOWN_PARAMETERS = frozenset({
    "accelerate", "acl", "analytics", "append", "asyncFetch", "attributes", "bucketInfo", "callback", "cname", "comp",
    "cors", "encryption", "img", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "live", "logging",
    "metrics", "notification", "object-lock", "objectMeta", "ownershipControls", "policy", "policyStatus", "position",
    "publicAccessBlock", "qos", "referer", "replication", "requestPayment", "restore", "retention", "select",
    "select-type", "stat", "style", "symlink", "tagging", "torrent", "transferAcceleration", "versionId", "versioning",
    "versions", "website", "worm", "x-oss-async-process", "x-oss-process",
})  # fmt: skip

# The same for headers: to leave one of these out of account would store something else than what was asked for.
_UNKNOWN_HEADERS = ("callback", "callback-var", "complete-all", "copy-source", "server-side-encryption")


def resolve(request: Request) -> Operation:
    """The operation; for what the store does not do, one that refuses in the service's words."""
    if not request.bucket:
        return _LIST_BUCKETS
    if _UNKNOWN_PARAMETERS & request.query.keys() or any(request.vendor_header(name) for name in _UNKNOWN_HEADERS):
        return _OTHER
    return _on_object(request) if request.key else _on_bucket(request)


def _on_object(request: Request) -> Operation:
    query = request.query
    match request.method:
        case "GET":
            return _PARTS if "uploadId" in query else _GET
        case "HEAD":
            return _HEAD
        case "PUT":
            return _PART if "uploadId" in query or "partNumber" in query else _PUT
        case "DELETE":
            return _ABORT if "uploadId" in query else _DELETE
        case "POST" if "uploads" in query:
            return _INITIATE
        case "POST" if "uploadId" in query:
            return _COMPLETE
        case _:
            return _NOT_ALLOWED


def _on_bucket(request: Request) -> Operation:
    query = request.query
    match request.method:
        case "GET" if "location" in query:
            return _LOCATION
        case "GET" if "uploads" in query:
            return _UPLOADS
        case "GET":
            return _LIST
        case "HEAD":
            return _HEAD_BUCKET
        case "POST" if "delete" in query:
            return _DELETE_MANY
        case "PUT" | "DELETE" | "POST":
            return _OTHER  # making and removing buckets, form uploads
        case _:
            return _NOT_ALLOWED
