"""Ids as the service writes them, the same for the same seed."""

import random
import string
import threading
import uuid

_FIRST = 0x5E000000  # any second of early 2020: what the last public release would have written


class Ids:
    """A stream of ids and secrets, told by a seed and a name. Safe to use from several threads."""

    def __init__(self, seed: int, name: str) -> None:
        self._random = random.Random(f"altizure-{name}:{seed}")  # noqa: S311  must repeat, not be secret
        self._lock = threading.Lock()
        self._count = 0

    def object_id(self) -> str:
        """24 hex digits. Later ones sort behind earlier ones, as database ids do."""
        with self._lock:
            self._count += 1
            return f"{_FIRST + self._count:08x}{self._random.getrandbits(40):010x}{self._count:06x}"

    def uuid(self) -> str:
        """A version 4 UUID."""
        with self._lock:
            return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def text(self, length: int) -> str:
        """Letters and digits."""
        with self._lock:
            return "".join(self._random.choices(string.ascii_letters + string.digits, k=length))

    def digits(self, length: int) -> str:
        """Digits, as a one-time code has them."""
        with self._lock:
            return "".join(self._random.choices(string.digits, k=length))
