"""What a downlink client is made of; the same for sync and async.

All fields may stand in the environment as ``SKYBIND_DOWNLINK_<FIELD>``, or in the profile file. ``api_id`` and
``api_key`` are required; ``base_url`` is production if it is not given, ``device_id`` is the device where a call names
none, and ``canonical`` says how requests are signed (see :meth:`skybind.downlink.signing.CanonicalForm.of`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from skybind import credentials
from skybind.downlink.commands import SCHEDULE
from skybind.downlink.dialect import DownlinkDialect
from skybind.downlink.signing import CanonicalForm
from skybind.jobs import Schedule
from skybind.options import Options

__all__ = ["DownlinkSettings"]

_REQUIRED = ("api_id", "api_key")
_OPTIONAL = ("base_url", "device_id", "canonical")


@attrs.frozen
class DownlinkSettings:
    """What sync and async clients are made of.

    Attributes:
        dialect: Where the platform is, and how requests are signed.
        device_id: The device where a call names none; None if there is none.
        options: Behaviour on the wire.
        schedule: How often commands are asked about.
    """

    dialect: DownlinkDialect
    device_id: str | None
    options: Options
    schedule: Schedule

    @classmethod
    def of(
        cls,
        given: Mapping[str, str | None],
        *,
        canonical: CanonicalForm | str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> DownlinkSettings:
        """Settings from what was given, the environment, the profile file and a keyring.

        Raises:
            CredentialsMissing: no API ID, or no API key.
            UsageError: a value that cannot be.
        """
        wanted = {**given, "canonical": canonical if isinstance(canonical, str) else None}
        found = credentials.find("downlink", _REQUIRED, _OPTIONAL, given=wanted, profile=profile, environ=environ)
        form = canonical if isinstance(canonical, CanonicalForm) else CanonicalForm.of(found.get("canonical", ""))
        address = DownlinkDialect.address(found.get("base_url"))
        return cls(
            DownlinkDialect(address, found["api_id"], found["api_key"], form),
            found.get("device_id"),
            options or Options(),
            schedule or SCHEDULE,
        )

    def with_options(self, changes: Mapping[str, Any]) -> DownlinkSettings:
        """The same with other options."""
        return attrs.evolve(self, options=self.options.replace(**changes))
