"""Rates on the command line."""

import click
import pytest

from skybind.cli.options import RATE


@pytest.mark.parametrize(
    ("text", "rate"), [("5M", 5e6), ("800k", 8e5), ("1.5M", 1.5e6), ("1234", 1234), ("2MB/s", 2e6), ("1G", 1e9)]
)
def test_rates_are_read(text: str, rate: float) -> None:
    """Bytes a second, in decimal units, with or without the unit spelt out."""
    assert RATE.convert(text, None, None) == rate


@pytest.mark.parametrize("text", ["0", "-5M", "fast", "5 M", "", "5Mbit", "M", "1e6"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    """Nothing is guessed; the message shows how rates are written."""
    with pytest.raises(click.BadParameter, match=r"write 800k, 5M or 1\.5M"):
        RATE.convert(text, None, None)
