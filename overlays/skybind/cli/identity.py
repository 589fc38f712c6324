"""Huawei's identity service as a client of its own, for ``skybind api iam``."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from skybind import credentials
from skybind.errors import UsageError
from skybind.koomap.iam import IamDialect
from skybind.options import Options
from skybind.wire.limits import OperationLimits
from skybind.wire.transport import Transport
from skybind_clients.iam.facade import IamGroups
from skybind_clients.iam.limits import limits

__all__ = ["Identity"]

_LIMITS = OperationLimits(limits)
_REGION = "cn-north-4"


class Identity:
    """Calls to IAM. It asks for no credentials of its own: its one call brings them.

    Attributes:
        tokens: Tokens of users.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.tokens = IamGroups(transport).tokens

    @classmethod
    def from_env(cls, *, profile: str | None = None) -> Self:
        """A client for the IAM that goes with KooMap's settings.

        Raises:
            UsageError: KooMap's address was changed, and that of IAM was not.
        """
        found = credentials.find("koomap", (), ("region", "base_url", "iam_url"), profile=profile)
        if "base_url" in found and not {"iam_url", "region"} & found.keys():
            # As in KooMap's own settings: a password for an emulator must not go to Huawei by default.
            raise UsageError(
                "KooMap's address was given, and IAM's was not: where should the password go?",
                advice="Set SKYBIND_KOOMAP_IAM_URL, or SKYBIND_KOOMAP_REGION for that region's own IAM.",
            )
        dialect = IamDialect.of(found.get("region", _REGION), found.get("iam_url"))
        return cls(Transport(dialect, limits=_LIMITS))

    def with_options(self, **changes: Any) -> Identity:
        """The same client with other options."""
        options: Options = self._transport.options.replace(**changes)
        return Identity(self._transport.with_options(options))

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
