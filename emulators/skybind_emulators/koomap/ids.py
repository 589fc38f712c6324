"""Ids in the two shapes that KooMap uses."""

from skybind_emulators.identity import Identities


class Ids(Identities):
    """A stream of ids that come out the same for the same seed and name. Safe to use from several threads."""

    def hex32(self) -> str:
        """32 lower-case hex digits: workspaces, tasks, domains, images."""
        return self.uuid().replace("-", "")

    def decimal(self, digits: int = 19) -> str:
        """A decimal number of exactly so many digits, as text: image codes and mark points."""
        with self._lock:
            return str(self._random.randrange(10 ** (digits - 1), 10**digits))
