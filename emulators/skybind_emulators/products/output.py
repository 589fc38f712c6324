"""The files of a result, each under the relative name by which the service lists it."""

from pathlib import Path

from attrs import field, frozen


@frozen
class Product:
    """One file of a result. `name` is relative, with `/`; `path` holds the bytes; `size` is in bytes."""

    name: str
    path: Path
    size: int


@frozen
class Output:
    """A folder that remembers what was put into it."""

    root: Path
    _files: dict[str, Path] = field(factory=dict, init=False, repr=False)

    def file(self, name: str) -> Path:
        """A place to write the file of that name; its folder exists."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._files[name] = path
        return path

    def write(self, name: str, content: bytes | str) -> None:
        """Store a whole file."""
        self.file(name).write_bytes(content.encode() if isinstance(content, str) else content)

    def share(self, name: str, path: Path) -> None:
        """Hand back a file that already exists elsewhere, without copying it."""
        self._files[name] = path

    def products(self) -> list[Product]:
        """All files, by name."""
        return [Product(name, path, path.stat().st_size) for name, path in sorted(self._files.items())]
