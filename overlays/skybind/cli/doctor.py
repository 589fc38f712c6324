"""``skybind doctor``: what is wrong, and what to do about it."""

from __future__ import annotations

import json

import click

from skybind.cli.options import json_option, profile_option
from skybind.cli.services import SERVICES

__all__ = ["doctor"]

_EXAMINED = tuple(name for name, service in SERVICES.items() if service.ways)
_MARKS = {"well": "ok", "doubtful": "??", "wrong": "NO", "unused": "--"}


@click.command()
@click.argument("services", nargs=-1, type=click.Choice(_EXAMINED), metavar="[SERVICE]...")
@profile_option
@json_option
@click.pass_context
def doctor(ctx: click.Context, services: tuple[str, ...], profile: str | None, as_json: bool) -> None:
    """Look at this machine and at each SERVICE that is set up: credentials, clock, endpoints, storage.

    Each service is asked for something that changes nothing. Exit code 0 means that all is well; else it is that of
    the first thing that is wrong.

    \b
    Examples:
      skybind doctor
      skybind doctor terra --profile customer-7
      skybind doctor --json | jq '.[] | select(.verdict == "wrong")'
    """
    import attrs

    from skybind.cli.examining import look_at_machine, look_at_service

    findings = []
    for finding in look_at_machine():
        findings.append(finding)
        _say(finding, as_json)
    for name in services or _EXAMINED:
        for finding in look_at_service(name, profile, wanted=name in services):
            findings.append(finding)
            _say(finding, as_json)
    if as_json:
        click.echo(json.dumps([attrs.asdict(finding) for finding in findings]))
    ctx.exit(next((finding.code for finding in findings if finding.verdict == "wrong"), 0))


def _say(finding: object, as_json: bool) -> None:
    from skybind.cli.examining import Finding

    assert isinstance(finding, Finding)
    if as_json:
        return
    took = f" ({finding.seconds * 1000:.0f} ms)" if finding.seconds else ""
    click.echo(f"{_MARKS[finding.verdict]}  {finding.where:<9} {finding.what:<12} {finding.text}{took}")
    if finding.advice and finding.verdict != "well":
        click.echo(f"    {finding.advice}")
