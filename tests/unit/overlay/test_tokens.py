"""Resume tokens."""

import base64
import zlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skybind.errors import UsageError
from skybind.tokens import read_token, token_service, write_token

words = st.text(min_size=1, max_size=60).filter(lambda text: max(text) < "\ud800" or max(text) > "\udfff")
contents = st.dictionaries(st.text("abcdefghij", min_size=1, max_size=8), words, max_size=5)
services = st.sampled_from(["terra", "flighthub", "koomap"])
TOKEN = write_token("terra", {"j": "5f0c9a3e-1111-4222-8333-444455556666", "region": "cn"})


@settings(deadline=None, max_examples=120)
@given(services, contents)
def test_what_goes_in_comes_out(service: str, content: dict[str, str]) -> None:
    """A token gives back what it was made of, also with blanks around it, and names its service."""
    token = write_token(service, content)
    assert read_token(token, service) == content
    assert read_token(f"  {token}\n", service) == content
    assert token_service(token) == service


@settings(deadline=None, max_examples=120)
@given(services, contents)
def test_a_token_can_be_copied(service: str, content: dict[str, str]) -> None:
    """It has only characters that a double click selects and a shell leaves alone."""
    token = write_token(service, content)
    assert set(token) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    assert token.startswith(f"sb1.{service}.")


def test_the_same_work_has_the_same_token() -> None:
    """Neither the order of the fields nor empty ones make a difference."""
    assert write_token("terra", {"a": "1", "b": "2", "c": ""}) == write_token("terra", {"b": "2", "a": "1"})


@settings(deadline=None, max_examples=120)
@given(st.integers(0, len(TOKEN) - 1), st.characters())
def test_a_wrong_character_is_noticed(at: int, character: str) -> None:
    """No token with one character mistyped is read, whatever the character; the refusal can be printed."""
    damaged = TOKEN[:at] + character + TOKEN[at + 1 :]
    if damaged.strip() != TOKEN:
        with pytest.raises(UsageError) as caught:
            read_token(damaged, "terra")
        assert str(caught.value).encode()


@pytest.mark.parametrize("length", range(len(TOKEN)))
def test_a_token_that_was_not_copied_whole(length: int) -> None:
    """No beginning and no end of a token is read."""
    for damaged in (TOKEN[:length], TOKEN[len(TOKEN) - length :]):
        with pytest.raises(UsageError):
            read_token(damaged, "terra")


@settings(deadline=None, max_examples=120)
@given(st.text() | st.from_regex(r"sb1\.terra\.[0-9A-Za-z_-]{0,40}", fullmatch=True))
@example("sb1.terra.\udcff")
@example("sb1.\udcff.x")
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is given as a token is refused in words, undecodable bytes of a command line included."""
    with pytest.raises(UsageError) as caught:
        read_token(text, "terra")
    assert str(caught.value).encode()
    assert caught.value.advice.encode()


def test_a_token_of_another_service() -> None:
    """It is told which service it belongs to."""
    with pytest.raises(UsageError, match="belongs to terra, not to flighthub") as caught:
        read_token(TOKEN, "flighthub")
    assert "terra" in caught.value.advice


def test_a_token_of_a_later_version() -> None:
    """It is told that another skybind wrote it, not that it is damaged."""
    with pytest.raises(UsageError, match="version sb2"):
        token_service("sb2" + TOKEN[3:])


def test_a_well_sealed_token_that_is_no_object() -> None:
    """A payload of another shape than ours is refused like damage."""
    payload = base64.urlsafe_b64encode(b"[1]").decode().rstrip("=")
    check = f"{zlib.crc32(f'terra.{payload}'.encode()) & 0xFFFFFF:06x}"
    with pytest.raises(UsageError, match="damaged"):
        read_token(f"sb1.terra.{payload}{check}", "terra")


def test_a_long_text_is_not_repeated_whole() -> None:
    """Something long that was given by mistake, a key perhaps, is not printed in full."""
    with pytest.raises(UsageError) as caught:
        token_service("k" * 100)
    assert "k" * 41 not in str(caught.value)
