"""The folders of oblique photos that an account has from the start, since no operation of the service uploads any.

One is done and has photos, one is still being imported, the import of one has failed. The photos are drawn when they
are first needed: starting the emulator must stay quick.
"""

import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import field, frozen
from PIL import Image, UnidentifiedImageError

from skybind_emulators.koomap.real3d.records import FolderRecord, ImageRecord
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.storage import StoredObject

IN_PROGRESS, DONE, IMPORT_FAILED = 0, 1, 2
_DAY_S = 86_400.0

Render = Callable[[Path], Sequence[Path]]
"""Draws photos into a folder."""


@frozen(eq=False)
class Album:
    """The folders, and what lies in them.

    Attributes:
        folder_code: the folder that is done.
        image_codes: its photos, in the order of flight.
    """

    stock: Stock
    vault: Vault
    render: Render
    folder_code: str
    image_codes: tuple[str, ...]
    _drawing: threading.Lock = field(factory=threading.Lock, init=False, repr=False)

    @classmethod
    def seeded(cls, stock: Stock, vault: Vault, render: Render, photos: int) -> "Album":
        """An album with its three folders in the stock."""
        codes = tuple(stock.ids.decimal() for _ in range(photos))
        # Name, alias, description, state, photos, and how many days before the start they were uploaded.
        states = (
            ("riverside_block", "Riverside.block.7", "two_flights-April", DONE, codes, 3),
            ("harbour_block", "Harbour.block.2", "first_flight", IN_PROGRESS, (), 2),
            ("quarry_block", "Quarry.block.1", "photos_without_positions", IMPORT_FAILED, (), 1),
        )
        made = []
        for name, alias, description, status, images, days in states:
            folder = FolderRecord(
                code=stock.ids.hex32(),
                name=name,
                alias=alias,
                description=description,
                path=vault.folder(name).rstrip("/"),
                status=status,
                created_at=stock.clock.now() - days * _DAY_S,
                image_codes=images,
            )
            stock.folders[folder.code] = folder
            made.append(folder)
        return cls(stock, vault, render, made[0].code, codes)

    def draw(self) -> None:
        """See to it that the photos lie in the store. Must not be called with the stock's lock held: it takes time."""
        with self._drawing:
            if self.stock.images:
                return
            folder = self.stock.folders[self.folder_code]
            with tempfile.TemporaryDirectory(prefix="album-") as out:
                drawn = sorted(self.render(Path(out)))
                stored = [self.vault.put(self.vault.folder(folder.name) + path.name, path) for path in drawn]
            images = [self._image(code, folder, photo) for code, photo in zip(folder.image_codes, stored, strict=True)]
            with self.stock.lock:
                self.stock.images.update({image.code: image for image in images})

    def photos(self, folder: FolderRecord) -> list[tuple[str, Path]]:
        """Names and places of a folder's photos.

        Raises:
            Refusal: 00021136, the folder is not done, or a photo is gone: their pixels cannot be counted.
        """
        there = [self.vault.head(image.key) for image in self._images(folder)]
        found = [(photo.key.rpartition("/")[2], photo.path) for photo in there if photo is not None]
        if folder.status != DONE or not found or len(found) < len(there):
            raise refuse("KMP.00021136")
        return found

    def pixels(self, folder: FolderRecord) -> int:
        """Pixels of all photos of a folder."""
        return sum(image.width_px * image.height_px for image in self._images(folder))

    def image(self, code: str, folder_code: str | None) -> ImageRecord:
        """A photo as it was uploaded.

        Raises:
            Refusal: 00021152 no such photo, or its file is gone; 00021153 it is in another folder; 00021154 the file is
                no photo any more; 00021162 the file is not the one that was uploaded.
        """
        image = self.stock.images.get(code)
        if image is None:
            raise refuse("KMP.00021152")
        if image.folder_code != folder_code:
            raise refuse("KMP.00021153")
        there = self.vault.head(image.key)
        if there is None:
            raise refuse("KMP.00021152")
        if there.etag != image.etag:
            raise refuse("KMP.00021154" if _size_of(there.path) is None else "KMP.00021162")
        return image

    def _images(self, folder: FolderRecord) -> list[ImageRecord]:
        return [self.stock.images[code] for code in folder.image_codes]

    def _image(self, code: str, folder: FolderRecord, photo: StoredObject) -> ImageRecord:
        width, height = _size_of(photo.path) or (0, 0)
        return ImageRecord(code, folder.code, photo.key, photo.etag, width, height)


def _size_of(path: Path) -> tuple[int, int] | None:
    try:
        with Image.open(path) as image:
            return image.size
    except (OSError, UnidentifiedImageError):
        return None
