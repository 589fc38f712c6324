"""Requests signed by botocore and written to a socket byte by byte."""

import http.client
import socket
from collections.abc import Mapping

from attrs import frozen
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

UNSIGNED = "UNSIGNED-PAYLOAD"


class _Auth(S3SigV4Auth):
    """S3's signature with a payload word of our choice."""

    def __init__(self, credentials: Credentials, payload: str, region: str) -> None:
        super().__init__(credentials, "s3", region)
        self._payload = payload

    def payload(self, request: AWSRequest) -> str:
        return self._payload


@frozen
class Raw:
    """A port and keys."""

    port: int
    access_key_id: str
    secret: str

    def headers(
        self,
        method: str,
        target: str,
        *,
        payload: str = UNSIGNED,
        region: str = "us-west-2",
        secret: str | None = None,
        **more: str,
    ) -> dict[str, str]:
        """Signed headers; ``more`` is signed too, with underscores for dashes."""
        host = f"127.0.0.1:{self.port}"
        given = {name.replace("_", "-"): value for name, value in more.items()}
        request = AWSRequest(method, f"http://{host}{target}", headers=given)
        _Auth(Credentials(self.access_key_id, secret or self.secret), payload, region).add_auth(request)
        return {"Host": host, **dict(request.headers.items())}

    def connect(self) -> socket.socket:
        """A plain connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def head(self, method: str, target: str, headers: Mapping[str, str]) -> bytes:
        """A request's head as bytes."""
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def request(self, method: str, target: str, body: bytes = b"", **signing: str) -> tuple[int, dict[str, str], bytes]:
        """One signed request on a connection of its own: status, headers in lower case, body."""
        headers = self.headers(method, target, **signing)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, target, body=body if method in {"PUT", "POST"} else None, headers=headers)
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return response.status, named, response.read()
        finally:
            connection.close()


def read_answer(connection: socket.socket, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """The next answer on a connection; ConnectionError when there is none."""
    response = http.client.HTTPResponse(connection, method=method)
    response.begin()
    named = {name.lower(): value for name, value in response.getheaders()}
    return response.status, named, response.read()
