"""What a service brings to an upload: permission, places, and confirmation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import attrs

from skybind.transfers.photos import Photo, Position
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Receipt

__all__ = ["Destination", "Grant", "GrantLapsed", "NotPlaced", "Place", "Placing", "Sent"]


@attrs.frozen
class Grant:
    """Permission to put files under a prefix for some time.

    Attributes:
        bucket: Where.
        keys: With what.
        key_of: Object key by name of the photo.
        expires_at: Unix seconds of our clock, or None if it does not end.
        reference: What the service wants back at the confirmation; may be a secret.
    """

    bucket: Bucket
    keys: StoreKeys = attrs.field(repr=False)
    key_of: Callable[[str], str] = attrs.field(repr=False)
    expires_at: float | None
    reference: str = attrs.field(repr=False)


@attrs.frozen
class Place:
    """Where one photo goes, as the service said when it was announced.

    Attributes:
        key: Object key; in a presigned bucket the signed address.
        reference: The service's id of the photo.
        good_until: Monotonic seconds from which on the photo must be announced anew before it is sent.
        headers: Sent with the photo.
        kept: The service has its content already; nothing is sent.
    """

    key: str = attrs.field(repr=False)
    reference: str
    good_until: float = float("inf")
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    kept: bool = False


@attrs.frozen
class Sent:
    """A photo that lies in the store and is not confirmed yet."""

    photo: Photo
    receipt: Receipt
    grant: Grant
    position: Position | None
    at: float
    place: Place | None = None

    @property
    def kept(self) -> bool:
        """Whether nothing had to be sent."""
        return self.place is not None and self.place.kept


class GrantLapsed(Exception):
    """The service does not take confirmations for this grant any more. Never leaves the transfer room."""


class NotPlaced(Exception):
    """The service did not take one photo's announcement. Never leaves the transfer room.

    Attributes:
        again: Whether another announcement may succeed.
    """

    def __init__(self, words: str, *, again: bool) -> None:
        super().__init__(words)
        self.again = again


class Placing(Protocol):
    """What a service wants for each photo by itself. Workers call it, several at a time, each for its own photo.

    The first three raise ``NotPlaced`` for what concerns this photo alone, and a ``SkybindError`` for what ends the
    upload.
    """

    def place(self, photo: Photo, stopping: Callable[[], bool]) -> Place:
        """Announce a photo; called just before its first byte, and again when its place is not good any more.

        Args:
            photo: What will be sent.
            stopping: True when the upload shall end; to be asked during anything long.
        """
        ...

    def begin(self, place: Place) -> None:
        """Its bytes begin to flow; called before each attempt."""
        ...

    def arrived(self, place: Place) -> None:
        """Its bytes are all in the store."""
        ...

    def over(self, photo: Photo, place: Place | None) -> None:
        """A worker is done with the photo, and goes on to another; called in any case, and raises nothing.

        Args:
            photo: What was to be sent.
            place: Where it is; None if it did not arrive.
        """
        ...


class Destination(Protocol):
    """What a service brings: permission, and confirmation. Both are called from one thread at a time."""

    def grant(self) -> Grant:
        """Ask for a new grant."""
        ...

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        """Tell the service; returns its file ids by name, for those that it took.

        Raises:
            GrantLapsed: too late; the files must be sent again under a new grant.
        """
        ...
