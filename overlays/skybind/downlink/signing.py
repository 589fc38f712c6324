"""The open platform's signature: HMAC-SHA256 over a canonical form of the request. Pure: no clock, no network.

Source: the platform's page on authentication. It says that the signed text has eight lines, that the first is a label,
and that the signature is lower-case hexadecimal; the copy that is known ends there. What the label is in full, what the
other lines are and in which order is our assumption, and therefore data: :class:`CanonicalForm`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from typing import Literal, cast, get_args
from urllib.parse import quote, unquote

import attrs

from skybind.errors import UsageError

__all__ = ["ORDER_A", "ORDER_B", "CanonicalForm", "Part", "canonical_text", "sign"]

Part = Literal["label", "method", "path", "query", "api_id", "timestamp", "nonce", "body_sha256"]
QueryMode = Literal["sorted", "raw"]
HashEncoding = Literal["hex", "upper_hex", "base64"]

_PARTS = cast("tuple[Part, ...]", get_args(Part))
#: As the family of AWS, Huawei and Tencent has it: what is asked for first, who asks and when after it.
ORDER_A = _PARTS
#: Who asks and when before what is asked for.
ORDER_B: tuple[Part, ...] = ("label", "api_id", "timestamp", "nonce", "method", "path", "query", "body_sha256")
_ORDERS = {"A": ORDER_A, "B": ORDER_B}
_SEPARATORS = {"LF": "\n", "CRLF": "\r\n", "none": ""}
_PREFIX = "/api/"  # signed paths begin here, wherever a gateway puts the platform; our assumption


def _known_parts(_: object, _attribute: attrs.Attribute[tuple[Part, ...]], order: tuple[Part, ...]) -> None:
    unknown = [part for part in order if part not in _PARTS]
    if unknown or len(set(order)) != len(order) or not order:
        what = f"has no part {unknown[0]!r}" if unknown else "names each part at most once, and at least one"
        raise UsageError(f"the order of a canonical form {what}", advice=f"Parts are {', '.join(_PARTS)}.")


@attrs.frozen
class CanonicalForm:
    """How a request becomes the text that is signed.

    Attributes:
        order: Its parts, one a line.
        label: The first line's text; our assumption, of which ``UTMOS-HMA`` is documented.
        separator: Between the lines; none follows the last one.
        query: ``sorted`` by name and then by value, encoded as RFC 3986 says, or ``raw``, as it is sent.
        body_hash: How the SHA-256 of the body is written.

    Raises:
        UsageError: a part, query mode or encoding that there is not.
    """

    order: tuple[Part, ...] = attrs.field(default=ORDER_A, validator=_known_parts)
    label: str = "UTMOS-HMAC-SHA256"
    separator: str = "\n"
    query: QueryMode = attrs.field(default="sorted")
    body_hash: HashEncoding = attrs.field(default="hex")

    @query.validator
    @body_hash.validator
    def _one_of(self, attribute: attrs.Attribute[str], value: str) -> None:
        known = get_args(QueryMode if attribute.name == "query" else HashEncoding)
        if value not in known:
            raise UsageError(
                f"a canonical form has no {attribute.name} {value!r}",
                advice=f"Say {', '.join(known[:-1])} or {known[-1]}.",
            )

    @classmethod
    def of(cls, text: str) -> CanonicalForm:
        """A form from one line of text, as ``SKYBIND_DOWNLINK_CANONICAL`` has it.

        ``order=B``, or for example
        ``order=label,api_id,timestamp,nonce,method,path,query,body_sha256; label=…; separator=LF; query=raw;
        body_hash=base64``. What is not named keeps its default; orders may be ``A`` or ``B``, separators ``LF``,
        ``CRLF``, ``none`` or a text.

        Raises:
            UsageError: something in it is unknown.
        """
        given: dict[str, str] = {}
        for setting in filter(str.strip, text.split(";")):
            name, equals, value = (piece.strip() for piece in setting.partition("="))
            if not equals or name not in {field.name for field in attrs.fields(cls)}:
                raise UsageError(
                    f"a canonical form has no {name!r}",
                    advice="Say order=…; label=…; separator=…; query=…; body_hash=….",
                )
            given[name] = value
        order = given.pop("order", "A")
        separator = given.pop("separator", "LF")
        return cls(
            order=_ORDERS.get(order) or cast("tuple[Part, ...]", tuple(part.strip() for part in order.split(","))),
            separator=_SEPARATORS.get(separator, separator),
            label=given.get("label", cls().label),
            query=cast("QueryMode", given.get("query", "sorted")),
            body_hash=cast("HashEncoding", given.get("body_hash", "hex")),
        )


def canonical_text(
    form: CanonicalForm, method: str, target: str, body: bytes, *, api_id: str, timestamp: str, nonce: str
) -> str:
    """The text that is signed.

    Args:
        form: How it is made.
        method: Any case.
        target: Path with query, exactly as sent; no scheme, no host.
        body: Exactly the bytes that are sent; empty if there is none. The hash of nothing is signed too.
        api_id: Who asks.
        timestamp: Unix seconds, as the header has them.
        nonce: As the header has it.
    """
    path, _, query = target.partition("?")
    begins = path.find(_PREFIX)
    parts: Mapping[Part, str] = {
        "label": form.label,
        "method": method.upper(),
        "path": path[begins:] if begins > 0 else path,
        "query": _sorted(query) if form.query == "sorted" else query,
        "api_id": api_id,
        "timestamp": timestamp,
        "nonce": nonce,
        "body_sha256": _ENCODINGS[form.body_hash](hashlib.sha256(body).digest()),
    }
    return form.separator.join(parts[part] for part in form.order)


def sign(
    form: CanonicalForm,
    api_id: str,
    api_key: str,
    method: str,
    target: str,
    body: bytes,
    *,
    timestamp: str,
    nonce: str,
) -> dict[str, str]:
    """The four headers that authenticate a request; see :func:`canonical_text` for the arguments.

    ``api_key`` is the key of the HMAC, as UTF-8.
    """
    text = canonical_text(form, method, target, body, api_id=api_id, timestamp=timestamp, nonce=nonce)
    return {
        "X-Api-Id": api_id,
        "X-Api-Timestamp": timestamp,
        "X-Api-Nonce": nonce,
        "X-Api-Signature": hmac.new(api_key.encode(), text.encode(), hashlib.sha256).hexdigest(),
    }


_ENCODINGS: Mapping[HashEncoding, Callable[[bytes], str]] = {
    "hex": bytes.hex,
    "upper_hex": lambda digest: digest.hex().upper(),
    "base64": lambda digest: base64.b64encode(digest).decode(),
}


def _sorted(query: str) -> str:
    pairs = (part.partition("=") for part in query.split("&") if part)
    named = sorted((quote(unquote(name), safe="~"), quote(unquote(value), safe="~")) for name, _, value in pairs)
    return "&".join(f"{name}={value}" for name, value in named)
