"""IAM as a play: gives numbered tokens for the right password."""

import json
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import define, field

from unit.overlay.peers import Exchange

ISSUED = datetime(2026, 1, 31, 12, 0, 0, 701000, UTC)


def stamp(at: datetime) -> str:
    """As IAM writes times."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def answer(lives: timedelta = timedelta(hours=24)) -> dict[str, Any]:
    """The body of a token, with more than anybody needs."""
    return {
        "token": {
            "issued_at": stamp(ISSUED),
            "expires_at": stamp(ISSUED + lives),
            "methods": ["password"],
            "project": {"id": "p1", "name": "cn-north-4", "domain": {"id": "d1", "name": "acme"}},
            "user": {"id": "u1", "name": "ann"},
            "roles": [{"id": "0", "name": "te_admin"}],
            "catalog": [],
        }
    }


@define
class Iam:
    """Plays IAM.

    Attributes:
        password: The right one.
        given: Tokens so far.
        lives: How long they live.
    """

    password: str = "canary-password"
    given: int = 0
    asked: int = 0
    lives: timedelta = timedelta(hours=24)
    _lock: threading.Lock = field(factory=threading.Lock, init=False)

    def __call__(self, exchange: Exchange) -> None:
        user = json.loads(exchange.body())["auth"]["identity"]["password"]["user"]
        with self._lock:
            self.asked += 1
            right = user["password"] == self.password
            self.given += right
            number = self.given
        if right:
            body = json.dumps(answer(self.lives)).encode()
            exchange.answer(201, body, {"X-Subject-Token": f"canary-token-{number}"})
        else:
            refusal = {"error": {"code": 401, "message": "The username or password is wrong.", "title": "Unauthorized"}}
            exchange.answer(401, json.dumps(refusal).encode())
