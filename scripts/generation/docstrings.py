"""Docstrings of the facade: what the spec says of a call, in Google's layout."""

from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from openapi_python_client.strings import safe_for_docstring

from .document import Document
from .operations import OperationView, error_codes

# A call with more codes than this tells only those that few others have; the table has them all.
_MANY_CODES = 12
_WIDELY_SHARED = 3
_WIDTH = 112  # of the text; methods are indented by eight
_EFFECTS = {
    "safe": "changes nothing, may be sent again",
    "idempotent": "may be sent again with the same outcome",
    "keyed": "may be sent again with the same key",
    "once": "not sent again when its answer is lost",
    "physical": "moves a machine, never sent again",
}


def sentences(texts: Sequence[str]) -> str:
    """Texts joined as sentences, each with one full stop; empty ones are left out."""
    cleaned = [" ".join(text.split()).rstrip(".") for text in texts]
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in cleaned if text)


def tag_doc(document: Document, tag: str) -> str:
    """What a tag's group is for."""
    for entry in document.root.get("tags") or []:
        if isinstance(entry, Mapping) and entry.get("name") == tag:
            return _safe(sentences([str(entry.get("description") or "")])) or f"Operations on {tag}."
    return f"Operations on {tag}."


def method_doc(document: Document, view: OperationView, arguments: Sequence[tuple[str, str]], annotation: str) -> str:
    """The docstring of a method, without quotes; lines after the first are not indented.

    Args:
        document: The spec.
        view: The operation.
        arguments: Name and text of each.
        annotation: What comes back; of a list, one entry.
    """
    operation = view.raw.operation
    return lay_out(
        summary=str(operation.get("summary") or view.id),
        description=str(operation.get("description") or ""),
        arguments=arguments,
        returned="" if annotation == "None" else sentences([_success_text(document, view)]),
        paged=view.paging is not None,
        effect=view.effect,
        refusals=_refusals(document, view),
        source=view.source,
    )


def lay_out(
    *,
    summary: str,
    description: str,
    arguments: Sequence[tuple[str, str]],
    returned: str,
    paged: bool,
    effect: str,
    refusals: str,
    source: str,
) -> str:
    """The parts of a method's docstring in Google's layout; empty ones are left out."""
    blocks = [_paragraph(sentences([summary]))]
    if description:
        blocks.append(_paragraph(sentences([description])))
    if arguments:
        blocks.append("\n".join(["Args:", *(_item(f"{name}: {text}") for name, text in arguments)]))
    if paged:
        blocks.append("Returns:\n" + _item("The entries of all pages, asked for page by page as they are needed."))
    elif returned:
        blocks.append("Returns:\n" + _item(returned))
    blocks.append(_paragraph(f"Effect: {effect} ({_EFFECTS[effect]})."))
    if refusals:
        blocks.append(_paragraph(f"Refusals: {refusals}."))
    blocks.append(_paragraph(f"Source: {source}"))
    return "\n\n".join(blocks)


def _success_text(document: Document, view: OperationView) -> str:
    responses: Mapping[str, Any] = view.raw.operation.get("responses") or {}
    for status, node in responses.items():
        if str(status).startswith("2"):
            return str((document.resolve(node) or {}).get("description") or "The answer")
    return "The answer"


def _refusals(document: Document, view: OperationView) -> str:
    names = {entry.get("code"): str(entry.get("name", "")) for entry in error_codes(document)}
    own = view.errors
    if len(own) > _MANY_CODES:
        shared = Counter(code for raw in document.operations() for code in raw.operation.get("x-errors") or [])
        own = tuple(code for code in own if shared[code] <= _WIDELY_SHARED)
    told = [f"{code} {names.get(code, '')}".strip() for code in own]
    if len(own) < len(view.errors):
        told.append(f"and {len(view.errors) - len(own)} codes that many calls share")
    return ", ".join(told)


def _paragraph(text: str) -> str:
    return "\n".join(wrap(_safe(text), _WIDTH, break_long_words=False, break_on_hyphens=False))


def _item(text: str) -> str:
    lines = wrap(
        _safe(text),
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _safe(text: str) -> str:
    return safe_for_docstring(" ".join(text.split()))
