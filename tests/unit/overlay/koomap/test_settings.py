"""Where a KooMap client takes its credentials and addresses from."""

from pathlib import Path
from typing import Any

import pytest

from skybind.errors import CredentialsMissing, UsageError
from skybind.koomap.settings import FIELDS, KooMapSettings
from skybind.koomap.signing import AccessKeys, Scope
from skybind.koomap.tokens import Login, Token
from skybind.options import Options

LOGIN = {"domain": "acme", "username": "ann", "password": "canary-password"}
KEYS = {"ak": "canary-ak", "sk": "canary-sk"}
TOKEN = {"token": "canary-token"}
PREFIX = "SKYBIND_KOOMAP_"


def environment(*fields: dict[str, str]) -> dict[str, str]:
    """Fields as the environment has them."""
    return {PREFIX + name.upper(): value for each in fields for name, value in each.items()}


def of(given: dict[str, str | None] | None = None, *fields: dict[str, str], **more: Any) -> KooMapSettings:
    return KooMapSettings.of(given or {}, environ=environment(*fields), **more)


# --------------------------------------------------------------------------------------------------- ways to get in


@pytest.mark.parametrize(
    ("found", "access"),
    [
        ([TOKEN], "token"),
        ([LOGIN], "login"),
        ([KEYS], "aksk"),
        ([KEYS, LOGIN], "login"),
        ([KEYS, TOKEN], "token"),
        ([KEYS, LOGIN, TOKEN], "token"),
        ([KEYS, {"username": "ann"}], "aksk"),
        ([KEYS, LOGIN, {"auth": "aksk"}], "aksk"),
        ([KEYS, LOGIN, {"auth": "token"}], "login"),
        ([TOKEN, {"ak": "half"}], "token"),
    ],
)
def test_which_way_is_taken(found: list[dict[str, str]], access: str) -> None:
    """The first complete way: a given token, a login, keys; unless ``auth`` says which."""
    made = of({}, *found)
    assert made.dialect.access == access
    kinds = {"token": (Token, type(None)), "login": (type(None), Login), "aksk": (AccessKeys, type(None))}
    assert (type(made.credential), type(made.login)) == kinds[access]
    assert (made.iam is None) == (access != "login")


def test_what_is_given_stands_above_the_environment() -> None:
    """Keys as arguments are used though the environment has a login; and the other way round."""
    assert of({**KEYS}, LOGIN).dialect.access == "aksk"
    assert of({**LOGIN}, KEYS).dialect.access == "login"
    assert of({**LOGIN, **KEYS}).dialect.access == "login"
    assert of({**KEYS, "auth": "token"}, LOGIN).dialect.access == "login"
    assert of({"ak": None, "sk": None}, LOGIN, KEYS).dialect.access == "login"


def test_all_that_is_found_is_used() -> None:
    """Each field of the environment gets to where it belongs."""
    options = Options(retries=0)
    places = {"region": "cn-north-4", "obs_endpoint": "http://o:1", "iam_url": "http://i:1/", "base_url": "http://k:1/"}
    made = of({}, LOGIN, places, {"project_name": "block", "project_id": "p1"}, options=options)
    assert made.login == Login("acme", "ann", "canary-password", "block", "p1")
    assert made.iam is not None
    assert (made.dialect.base_url, made.iam.base_url, made.obs_endpoint) == ("http://k:1", "http://i:1", "http://o:1")
    assert (made.dialect.project_id, made.region, made.options) == ("p1", "cn-north-4", options)
    assert of({}, KEYS, {"security_token": "st"}).credential == AccessKeys("canary-ak", "canary-sk", "st")


def test_keys_may_be_derived() -> None:
    """The derived signature is chosen by its name; another name is refused."""
    keys = of({}, KEYS, {"signing": "V11-HMAC-SHA256"}).credential
    assert keys == AccessKeys("canary-ak", "canary-sk", scope=Scope("cn-north-4", "koomap"))
    assert of({}, KEYS, {"signing": "SDK-HMAC-SHA256"}).credential == AccessKeys("canary-ak", "canary-sk")
    with pytest.raises(UsageError, match="signing"):
        of({}, KEYS, {"signing": "HMAC"})


def test_fields_of_the_profile_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The profile file serves as the environment does."""
    file = tmp_path / "profiles.toml"
    file.write_text('[work.koomap]\nak = "canary-ak"\nsk = "canary-sk"\n')
    file.chmod(0o600)
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", str(file))
    assert KooMapSettings.of({}, profile="work", environ={}).credential == AccessKeys("canary-ak", "canary-sk")


def test_secrets_of_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyring is asked where nothing else has a whole way."""
    import keyring

    held = {("skybind/default/koomap", "ak"): "canary-ak", ("skybind/default/koomap", "sk"): "canary-sk"}
    monkeypatch.setattr(keyring, "get_password", lambda place, name: held.get((place, name)))
    assert of().credential == AccessKeys("canary-ak", "canary-sk")
    held |= {("skybind/default/koomap", "password"): "canary-password"}
    assert of({}, {"domain": "acme", "username": "ann"}).dialect.access == "login"


