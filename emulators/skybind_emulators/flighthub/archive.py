"""A model's result: one zip of all that the reconstruction wrote. Its layout is UNKNOWN; ours is that of the engine."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfileobj

from skybind_emulators.engine import ProductFile

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_archive(products: Sequence[ProductFile], path: Path) -> None:
    """Pack products, sorted by name. The same products give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for product in sorted(products, key=lambda product: product.name):
            entry = zipfile.ZipInfo(product.name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with product.path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                copyfileobj(source, target, 1 << 20)
