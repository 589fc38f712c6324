"""What each client does with a folder of photos and a store: programs for processes of their own.

They are told where the store is by AWS's variables of the environment, and by STORE and BUCKET.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_WORKERS = 8

# The engine with its ledger and digests, on a service that grants and confirms at once.
SKYBIND = """
import os, sys
from pathlib import Path
from skybind.options import Options
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.photos import scan
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind.transfers.upload import Grant, Plan, UploadProgress, upload
from skybind.wire.clock import ServiceClock

bucket = Bucket("DIALECT", os.environ["STORE"], os.environ["BUCKET"], "REGION")
keys = StoreKeys(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"])

class Service:
    def grant(self):
        return Grant(bucket, keys, lambda name: "flight/" + name, None, "")
    def confirm(self, grant, files):
        return {sent.photo.name: "id" for sent in files}

bundle = os.environ.get("AWS_CA_BUNDLE")
options = Options(ca_bundle=Path(bundle) if bundle else None)
progress = UploadProgress()
with Ledger(Path(os.environ["STATE"]) / "ledger.sqlite3") as ledger, ledger.exclusive("f"):
    known = ledger.confirmed("f")
    photos = scan(sys.argv[1], known=known.holds)
    safe, todo = photos.parted(known.holds)
    ledger.flight("f", "bench", sys.argv[1])
    upload(todo, Service(), plan=Plan(batch=1000), options=options, clock=ServiceClock(), progress=progress,
        record=lambda files: ledger.confirm("f", "r", files), parts=FlightParts(ledger, "f"))
"""

SKYBIND_OSS = SKYBIND.replace("DIALECT", "oss").replace("REGION", "cn-hangzhou")
SKYBIND = SKYBIND.replace("DIALECT", "s3").replace("REGION", "us-east-1")

_SIGNED = """
import http.client, os, ssl, sys, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from urllib.parse import urlsplit
from skybind.transfers.signing import StoreKeys, sign_s3
parts = urlsplit(os.environ["STORE"])
keys = StoreKeys(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"])
context = ssl.create_default_context(cafile=os.environ.get("AWS_CA_BUNDLE")) if parts.scheme == "https" else None
own = local()
def send(path):
    if not hasattr(own, "connection"):
        if context:
            own.connection = http.client.HTTPSConnection(parts.hostname, parts.port, blocksize=1 << 20, context=context)
        else:
            own.connection = http.client.HTTPConnection(parts.hostname, parts.port, blocksize=1 << 20)
    connection, target = own.connection, f"/{os.environ['BUCKET']}/flight/{path.name}"
    signed = sign_s3(keys, "PUT", target, {}, {}, host=parts.netloc, region="us-east-1", unix_seconds=time.time())
    with path.open("rb", buffering=0) as file:
        BODY
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
with ThreadPoolExecutor(8) as pool:
    list(pool.map(send, sorted(Path(sys.argv[1]).iterdir())))
"""

# Nothing is looked at on the way: what the bytes cost at the least.
SENDFILE = _SIGNED.replace(
    "BODY",
    """connection.putrequest("PUT", target, skip_host=True)
        for name, value in {**signed, "content-length": str(path.stat().st_size)}.items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.sock.sendfile(file)""",
)
HTTP_CLIENT = _SIGNED.replace(
    "BODY", 'connection.request("PUT", target, file, {**signed, "content-length": str(path.stat().st_size)})'
)

_BOTO3 = """
import os, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import boto3
client = boto3.client("s3", endpoint_url=os.environ["STORE"], region_name="us-east-1")
bucket = os.environ["BUCKET"]
def send(path):
    CALL
with ThreadPoolExecutor(8) as pool:
    list(pool.map(send, sorted(Path(sys.argv[1]).iterdir())))
"""

_PROGRAMS = {
    "raw sendfile": SENDFILE,
    "http.client, 1 MiB": HTTP_CLIENT,
    "skybind, S3": SKYBIND,
    "skybind, OSS": SKYBIND_OSS,
    "boto3 put_object": _BOTO3.replace("CALL", 'client.put_object(Bucket=bucket, Key=path.name, Body=path.open("rb"))'),
    "boto3 upload_file": _BOTO3.replace("CALL", "client.upload_file(str(path), bucket, path.name)"),
}


def commands(photos: Path, settings: dict[str, str], tools: Path | None, *, tls: bool) -> dict[str, list[str]]:
    """The command of each client that is here. s5cmd and rclone are looked for in ``tools``, then on the PATH."""
    found = {
        name: [sys.executable, "-c", program, str(photos)]
        for name, program in _PROGRAMS.items()
        if not (tls and name == "raw sendfile")  # TLS encrypts on this side of the system
    }
    where = str(tools) if tools else None
    s5cmd = shutil.which("s5cmd", path=where) or shutil.which("s5cmd")
    if s5cmd:
        target = f"s3://{settings['BUCKET']}/s5/"
        more = ["--no-verify-ssl"] if tls else []
        found["s5cmd cp"] = [
            s5cmd, "--endpoint-url", settings["STORE"], *more,
            "--numworkers", str(_WORKERS), "cp", f"{photos}/", target,
        ]  # fmt: skip
    rclone = shutil.which("rclone", path=where) or shutil.which("rclone")
    if rclone:
        remote = (
            f":s3,provider=Other,env_auth=true,endpoint='{settings['STORE']}',region=us-east-1,no_check_bucket=true"
        )
        more = ["--no-check-certificate"] if tls else []
        found["rclone copy"] = [
            rclone, "copy", "--transfers", str(_WORKERS), *more, str(photos), f"{remote}:{settings['BUCKET']}/rc",
        ]  # fmt: skip
    return found
