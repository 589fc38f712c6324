"""HTML forms as clients send them: ``multipart/form-data`` and URL-encoded. Only text fields are read."""

from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

_MULTIPART = "multipart/form-data"


class NotForm(ValueError):
    """The body cannot be read as a form of its content type."""


def read(raw: bytes, content_type: str) -> dict[str, str]:
    """Names and texts of a form. Of a field that comes more than once, the last counts.

    Args:
        raw: the body.
        content_type: the whole header, with the boundary of a multipart form.

    Raises:
        NotForm: with one short reason.
    """
    if content_type.partition(";")[0].strip().lower() == _MULTIPART:
        return _multipart(raw, content_type)
    try:
        return dict(parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict"))
    except UnicodeError:
        raise NotForm("the form is not URL-encoded UTF-8") from None


def _multipart(raw: bytes, content_type: str) -> dict[str, str]:
    # A mail parser reads forms too: they are the same format (RFC 7578 builds on RFC 2046).
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + raw)
    if not message.is_multipart() or message.defects:
        raise NotForm("the form has no parts between its boundaries")
    fields: dict[str, str] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(content, bytes):
            raise NotForm("a part of the form has no name")
        try:
            fields[name] = content.decode("utf-8")
        except UnicodeDecodeError:
            raise NotForm("a field of the form is not UTF-8") from None
    return fields
