"""Two object stores that speak S3, ours and one that knows nothing of us, seen alike; and what is wrong on the way.

What lies in a store is looked at with boto3, which knows nothing of us either.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import attrs
import boto3
from botocore.config import Config

from harness.seaweed import Seaweed
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind_emulators.store import StoreServer

__all__ = ["BUCKET", "REGION", "House", "bending", "emulated", "foreign"]

BUCKET = "photos"
REGION = "us-east-1"


@attrs.frozen
class House:
    """A store with a bucket, and a place in it for one test.

    Attributes:
        name: ``emulated`` or ``seaweedfs``.
        bucket: As the client sees it.
        static: Keys that may do everything in the bucket.
        prefix: Of all keys of this test.
        s3: A client of boto3 with those keys.
        temporary: Gives keys with a token that ends in so many seconds; 0 gives an ended one.
    """

    name: str
    bucket: Bucket
    static: StoreKeys
    prefix: str
    s3: Any = attrs.field(repr=False)
    temporary: Callable[[float], StoreKeys] = attrs.field(repr=False)

    def keys(self, *, lifetime_s: float = 600) -> StoreKeys:
        """Temporary keys."""
        return self.temporary(lifetime_s)

    def etag(self, name: str) -> str | None:
        """Of what lies in the store under a photo's name; None if nothing does."""
        try:
            answer = self.s3.head_object(Bucket=BUCKET, Key=self.prefix + name)
        except self.s3.exceptions.ClientError as error:
            if error.response["Error"]["Code"] not in {"404", "NoSuchKey"}:
                raise
            return None
        return str(answer["ETag"]).strip('"')

    def content(self, name: str) -> bytes:
        """What lies in the store under a photo's name."""
        return bytes(self.s3.get_object(Bucket=BUCKET, Key=self.prefix + name)["Body"].read())

    def names(self) -> list[str]:
        """Photos of this test in the store."""
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=self.prefix)
        return [found["Key"].removeprefix(self.prefix) for page in pages for found in page.get("Contents", [])]

    def open_uploads(self) -> list[str]:
        """Ids of multipart uploads of this test that nobody completed or gave up."""
        found = self.s3.list_multipart_uploads(Bucket=BUCKET, Prefix=self.prefix)
        return [upload["UploadId"] for upload in found.get("Uploads", [])]

    def parts(self, name: str, upload: str) -> list[int]:
        """Numbers of the parts that have arrived."""
        found = self.s3.list_parts(Bucket=BUCKET, Key=self.prefix + name, UploadId=upload)
        return [part["PartNumber"] for part in found.get("Parts", [])]


def _client(endpoint: str, keys: StoreKeys) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id=keys.access_key_id,
        aws_secret_access_key=keys.secret_access_key,
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}, proxies={}),
    )


def emulated(server: StoreServer, static: StoreKeys, prefix: str) -> House:
    """A place in our own store, whose bucket is there already."""

    def temporary(lifetime_s: float) -> StoreKeys:
        issued = server.store.issue(BUCKET, prefix, lifetime_s=lifetime_s)
        return StoreKeys(issued.access_key_id, issued.secret_access_key, issued.session_token)

    endpoint = server.s3_endpoint
    return House(
        "emulated", Bucket("s3", endpoint, BUCKET, REGION), static, prefix, _client(endpoint, static), temporary
    )


def foreign(server: Seaweed, prefix: str) -> House:
    """A place in SeaweedFS."""

    def temporary(lifetime_s: float) -> StoreKeys:
        keys = server.temporary(lifetime_s)
        return StoreKeys(keys.access_key_id, keys.secret_access_key, keys.session_token)

    static = StoreKeys(server.static.access_key_id, server.static.secret_access_key)
    bucket = Bucket("s3", server.endpoint, BUCKET, REGION)
    return House("seaweedfs", bucket, static, prefix, _client(server.endpoint, static), temporary)


@contextmanager
def bending(endpoint: str, at: int) -> Iterator[str]:
    """A line to a store that bends one bit: of the byte at this place, on the first connection that comes so far.

    TCP's own sum is no match for memory that forgets, nor for boxes on the way that compute it anew.
    """
    upstream = urlsplit(endpoint)
    bent = threading.Event()

    def pump(source: socket.socket, sink: socket.socket, *, bends: bool) -> None:
        passed = 0
        with suppress(OSError):
            while block := bytearray(source.recv(65536)):
                if bends and passed <= at < passed + len(block) and not bent.is_set():
                    block[at - passed] ^= 1
                    bent.set()
                passed += len(block)
                sink.sendall(block)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def talk(connection: socket.socket) -> None:
        with connection, socket.create_connection((upstream.hostname, upstream.port)) as beyond:
            back = threading.Thread(target=pump, args=(beyond, connection), kwargs={"bends": False}, daemon=True)
            back.start()
            pump(connection, beyond, bends=True)
            back.join()

    def listen() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=talk, args=(door.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=listen, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            door.shutdown(socket.SHUT_RDWR)
        assert bent.is_set(), "no request was so long"
