"""Which files are photos, and how large they are."""

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

# Types that public clients upload as photos, and TIFF.
_SUFFIXES = frozenset({".jpg", ".jpeg", ".dng", ".heic", ".heif", ".tif", ".tiff"})


def is_photo(name: str) -> bool:
    """Whether a file's name is that of a photo."""
    return Path(name).suffix.lower() in _SUFFIXES


def pixels_of(path: Path) -> int:
    """Pixels of a photo, from its header; 0 if it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about sizes: nothing is decoded here
            with Image.open(path) as image:
                return image.width * image.height
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return 0
