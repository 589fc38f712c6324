"""Gigapixels and coins."""

SMALLEST_PIXELS = 2_073_600
"""An image counts as at least so many pixels (public client; release 1.9.8)."""

USD_PER_COIN = 11.80
"""As in a sample of early 2020."""


def gigapixels(width: int, height: int, images: int = 1) -> float:
    """What so many images of one size count."""
    return images * max(SMALLEST_PIXELS, width * height) / 1e9
