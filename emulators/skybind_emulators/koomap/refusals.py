"""KooMap's refusals: a documented code with the service's own text."""

from skybind_emulators.exchange import Refusal
from skybind_emulators.spec import load

SERVICE = "koomap"


def refuse(code: str, message: str | None = None) -> Refusal:
    """The refusal with a documented code, to be raised.

    Args:
        code: such as ``KMP.00011104``.
        message: what to say; by default, the text documented for the code.

    Raises:
        KeyError: the specification does not have the code.
    """
    known = load(SERVICE).errors[code]
    return Refusal(code, message or known.message or known.meaning, status=known.status)
