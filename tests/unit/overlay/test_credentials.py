"""Where credentials come from."""

import sys
import types
from pathlib import Path

import pytest

from skybind import credentials
from skybind.credentials import find, profile_path
from skybind.errors import CredentialsMissing, UsageError

REQUIRED = ("app_key", "secret_key")
OPTIONAL = ("region",)


class Keyring(types.ModuleType):
    """A keyring with some entries; ``broken`` has no backend, as on a server without a desktop."""

    def __init__(self, entries: dict[tuple[str, str], str], *, broken: bool = False) -> None:
        super().__init__("keyring")
        self.asked: list[tuple[str, str]] = []
        self.entries = entries
        self.broken = broken

    def get_password(self, service: str, field: str) -> str | None:
        self.asked.append((service, field))
        if self.broken:
            raise sys.modules["keyring.errors"].KeyringError
        return self.entries.get((service, field))


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    """An empty keyring in place of the tester's."""
    errors = types.ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    ring = Keyring({})
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return ring


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keyring: Keyring) -> Path:
    """The path of a profile file that is not there yet."""
    path = tmp_path / "profiles.toml"
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", str(path))
    return path


def write(path: Path, text: str | bytes, mode: int = 0o600) -> None:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)


FILE = """
[default.terra]
app_key = "file-key"
secret_key = "file-secret"
region = "cn"

[work.terra]
app_key = "work-key"
secret_key = "work-secret"

[default.koomap]
app_key = "other"
"""


def test_what_the_caller_gives_stands_above_all(profiles: Path, keyring: Keyring) -> None:
    """A given field is taken before the environment's, which is taken before the file's, field by field."""
    write(profiles, FILE)
    environ = {"SKYBIND_TERRA_APP_KEY": "env-key", "SKYBIND_TERRA_SECRET_KEY": "env-secret"}
    found = find("terra", REQUIRED, OPTIONAL, given={"app_key": "mine", "secret_key": None}, environ=environ)
    assert found == {"app_key": "mine", "secret_key": "env-secret", "region": "cn"}
    assert keyring.asked == []


def test_the_file_stands_above_the_keyring(profiles: Path, keyring: Keyring) -> None:
    """Only required fields that are nowhere else are asked of the keyring's entry of the profile and service."""
    write(profiles, '[default.terra]\napp_key = "file-key"\n')
    keyring.entries = {
        ("skybind/default/terra", "app_key"): "ring-key",
        ("skybind/default/terra", "secret_key"): "ring-secret",
    }
    assert find("terra", REQUIRED, OPTIONAL, environ={}) == {"app_key": "file-key", "secret_key": "ring-secret"}


def test_an_empty_variable_is_not_set(profiles: Path) -> None:
    """A variable that is set to nothing hides nothing."""
    write(profiles, FILE)
    assert find("terra", REQUIRED, environ={"SKYBIND_TERRA_APP_KEY": ""})["app_key"] == "file-key"


def test_the_file_is_not_opened_in_vain(profiles: Path) -> None:
    """With everything given, a profile file that could not be used does not matter."""
    write(profiles, "not toml", 0o644)
    given = {"app_key": "a", "secret_key": "b", "region": "us"}
    assert find("terra", REQUIRED, OPTIONAL, given=given, environ={}) == given


def test_only_fields_of_the_service_come_back(profiles: Path) -> None:
    """Other keys of the section and other things given are left out; absent optional ones too."""
    write(profiles, FILE.replace("[work", 'colour = "red"\n[work').replace('region = "cn"', ""))
    assert find("terra", REQUIRED, OPTIONAL, given={"shape": "x"}, environ={}) == {
        "app_key": "file-key",
        "secret_key": "file-secret",
    }


def test_values_are_text(profiles: Path) -> None:
    """A key that looks like a number to TOML is still a key."""
    write(profiles, "[default.terra]\napp_key = 123\nsecret_key = 4.5\n")
    assert find("terra", REQUIRED, environ={}) == {"app_key": "123", "secret_key": "4.5"}


# ------------------------------------------------------------------------------------------------------------- profiles


@pytest.mark.parametrize(
    ("argument", "environ", "expected"),
    [
        (None, {}, "file-key"),
        ("work", {}, "work-key"),
        (None, {"SKYBIND_PROFILE": "work"}, "work-key"),
        ("default", {"SKYBIND_PROFILE": "work"}, "file-key"),
    ],
)
def test_a_profile_is_chosen(profiles: Path, argument: str | None, environ: dict[str, str], expected: str) -> None:
    """The argument counts before ``SKYBIND_PROFILE``, and that before ``default``."""
    write(profiles, FILE)
    assert find("terra", REQUIRED, profile=argument, environ=environ)["app_key"] == expected


