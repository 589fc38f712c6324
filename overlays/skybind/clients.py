"""What clients of all services share: made from the environment, shown without secrets, closed when a block ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from skybind.options import Options

__all__ = ["AsyncClient", "Client"]


class _Settings(Protocol):
    @property
    def options(self) -> Options: ...


S = TypeVar("S", bound=_Settings)


class _Shared(ABC, Generic[S]):
    _settings: S

    if TYPE_CHECKING:

        def __init__(self, *, profile: str | None = None, options: Options | None = None) -> None: ...

    @property
    @abstractmethod
    def _place(self) -> str:
        """Where the service is."""

    @classmethod
    def from_env(cls, *, profile: str | None = None, options: Options | None = None) -> Self:
        """A client with credentials from environment, profile file or keyring."""
        return cls(profile=profile, options=options)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._place}>"

    @property
    def options(self) -> Options:
        """How this client behaves on the wire."""
        return self._settings.options


class Client(_Shared[S]):
    """A client that waits."""

    @abstractmethod
    def close(self) -> None:
        """Close the connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Shared[S]):
    """A client for asyncio."""

    @abstractmethod
    async def close(self) -> None:
        """Close the connections."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
