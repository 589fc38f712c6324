"""Where credentials come from: what the caller gives, else the environment, else the profile file, else a keyring.

The profile file is TOML, ``[<profile>.<service>]`` with one key a field::

    [default.terra]
    app_key = "..."
    secret_key = "..."
    region = "cn"

It lies at :func:`profile_path` and must be readable by its owner only. The environment's names are
``SKYBIND_<SERVICE>_<FIELD>``, for example ``SKYBIND_TERRA_APP_KEY``. ``SKYBIND_PROFILE`` chooses the profile.
"""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from skybind.errors import CredentialsMissing, UsageError

__all__ = ["find", "profile_path", "sources"]


def profile_path() -> Path:
    """``SKYBIND_PROFILE_FILE``, else ``profiles.toml`` in the user's configuration folder."""
    override = os.environ.get("SKYBIND_PROFILE_FILE")
    if override:
        return Path(override)
    from platformdirs import user_config_path  # noqa: PLC0415 - 50 ms that most calls do not need

    return user_config_path("skybind") / "profiles.toml"


def _from_profile(path: Path, profile: str, service: str) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
                raise UsageError(
                    f"{path}: others than its owner may read this file, and it holds secrets",
                    advice=f"chmod 600 {path}",
                )
            content = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is not TOML in UTF-8: {error}") from None
    section: object = content
    for name in (profile, service):
        section = section.get(name, {}) if isinstance(section, dict) else None
    if not isinstance(section, dict):
        raise UsageError(f"{path}: {profile}.{service} is not a section", advice=f"Write [{profile}.{service}].")
    return {name: str(value) for name, value in section.items()}


def _from_keyring(profile: str, service: str, fields: Sequence[str]) -> dict[str, str]:
    try:
        import keyring  # noqa: PLC0415 - optional
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return {}
    found: dict[str, str] = {}
    for field in fields:
        try:
            value = keyring.get_password(f"skybind/{profile}/{service}", field)
        except KeyringError:  # no backend on a server without a desktop
            return {}
        if value is not None:
            found[field] = value
    return found


def find(
    service: str,
    required: Sequence[str],
    optional: Sequence[str] = (),
    *,
    given: Mapping[str, str | None] | None = None,
    profile: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The fields of a service's credentials, each from the first place that has it.

    Args:
        service: ``terra``.
        required: Fields without which nothing works.
        optional: Fields with a default elsewhere; absent ones are left out.
        given: What the caller gave; None values count as absent.
        profile: Section of the profile file; ``SKYBIND_PROFILE`` or ``default`` if None.
        environ: ``os.environ`` if None.

    Raises:
        CredentialsMissing: a required field is nowhere; the message says what to set.
        UsageError: the profile file is readable by others, or is not TOML.
    """
    env = os.environ if environ is None else environ
    chosen = profile or env.get("SKYBIND_PROFILE") or "default"
    fields = [*required, *optional]
    found = {name: value for name, value in (given or {}).items() if value is not None}
    for name in fields:
        value = env.get(f"SKYBIND_{service}_{name}".upper())
        if value and name not in found:
            found[name] = value
    if any(name not in found for name in fields):
        found = {**_from_profile(profile_path(), chosen, service), **found}
    if any(name not in found for name in required):
        found = {**_from_keyring(chosen, service, required), **found}
    missing = [name for name in required if name not in found]
    if missing:
        names = " and ".join(f"SKYBIND_{service}_{name}".upper() for name in missing)
        raise CredentialsMissing(
            f"no credentials for {service}: {', '.join(missing)} not found",
            advice=f"Set {names}, or add [{chosen}.{service}] to {profile_path()} (mode 600). "
            "No account? Try `skybind emulate` or `skybind demo`.",
        )
    return {name: found[name] for name in fields if name in found}


def sources(
    service: str, fields: Sequence[str], *, profile: str | None = None, environ: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Where each field that is found comes from: ``environment``, ``profile file`` or ``keyring``. No value is told.

    Raises:
        UsageError: the profile file is readable by others, or is not TOML.
    """
    env = os.environ if environ is None else environ
    chosen = profile or env.get("SKYBIND_PROFILE") or "default"
    found = dict.fromkeys(_from_keyring(chosen, service, fields), "keyring")
    found |= dict.fromkeys(_from_profile(profile_path(), chosen, service), "profile file")
    found |= {name: "environment" for name in fields if env.get(f"SKYBIND_{service}_{name}".upper())}
    return {name: found[name] for name in fields if name in found}
