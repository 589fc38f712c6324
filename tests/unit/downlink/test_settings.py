"""Where a client's settings come from."""

from pathlib import Path

import pytest

from skybind import Downlink
from skybind.downlink.settings import DownlinkSettings
from skybind.downlink.signing import ORDER_B, CanonicalForm
from skybind.errors import CredentialsMissing, UsageError

ENVIRONMENT = {
    "SKYBIND_DOWNLINK_API_ID": "id",
    "SKYBIND_DOWNLINK_API_KEY": "s3cret",
    "SKYBIND_DOWNLINK_BASE_URL": "http://127.0.0.1:9",
    "SKYBIND_DOWNLINK_DEVICE_ID": "dock-7",
    "SKYBIND_DOWNLINK_CANONICAL": "order=B; query=raw",
}


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but those of the test."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", str(tmp_path / "profiles.toml"))


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """All five settings may stand in the environment."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    with Downlink.from_env() as downlink:
        settings = downlink._settings
    assert settings.dialect.base_url == "http://127.0.0.1:9"
    assert (settings.dialect.api_id, settings.dialect.api_key) == ("id", "s3cret")
    assert settings.dialect.form == CanonicalForm(order=ORDER_B, query="raw")
    assert settings.device_id == "dock-7"


def test_from_a_profile(tmp_path: Path) -> None:
    """A section of the profile file has them too."""
    file = tmp_path / "profiles.toml"
    file.write_text('[dock.downlink]\napi_id = "a"\napi_key = "b"\nbase_url = "dev"\n')
    file.chmod(0o600)
    settings = DownlinkSettings.of({}, profile="dock")
    assert (settings.dialect.api_id, settings.dialect.base_url) == ("a", "https://dev.utmos.dev")
    assert settings.device_id is None
    assert settings.dialect.form == CanonicalForm()


def test_what_is_given_counts_first() -> None:
    """An argument stands above the environment; a form may be given as an object."""
    form = CanonicalForm(label="X")
    settings = DownlinkSettings.of({"api_id": "mine"}, canonical=form, environ=ENVIRONMENT)
    assert (settings.dialect.api_id, settings.dialect.form) == ("mine", form)
    said = DownlinkSettings.of({}, canonical="label=Y", environ=ENVIRONMENT)
    assert said.dialect.form == CanonicalForm(label="Y")


def test_what_is_missing_is_named() -> None:
    """Without ID or key there is no client, and the message names what to set."""
    with pytest.raises(CredentialsMissing) as missing:
        DownlinkSettings.of({"api_id": "id"}, environ={})
    assert "SKYBIND_DOWNLINK_API_KEY" in missing.value.advice


def test_a_form_that_cannot_be_is_refused() -> None:
    """A typing error in the form is told when the client is made, not by a refused signature."""
    with pytest.raises(UsageError, match="no part 'bodyhash'"):
        DownlinkSettings.of({}, environ={**ENVIRONMENT, "SKYBIND_DOWNLINK_CANONICAL": "order=label,bodyhash"})


def test_views_share_the_settings() -> None:
    """A view with other options is the same client otherwise."""
    with Downlink("id", "s3cret", base_url="http://127.0.0.1:9") as downlink:
        view = downlink.with_options(timeout=5)
        assert view.options.total_timeout == 5
        assert downlink.options.total_timeout == 120
        assert "s3cret" not in repr(view) + repr(view._settings)
