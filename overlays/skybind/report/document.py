"""A page that is whole: no script, no font, no picture from elsewhere; light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from skybind.report.style import STYLE

__all__ = ["document"]

# Said to the browser as well, so that it holds even if a name out of a folder got in unescaped.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def document(title: str, sections: Iterable[str], made: str) -> str:
    """The page.

    Args:
        title: In plain text.
        sections: HTML; empty ones are left out.
        made: Who made it and when, in plain text.
    """
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body><main>"
        + "\n".join(section for section in sections if section)
        + f"\n<footer>{escape(made)}. The page is whole: it loads nothing.</footer></main></body></html>\n"
    )
