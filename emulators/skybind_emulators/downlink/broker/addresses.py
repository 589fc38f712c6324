"""Where a broker is: ``mqtt://user:password@host:port``."""

from urllib.parse import quote, unquote, urlsplit

from attrs import field, frozen

_PORTS = {"mqtt": 1883, "mqtts": 8883}


@frozen
class MqttAddress:
    """A broker's place and how to sign in.

    Attributes:
        host: name or address.
        port: TCP port.
        username: `None` signs in without a name.
        password: never printed.
        tls: whether the connection is encrypted (``mqtts``).
    """

    host: str
    port: int
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: bool = False

    @property
    def url(self) -> str:
        """The text form, with the password."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        who = ""
        if self.username is not None:
            secret = "" if self.password is None else f":{quote(self.password, safe='')}"
            who = f"{quote(self.username, safe='')}{secret}@"
        return f"mqtt{'s' if self.tls else ''}://{who}{shown}:{self.port}"


def parse_mqtt_url(url: str) -> MqttAddress:
    """Read ``mqtt://`` or ``mqtts://``; ports 1883 and 8883 are taken when none is given.

    Raises:
        ValueError: the text is no such address. It does not repeat the text, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("the broker's address has a wrong port or host") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("the broker's address is not mqtt://host:port or mqtts://host:port")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError("the broker's address has a path or a query; only host and port are meant")
    username = None if parts.username is None else unquote(parts.username)
    password = None if parts.password is None else unquote(parts.password)
    tls = parts.scheme == "mqtts"
    return MqttAddress(parts.hostname, _PORTS[parts.scheme] if port is None else port, username, password, tls)
