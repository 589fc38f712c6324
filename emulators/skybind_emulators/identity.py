"""Ids and keys that look random and come out the same for the same seed."""

import base64
import random
import threading
import uuid


class Identities:
    """A stream of ids, told by a seed and a name. Calls from several threads are served one after the other."""

    def __init__(self, seed: int, name: str) -> None:
        self._random = random.Random(f"{name}:{seed}")  # noqa: S311  ids of an emulator must repeat, not be secret
        self._lock = threading.Lock()

    def uuid(self) -> str:
        """A version 4 UUID, 36 characters."""
        with self._lock:
            bits = self._random.getrandbits(128)
        return str(uuid.UUID(int=bits, version=4))

    def text(self, length: int) -> str:
        """Base64 text of so many characters, rounded up to full groups of four."""
        with self._lock:
            raw = self._random.randbytes((length + 3) // 4 * 3)
        return base64.b64encode(raw).decode("ascii")