# -------------------------------------------------------------------------------------------------------------- missing


def test_no_credentials_at_all() -> None:
    """The error names every way to get in, and where to write them."""
    with pytest.raises(CredentialsMissing) as caught:
        of()
    for word in ("DOMAIN", "USERNAME", "PASSWORD", "AK", "SK", "TOKEN", "profile", "emulate"):
        assert word in caught.value.advice


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        ({"domain": "acme", "username": "ann"}, ["PASSWORD"]),
        ({"password": "canary-password"}, ["DOMAIN", "USERNAME"]),
        ({"ak": "canary-ak"}, ["SK"]),
        ({"sk": "canary-sk"}, ["AK"]),
        ({"username": "ann", "ak": "canary-ak"}, ["DOMAIN", "PASSWORD"]),
        ({"auth": "aksk", **LOGIN}, ["AK", "SK"]),
        ({"auth": "aksk", **LOGIN, "ak": "canary-ak"}, ["SK"]),
    ],
)
def test_a_way_that_is_not_complete(found: dict[str, str], missing: list[str]) -> None:
    """What is missing of a way that was begun is named, and what was found is not shown."""
    with pytest.raises(CredentialsMissing) as caught:
        of({}, found)
    assert all(name in caught.value.advice for name in missing)
    assert "canary" not in str(caught.value) + caught.value.advice


def test_auth_that_there_is_not() -> None:
    """Another word for ``auth`` is refused."""
    with pytest.raises(UsageError, match="auth='ak'") as caught:
        of({}, KEYS, {"auth": "ak"})
    assert "aksk" in caught.value.advice


# --------------------------------------------------------------------------------------------------- regions, addresses


def test_the_only_region_is_the_default() -> None:
    """Without a word about region and project, both are CN North-Beijing4."""
    made = of({}, LOGIN)
    assert made.dialect.base_url == "https://koomap.cn-north-4.myhuaweicloud.com"
    assert made.iam is not None
    assert made.iam.base_url == "https://iam.cn-north-4.myhuaweicloud.com"
    assert made.login is not None
    assert made.login.project_name == made.region == "cn-north-4"


def test_a_region_that_there_is_not() -> None:
    """An unknown region needs an address; with one it names project and IAM."""
    with pytest.raises(UsageError, match="eu-west-1") as caught:
        of({}, LOGIN, {"region": "eu-west-1"})
    assert "cn-north-4" in caught.value.advice
    made = of({}, LOGIN, {"region": "eu-west-1", "base_url": "https://koomap.example"})
    assert made.iam is not None
    assert made.iam.base_url == "https://iam.eu-west-1.myhuaweicloud.com"
    assert made.login is not None
    assert made.login.project_name == "eu-west-1"


def test_a_password_does_not_go_anywhere_by_default() -> None:
    """With an address of KooMap alone it is not guessed which IAM gets the password; token and keys need none."""
    with pytest.raises(UsageError, match="password") as caught:
        of({}, LOGIN, {"base_url": "http://127.0.0.1:1"})
    assert "SKYBIND_KOOMAP_IAM_URL" in caught.value.advice
    for found in (TOKEN, KEYS):
        assert of({}, found, {"base_url": "http://127.0.0.1:1"}).dialect.base_url == "http://127.0.0.1:1"


@pytest.mark.parametrize("field", ["base_url", "iam_url"])
def test_what_is_no_address(field: str) -> None:
    """An address without a scheme is refused at once."""
    places = {"base_url": "http://k:1", "iam_url": "http://i:1", field: "koomap.example"}
    with pytest.raises(UsageError, match=r"koomap\.example") as caught:
        of({}, LOGIN, places)
    assert "https://" in caught.value.advice


@pytest.mark.parametrize(
    ("given", "word"),
    [({"token": "a\nb"}, "token"), ({"token": ""}, "token is empty"), ({"ak": "a b", "sk": "x"}, "access key")],
)
def test_credentials_that_cannot_be(given: dict[str, str | None], word: str) -> None:
    """What no header can hold is refused when the client is made."""
    with pytest.raises(UsageError, match=word):
        of(given)


def test_the_names_in_the_environment() -> None:
    """These are the fields, and each is the end of a name in the environment."""
    ways = {*LOGIN, *KEYS, *TOKEN, "security_token", "signing", "project_name", "project_id", "auth"}
    assert sorted(FIELDS) == sorted({*ways, "region", "base_url", "iam_url", "obs_endpoint"})