def test_a_profile_is_the_whole_of_it(profiles: Path) -> None:
    """What a chosen profile lacks is not filled up from the default one: that would be another account's secret."""
    write(profiles, FILE.replace('secret_key = "work-secret"', ""))
    with pytest.raises(CredentialsMissing, match="secret_key not found"):
        find("terra", REQUIRED, profile="work", environ={})


def test_the_file_has_a_place_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ``SKYBIND_PROFILE_FILE`` it lies in the user's configuration folder."""
    monkeypatch.delenv("SKYBIND_PROFILE_FILE", raising=False)
    assert profile_path().parts[-2:] == ("skybind", "profiles.toml")
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", "/elsewhere/p.toml")
    assert profile_path() == Path("/elsewhere/p.toml")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_file_that_others_may_read_is_refused(profiles: Path, mode: int) -> None:
    """Any right of group or others is refused, and the advice says what to do; nothing of the file is printed."""
    write(profiles, FILE, mode)
    with pytest.raises(UsageError, match="others than its owner") as caught:
        find("terra", REQUIRED, environ={})
    assert f"chmod 600 {profiles}" in caught.value.advice
    assert "file-secret" not in str(caught.value)


def test_a_file_for_the_owner_alone_may_be_read_only(profiles: Path) -> None:
    """0400 is as good as 0600."""
    write(profiles, FILE, 0o400)
    assert find("terra", REQUIRED, environ={})["app_key"] == "file-key"


@pytest.mark.parametrize(
    "content",
    [
        b"app_key = canary",
        b"[default.terra\napp_key = 'canary'",
        b"\xff\xfe[\x00d\x00",
        b"default = 'canary'",
        b"[default]\nterra = 'canary'",
        b"[[default]]\nterra = 1",
    ],
    ids=["no quotes", "no bracket", "utf-16", "profile is text", "service is text", "profile is a list"],
)
def test_a_file_that_cannot_be_understood(profiles: Path, content: bytes) -> None:
    """TOML that is broken or of another shape is said to be so, by path and without a word of its content."""
    write(profiles, content)
    with pytest.raises(UsageError) as caught:
        find("terra", REQUIRED, environ={})
    assert str(profiles) in str(caught.value)
    assert not isinstance(caught.value, CredentialsMissing)
    assert "canary" not in str(caught.value) + repr(caught.value.__cause__)


def test_a_file_that_cannot_be_read(profiles: Path) -> None:
    """A folder in place of the file is an error, not an absent file."""
    profiles.mkdir()
    with pytest.raises(UsageError, match="cannot be read"):
        find("terra", REQUIRED, environ={})


# -------------------------------------------------------------------------------------------------------- nothing found


def test_what_is_missing_is_named(profiles: Path) -> None:
    """The message names the fields, the advice the variables and the section of the file."""
    write(profiles, FILE)
    with pytest.raises(CredentialsMissing, match="app_key, secret_key not found") as caught:
        find("terra", REQUIRED, profile="none", environ={})
    for hint in ("SKYBIND_TERRA_APP_KEY", "SKYBIND_TERRA_SECRET_KEY", "[none.terra]", str(profiles)):
        assert hint in caught.value.advice


def test_only_what_is_missing_is_named(profiles: Path) -> None:
    """A field that was found is not asked for."""
    with pytest.raises(CredentialsMissing) as caught:
        find("terra", REQUIRED, environ={"SKYBIND_TERRA_APP_KEY": "env-key"})
    assert "APP_KEY" not in caught.value.advice.replace("SECRET_KEY", "")
    assert "env-key" not in str(caught.value) + caught.value.advice


def test_no_file_and_no_keyring_backend(profiles: Path, keyring: Keyring) -> None:
    """A server without a desktop has no keyring; that is the same as an empty one."""
    keyring.broken = True
    with pytest.raises(CredentialsMissing):
        find("terra", REQUIRED, environ={})
    assert keyring.asked


def test_no_keyring_installed(profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keyring is optional: without the package it is passed over."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(CredentialsMissing):
        find("terra", REQUIRED, environ={})


def test_the_process_environment_is_the_default(profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without another one, the environment is that of the process."""
    monkeypatch.setenv("SKYBIND_TERRA_APP_KEY", "a")
    monkeypatch.setenv("SKYBIND_TERRA_SECRET_KEY", "b")
    assert credentials.find("terra", REQUIRED) == {"app_key": "a", "secret_key": "b"}
