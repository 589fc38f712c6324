"""What a FlightHub client is made of."""

from pathlib import Path
from typing import Any

import pytest

from skybind.errors import CredentialsMissing, UsageError
from skybind.flighthub import FlightHub
from skybind.flighthub.settings import FIELDS, FlightHubSettings
from skybind.tokens import write_token


@pytest.fixture(autouse=True)
def _no_profile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", str(tmp_path / "none.toml"))
    for field in FIELDS:
        monkeypatch.delenv(f"SKYBIND_FLIGHTHUB_{field}".upper(), raising=False)


def settings(**given: str) -> FlightHubSettings:
    return FlightHubSettings.of({"user_token": "t", "region": "eu", **given}, environ={})


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """``from_env`` takes token, project, region and version from variables of those names."""
    for name, value in (("USER_TOKEN", "t"), ("PROJECT_UUID", "p"), ("REGION", "us"), ("VERSION", "v2.0")):
        monkeypatch.setenv(f"SKYBIND_FLIGHTHUB_{name}", value)
    with FlightHub.from_env() as client:
        assert repr(client) == "<FlightHub https://es-flight-api-us.djigate.com/openapi/v2.0>"
        assert client._settings.dialect.project_uuid == "p"


def test_an_endpoint_stands_in_place_of_a_region(monkeypatch: pytest.MonkeyPatch) -> None:
    """On premises there is no region."""
    monkeypatch.setenv("SKYBIND_FLIGHTHUB_USER_TOKEN", "t")
    monkeypatch.setenv("SKYBIND_FLIGHTHUB_BASE_URL", "http://127.0.0.1:30812")
    with FlightHub.from_env() as client:
        assert repr(client) == "<FlightHub http://127.0.0.1:30812/openapi/v0.1>"


def test_a_missing_token_says_what_to_set() -> None:
    """The name of the variable is in the advice."""
    with pytest.raises(CredentialsMissing) as caught:
        FlightHubSettings.of({"region": "eu"}, environ={})
    assert "SKYBIND_FLIGHTHUB_USER_TOKEN" in caught.value.advice


def test_no_region_and_no_endpoint_is_refused() -> None:
    """A token belongs to one region, and none is guessed."""
    with pytest.raises(UsageError, match="three regions"):
        FlightHubSettings.of({"user_token": "t"}, environ={})


@pytest.mark.parametrize("given", [{"renewal": "maybe"}, {"archive": "ftp"}, {"language": "de"}])
def test_a_choice_that_there_is_not_is_refused(given: dict[str, str]) -> None:
    """Each names what there is."""
    with pytest.raises(UsageError) as caught:
        settings(**given)
    assert caught.value.advice


def test_the_key_of_a_folder_stays_with_its_project() -> None:
    """Another person's token finds the same uploads, another project or host does not; else the token counts."""
    mine = settings(project_uuid="p").key("/card")
    assert settings(project_uuid="p", user_token="other").key("/card") == mine
    assert settings(project_uuid="p", version="v2.0").key("/card") == mine
    others = [settings(project_uuid="q"), settings(project_uuid="p", region="us"), settings(), settings(user_token="u")]
    assert len({mine, *(other.key("/card") for other in others)}) == 5


def test_tokens_of_jobs_go_there_and_back() -> None:
    """A resume token names the model, and holds no secret."""
    made = settings(user_token="canary", project_uuid="canary-project")
    assert made.job_id(made.job_token("m-1")) == "m-1"
    assert made.job_id("m-1") == "m-1"


@pytest.mark.parametrize(
    ("token", "words"),
    [
        (write_token("flighthub", {"j": "m", "region": "us"}), "'us'"),
        (write_token("flighthub", {"f": "k"}), "no job yet"),
        (write_token("terra", {"j": "m"}), "belongs to terra"),
    ],
)
def test_tokens_of_elsewhere_are_refused(token: str, words: str) -> None:
    """Another region, another service, an upload."""
    with pytest.raises(UsageError, match=words):
        settings().job_id(token)


def test_secrets_are_in_no_repr() -> None:
    """Neither of the client nor of its settings."""
    made: Any = settings(user_token="canary-token", organization_key="canary-key")
    assert "canary" not in repr(made)
