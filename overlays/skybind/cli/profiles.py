"""Credentials put away: in the profile file, which keeps its other lines and comments, or in a keyring."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from skybind.credentials import profile_path
from skybind.errors import UsageError

__all__ = ["forget", "keep_in_file", "keep_in_keyring"]


def keep_in_file(service: str, profile: str, fields: Mapping[str, str]) -> Path:
    """Write fields into ``[profile.service]``; what was there of this service is replaced. Mode 600, all or nothing.

    Raises:
        UsageError: the file cannot be read or written.
    """
    path = profile_path()
    document = _read(path)
    section = document.setdefault(profile, {})
    section[service] = dict(fields)
    _write(path, document)
    return path


def keep_in_keyring(service: str, profile: str, fields: Mapping[str, str]) -> None:
    """Hand fields to the system's keyring.

    Raises:
        UsageError: there is none, or it refuses.
    """
    keyring, failure = _keyring()
    for name, value in fields.items():
        try:
            keyring.set_password(f"skybind/{profile}/{service}", name, value)
        except failure as error:
            raise UsageError(f"the keyring refuses: {error}", advice="Leave --keyring out.") from error


def forget(service: str, profile: str, fields: Sequence[str]) -> list[str]:
    """Take a service's credentials out of profile file and keyring; returns where some were."""
    where = []
    path = profile_path()
    if path.exists():
        document = _read(path)
        if document.get(profile, {}).pop(service, None) is not None:
            _write(path, document)
            where.append(str(path))
    with contextlib.suppress(UsageError):
        keyring, failure = _keyring()
        for name in fields:
            with contextlib.suppress(failure):
                keyring.delete_password(f"skybind/{profile}/{service}", name)
                where.append(f"keyring ({name})")
    return where


def _keyring() -> tuple[Any, type[Exception]]:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise UsageError(
            "no keyring is installed", advice='pip install "skybind[keyring]", or leave --keyring out.'
        ) from None
    return keyring, KeyringError


def _read(path: Path) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise UsageError(f"{path}: cannot be read: {error}", advice="Mend it, or move it away.") from error


def _write(path: Path, document: Any) -> None:
    import tomlkit

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Beside the file, so that replacing it is one step; mkstemp makes it with mode 600.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".profiles-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(tomlkit.dumps(document))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
