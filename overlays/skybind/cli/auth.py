"""``skybind auth``: put credentials away, say where they come from, forget them. No value is ever shown."""

from __future__ import annotations

import json
import os
import sys

import click

from skybind.cli.options import json_option
from skybind.cli.services import SERVICES, Service
from skybind.errors import UsageError

__all__ = ["auth"]

_SIGNED_IN = tuple(name for name, service in SERVICES.items() if service.ways)
_service = click.argument("service", type=click.Choice(_SIGNED_IN))
_profile = click.option("--profile", help="Section of the profile file.  [default: SKYBIND_PROFILE, else default]")
# What is no secret is shown while it is typed.
_OPEN = frozenset({"app_key", "domain", "username", "ak", "email", "project_uuid", "api_id", "device_id"})


@click.group()
def auth() -> None:
    """Put credentials of a SERVICE away, see where they come from, forget them.

    \b
    Examples:
      skybind auth login terra region=us
      skybind auth status
      skybind auth logout terra
    """


@auth.command()
@_service
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@_profile
@click.option("--keyring", is_flag=True, help="Into the system's keyring in place of the profile file.")
def login(service: str, values: tuple[str, ...], profile: str | None, keyring: bool) -> None:
    """Ask for what SERVICE needs, and put it away.

    What is not given as NAME=VALUE is asked for; secrets are not shown, and should not be given as arguments, where
    the shell's history keeps them. Without a terminal, missing values are read from stdin, one a line.

    \b
    Examples:
      skybind auth login terra region=us
      skybind auth login koomap ak=… --keyring
      printf '%s\\n' "$KEY" "$SECRET" | skybind auth login terra region=cn
    """
    from skybind.cli.profiles import keep_in_file, keep_in_keyring

    known = SERVICES[service]
    given = _given(known, service, values)
    way = _way(known, given)
    fields = {name: given.get(name) or _asked(name) for name in way}
    fields |= {name: value for name, value in given.items() if name not in fields}
    chosen = profile or os.environ.get("SKYBIND_PROFILE") or "default"
    if keyring:
        # A keyring is asked for what signs in; the rest is no secret.
        keep_in_keyring(service, chosen, {name: fields[name] for name in way})
        rest = {name: value for name, value in fields.items() if name not in way}
        where = "the keyring"
        if rest:
            where += f", and {', '.join(rest)} in {keep_in_file(service, chosen, rest)}"
    else:
        where = str(keep_in_file(service, chosen, fields))
    click.echo(f"{service}: {', '.join(way)} kept in {where}\ntry: skybind doctor {service}")


@auth.command()
@_profile
@json_option
def status(profile: str | None, as_json: bool) -> None:
    """Say which credentials are found, and where: environment, profile file or keyring.

    \b
    Examples:
      skybind auth status
      skybind auth status --profile customer-7 --json
    """
    from skybind.credentials import sources

    rows: list[tuple[str, bool, dict[str, str]]] = []
    for name in _SIGNED_IN:
        service = SERVICES[name]
        wanted = list(dict.fromkeys(field for way in service.ways for field in way))
        found = sources(name, [*wanted, *service.settings], profile=profile)
        whole = any(all(field in found for field in way) for way in service.ways)
        rows.append((name, whole, found))
    if as_json:
        click.echo(json.dumps([{"service": name, "complete": whole, "found": found} for name, whole, found in rows]))
        return
    for name, whole, found in rows:
        told = ", ".join(f"{field} ({where})" for field, where in found.items()) or "nothing"
        click.echo(f"{name:<10} {'ready' if whole else 'not set up':<11} {told}")


@auth.command()
@_service
@_profile
def logout(service: str, profile: str | None) -> None:
    """Forget the credentials of SERVICE, in profile file and keyring. The environment is yours.

    \b
    Example:
      skybind auth logout terra --profile customer-7
    """
    from skybind.cli.profiles import forget

    chosen = profile or os.environ.get("SKYBIND_PROFILE") or "default"
    fields = [field for way in SERVICES[service].ways for field in way]
    where = forget(service, chosen, list(dict.fromkeys(fields)))
    click.echo(f"{service}: forgotten in {', '.join(where)}" if where else f"{service}: nothing was kept")


def _given(service: Service, name: str, values: tuple[str, ...]) -> dict[str, str]:
    known = {field for way in service.ways for field in way} | set(service.settings)
    given: dict[str, str] = {}
    for value in values:
        field, equals, text = value.partition("=")
        if not equals or field not in known or not text:
            raise UsageError(
                f"{field!r} is nothing that {name} takes here", advice=f"Say NAME=VALUE of: {', '.join(sorted(known))}."
            )
        given[field] = text
    return given


def _way(service: Service, given: dict[str, str]) -> tuple[str, ...]:
    """The way to sign in that most of what was given belongs to; the first one otherwise."""
    return max(service.ways, key=lambda way: sum(field in given for field in way))


def _asked(name: str) -> str:
    if sys.stdin.isatty():
        return str(click.prompt(name, hide_input=name not in _OPEN, err=True))
    line = sys.stdin.readline().strip()
    if not line:
        raise UsageError(f"{name} is missing", advice="Without a terminal it is read from stdin, one value a line.")
    return line
