"""What a reconstruction would cost, before a byte is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from skybind.altizure.capabilities import CAPABILITIES
from skybind.altizure.dimensions import dimensions_of
from skybind.steps import Workflow, ask
from skybind.transfers.photos import scan
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.fragments import User

__all__ = ["Estimate", "estimated", "gigapixels_of", "sizes_of"]

_SMALLEST = 2_073_600  # pixels that an image counts at least: 1920 x 1080; release 1.9.8
Sizes = Iterable[tuple[int, int]]


@attrs.frozen
class Estimate:
    """What a reconstruction would cost.

    Attributes:
        images: How many.
        gigapixels: What they count, each at least 1920 x 1080.
        coins: What a pro project pays, by the user's plan; None if the service does not tell its price.
        free_gigapixels: Left of the user's free quota; None if the service does not say.
        balance: Coins that the user has; None if the service does not say.
    """

    images: int
    gigapixels: float
    coins: float | None
    free_gigapixels: float | None
    balance: float | None

    @property
    def affordable(self) -> bool | None:
        """Whether the balance suffices for a pro project, coupons aside; None if that is not known."""
        return None if self.coins is None or self.balance is None else self.balance >= self.coins


def sizes_of(source: str | Path | Sequence[str | Path]) -> list[tuple[int, int]]:
    """Width and height of all photos of a folder, from their headers.

    Raises:
        PhotoError: no photos, or one whose size cannot be told.
    """
    return [dimensions_of(photo.path) for photo in scan(source, suffixes=CAPABILITIES.photos)]


def gigapixels_of(sizes: Sizes) -> float:
    """What images of these sizes count, in gigapixels (10^9), by the formula that official clients use."""
    return sum(max(_SMALLEST, width * height) for width, height in sizes) / 1e9


def estimated(sizes: Sequence[tuple[int, int]]) -> Workflow[Estimate]:
    """What these images would cost the user whose token is sent."""

    def me(api: AltizureGroups) -> User | None:
        return api.account.me()

    user = yield from ask(me)
    gigapixels = gigapixels_of(sizes)
    price = user.membership.coin_per_gp if user is not None and user.membership is not None else None
    return Estimate(
        images=len(sizes),
        gigapixels=gigapixels,
        coins=None if price is None else gigapixels * price,
        free_gigapixels=None if user is None else user.free_gp_quota,
        balance=None if user is None else user.balance,
    )
