"""A client that shares nothing with this project: curl and openssl, after DJI's published recipe."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators import Running, Settings, start

RECIPE = Path(__file__).with_name("published_recipe.sh")
Call = Callable[..., tuple[int, Any]]

pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("bash", "curl", "openssl")), reason="needs bash, curl and openssl"
)


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """Emulators on loopback."""
    with start(Settings()) as running:
        yield running


@pytest.fixture
def call(running: Running) -> Call:
    """Runs the recipe for one call; returns HTTP status and JSON."""
    service = running.ready["services"]["terra"]

    def call(method: str, target: str, body: str = "", *, secret: str | None = None) -> tuple[int, Any]:
        keys = {"APP_KEY": service["app_key"], "SECRET_KEY": secret or service["secret_key"]}
        done = subprocess.run(
            ["bash", str(RECIPE), service["base_url"], method, "/terra-rescon-be" + target, body],
            env={**os.environ, **keys},
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
        answer, _, status = done.stdout.rpartition("\n")
        return int(status), json.loads(answer)

    return call


def test_the_published_recipe_is_let_in(call: Call, running: Running) -> None:
    """Calls with and without body, with a query, and with text beyond ASCII are verified and served."""
    status, answer = call("POST", "/v2/store/obtain_token")
    assert (status, answer["data"]["region"]) == (200, "oss-cn-hangzhou")
    status, answer = call("POST", "/v2/resources", '{"name": "测区 Ω-1 🚁", "type": "map"}')
    assert status == 200
    uuid = answer["data"]["uuid"]
    assert running.terra.resources[-1].name == "测区 Ω-1 🚁"
    status, answer = call("GET", "/v2/resources?rows=10&page=1&search=%E6%B5%8B")
    assert (status, [one["uuid"] for one in answer["data"]["list"]]) == (200, [uuid])
    status, answer = call("DELETE", f"/v2/resources/{uuid}?deleteMode=1")
    assert (status, answer["result"]["code"]) == (200, 0)
    status, answer = call("GET", f"/v2/resources/{uuid}")
    assert (status, answer["result"]["code"]) == (404, 102002)


def test_the_published_recipe_with_another_secret_is_not(call: Call) -> None:
    """A wrong secret is told apart from an unknown user."""
    assert call("GET", "/v2/jobs", secret="wrong") == (401, {"message": "HMAC signature does not match"})
