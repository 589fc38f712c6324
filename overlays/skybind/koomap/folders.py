"""Folders of oblique photos, which are imported elsewhere and only named here."""

from __future__ import annotations

import attrs

from skybind import notebook
from skybind.errors import NotFound, NotOffered, UsageError
from skybind.koomap.capabilities import CAPABILITIES
from skybind.steps import Workflow, first
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import Folder, FolderStatus
from skybind_clients.runtime import Pages

__all__ = ["PhotoSet", "code_of", "imported"]

_MOST_LISTED = 10_000


@attrs.frozen
class PhotoSet:
    """A folder of oblique photos that was imported.

    Attributes:
        folder_code: The service's code of it.
        name: Its name.
        files: None: the API does not say how many photos it holds.
        bytes: None: nor their size.
    """

    folder_code: str
    name: str
    files: int | None = None
    bytes: int | None = None

    def _repr_html_(self) -> str:
        facts = {"id": self.id, "name": self.name, "photos": self.files, "bytes": self.bytes}
        return notebook.card("Photos at koomap", facts)

    @property
    def id(self) -> str:
        """The same as ``folder_code``, by the name that all services share."""
        return self.folder_code


def code_of(photos: PhotoSet | str) -> str:
    """The code of a folder, which may be given by itself."""
    return photos if isinstance(photos, str) else photos.folder_code


def imported(folder_code: str | None) -> Workflow[PhotoSet]:
    """The folder of a code, if its photos are there.

    Raises:
        NotOffered: no code was given.
        NotFound: there is no such folder.
        UsageError: its import goes on, or failed.
    """
    if folder_code is None:
        raise NotOffered(
            "KooMap's API takes no photos",
            advice=(
                f"{CAPABILITIES.elsewhere['upload']} folders.list() shows them. "
                "Say upload(folder_code=...), or give the folder_code to reconstruct()."
            ),
        )

    def listed(api: KoomapGroups) -> Pages[Folder]:
        return api.folders.list(limit=100)

    for folder in (yield from first(listed, _MOST_LISTED)):  # there is no filter for codes
        if folder.folder_code == folder_code:
            break
    else:
        raise NotFound(
            f"KooMap lists no folder {folder_code}",
            service="koomap",
            status=200,
            operation="listFolder",
            advice="folders.list() shows those that were imported.",
        )
    name = folder.folder_name if isinstance(folder.folder_name, str) else folder_code
    if folder.status == FolderStatus.IMPORTING:
        raise UsageError(f"folder {name} is still being imported", advice="Ask again when the console shows it.")
    if folder.status == FolderStatus.FAILED:
        raise UsageError(f"the import of folder {name} failed", advice="Import it again in the console.")
    return PhotoSet(folder_code, name)
