"""XML as the two services write it and as clients send it."""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from .refusals import Refusal

S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"

Content = str | int | bool | Sequence[tuple[str, "Content"]]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f\ufffe\uffff]")


def text(value: str) -> str:
    """Escape ``value``; control characters become character references, as on S3.

    XML 1.0 parsers refuse most of these references: clients that expect such keys ask for ``encoding-type=url``.
    """
    return _CONTROL.sub(lambda match: f"&#x{ord(match[0]):x};", escape(value))


def element(name: str, content: Content) -> str:
    """``<name>content</name>``; a sequence of pairs makes child elements, in order."""
    if isinstance(content, bool):
        inner = "true" if content else "false"
    elif isinstance(content, int):
        inner = str(content)
    elif isinstance(content, str):
        inner = text(content)
    else:
        inner = "".join(element(child, value) for child, value in content)
    return f"<{name}>{inner}</{name}>"


def document(root: str, content: Content, *, namespace: str | None = None) -> bytes:
    """A whole document; ``namespace`` goes on the root element."""
    whole = element(root, content)
    if namespace is not None:
        whole = whole.replace(f"<{root}>", f'<{root} xmlns="{namespace}">', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'.encode("utf-8", "surrogatepass")


def parse(body: bytes, root: str) -> ET.Element:
    """The root element of ``body``, with namespaces dropped.

    Raises:
        Refusal: ``MalformedXML`` when it is not XML, has a document type, or its root is not ``root``.
    """
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise Refusal("MalformedXML")
    try:
        tree = ET.fromstring(body)  # noqa: S314 - documents with entities are refused above
    except ET.ParseError as error:
        raise Refusal("MalformedXML") from error
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
    if tree.tag != root:
        raise Refusal("MalformedXML")
    return tree


def children(node: ET.Element, name: str) -> Iterable[ET.Element]:
    """The direct children of ``node`` that are called ``name``."""
    return (child for child in node if child.tag == name)
