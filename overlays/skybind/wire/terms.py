"""What both ways to the network share: whom they trust, their name, who is between. Loads no HTTP library."""

from __future__ import annotations

import os
import platform
import ssl
from functools import cache, lru_cache
from pathlib import Path

import certifi

from skybind.options import Options

__all__ = ["proxy_for", "tls_context", "user_agent"]

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def user_agent(options: Options) -> str:
    """``app skybind/0.1.0 python/3.11.7``."""
    app = f"{options.app_name} " if options.app_name else ""
    return f"{app}skybind/{_own_version()} python/{platform.python_version()}"


@cache
def _own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 10 ms that help does not need

    try:
        return version("skybind")
    except PackageNotFoundError:
        return "0"


def tls_context(options: Options) -> ssl.SSLContext:
    """TLS as the options want it: their CA bundle, else what the environment names, else certifi's.

    Clients share it: to read all authorities takes longer than most calls. Files that have changed are read again.
    """
    files = (options.ca_bundle, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    return _tls_context(options.ca_bundle, tuple(map(_version, files)))


def _version(file: str | Path | None) -> tuple[str, int, int] | None:
    if not file or not (path := Path(file)).exists():  # that it is not there, TLS says better
        return None
    found = path.stat()
    return str(file), found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _tls_context(ca_bundle: Path | None, _versions: tuple[object, ...]) -> ssl.SSLContext:
    if ca_bundle is not None:
        return ssl.create_default_context(cafile=str(ca_bundle))
    if file := os.environ.get("SSL_CERT_FILE"):
        return ssl.create_default_context(cafile=file)
    if folder := os.environ.get("SSL_CERT_DIR"):
        return ssl.create_default_context(capath=folder)
    return ssl.create_default_context(cafile=certifi.where())


def proxy_for(options: Options, scheme: str, host: str) -> str | None:
    """The proxy on the way to a host: that of the options, else the environment's, which is not for this machine."""
    if options.proxy:
        return options.proxy
    if host in _THIS_MACHINE or host.endswith(".localhost"):
        return None
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - 8 ms that this machine does not need

    if proxy_bypass(host):
        return None
    known = getproxies()
    proxy = known.get(scheme) or known.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"
