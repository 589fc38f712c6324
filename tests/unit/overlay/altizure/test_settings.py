"""What an Altizure client is made of."""

from typing import Any

import pytest

from skybind.altizure.settings import ADDRESSES, AltizureSettings
from skybind.errors import CredentialsMissing, UsageError


def settings(environ: dict[str, str] | None = None, **given: Any) -> AltizureSettings:
    return AltizureSettings.of({"key": "canary-key", **given}, environ=environ or {})


def test_an_app_key_is_enough() -> None:
    """Without a user, a client can be made; both public addresses are candidates."""
    made = settings()
    assert (made.login, made.token.value, made.addresses) == (None, None, tuple(ADDRESSES.values()))


def test_without_a_key_there_is_no_client() -> None:
    """The missing key is named by its variable."""
    with pytest.raises(CredentialsMissing, match="key") as caught:
        AltizureSettings.of({}, environ={})
    assert "SKYBIND_ALTIZURE_KEY" in caught.value.advice


def test_all_fields_stand_in_the_environment() -> None:
    """Each field is read from its variable."""
    names = ["KEY", "ALTITOKEN", "EMAIL", "PASSWORD", "APP_SECRET", "OSS_ENDPOINT", "S3_ENDPOINT"]
    environ = {f"SKYBIND_ALTIZURE_{name}": f"v-{name}" for name in names} | {"SKYBIND_ALTIZURE_ENDPOINT": "cn"}
    made = AltizureSettings.of({}, environ=environ)
    assert (made.key, made.token.value, made.app_secret) == ("v-KEY", "v-ALTITOKEN", "v-APP_SECRET")
    assert (made.storage.oss, made.storage.s3) == ("v-OSS_ENDPOINT", "v-S3_ENDPOINT")
    assert made.addresses == (ADDRESSES["cn"],)


@pytest.mark.parametrize(
    ("endpoint", "address"),
    [
        ("com", "https://api.altizure.com/graphql"),
        ("cn", "https://api.altizure.cn/graphql"),
        ("http://1.2.3.4:1234", "http://1.2.3.4:1234/graphql"),
        ("http://1.2.3.4:1234/", "http://1.2.3.4:1234/graphql"),
        ("http://1.2.3.4:1234/api/v2", "http://1.2.3.4:1234/api/v2"),
    ],
)
def test_an_endpoint_is_a_name_or_an_address(endpoint: str, address: str) -> None:
    """A private server is named by host and port; what takes operations is below."""
    assert settings(endpoint=endpoint).addresses == (address,)


def test_an_endpoint_that_is_none() -> None:
    """A word that is neither a name nor an address is refused before anything is sent."""
    with pytest.raises(UsageError, match="eu"):
        settings(endpoint="eu")


def test_a_given_token_stands_above_a_login() -> None:
    """With both, no password is used."""
    assert settings(altitoken="t", email="a@b", password="p").login is None


def test_an_email_needs_its_password() -> None:
    """Half a login is named, not passed over."""
    with pytest.raises(CredentialsMissing, match="password"):
        settings(email="a@b")


def test_secrets_do_not_print() -> None:
    """Nothing that lets somebody in is in the settings' text."""
    made = settings(altitoken="canary-t", app_secret="canary-s")
    assert "canary" not in repr(made)
    assert "canary" not in repr(settings(email="a@b", password="canary-p"))


def test_a_token_that_cannot_be_a_header() -> None:
    """A token with a line break is refused in words that do not hold it."""
    with pytest.raises(UsageError) as caught:
        settings(altitoken="canary\nx")
    assert "canary" not in str(caught.value)


def test_resume_tokens_know_their_server() -> None:
    """A token of a private server is not taken for another; both public addresses are one place."""
    private = settings(endpoint="http://1.2.3.4:1")
    token = private.job_token("5a01")
    assert private.job_id(token) == "5a01"
    assert settings(endpoint="cn").job_id(settings(endpoint="com").job_token("5a02")) == "5a02"
    with pytest.raises(UsageError, match=r"1\.2\.3\.4"):
        settings().job_id(token)
