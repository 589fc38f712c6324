"""The parts that KooMap is made of, and the codes in which each says what all of them have to say."""

from attrs import frozen

from skybind_emulators.spec import Operation


@frozen
class Area:
    """A part of the service.

    Attributes:
        token: code for a token that is missing or not valid.
        permission: code for a caller who may not.
        unopened: code for an account that has not opened the service.
        abnormal: code for an account that is frozen or otherwise not in order.
        internal: code for a fault of the service.
        parameter: code for a request that does not fit and that no other code names.
        media: code for a body of the wrong content type.
    """

    token: str
    permission: str
    unopened: str
    abnormal: str
    internal: str
    parameter: str
    media: str


def _area(*codes: str) -> Area:
    return Area(*(code if "." in code else f"KMP.{code}" for code in codes))


WORKSPACES = _area("00011007", "00011002", "00011001", "00011003", "00010000", "00011004", "00011005")
REAL3D = _area("00021007", "00021002", "00021001", "00021003", "00020000", "00021004", "00021005")
# The other parts have no code of their own for some of it; the nearest stands in.
DATA = _area("00041001", "00041001", "00041001", "00041001", "00040000", "00042001", "00042001")
SATELLITE = _area("00051077", "00051077", "00051029", "00051060", "00050001", "00051076", "00051076")
_AR = ("GATEWAY.0002", "GATEWAY.0005", "GATEWAY.0003", "GATEWAY.0003")
POSITIONING = _area(*_AR, "VPS.0001", "VPS.0003", "VPS.0003")
NAVIGATION = _area(*_AR, "NAVI.0001", "NAVI.0003", "NAVI.0003")

_BY_PATH = (
    ("/v1/workspaces", WORKSPACES),
    ("/v1/kmp-control", SATELLITE),
    ("/v1/kmp-data", DATA),
    ("/v1/real3d", REAL3D),
    ("/v1/algo/vps", POSITIONING),
    ("/v1/algo/navi", NAVIGATION),
)


def area_of(operation: Operation) -> Area:
    """The part of the service that an operation belongs to, by its path."""
    return next(area for start, area in _BY_PATH if operation.path.startswith(start))


def is_ar(operation: Operation) -> bool:
    """Whether it is one of the AR operations, which have a gateway of their own."""
    return area_of(operation) in (POSITIONING, NAVIGATION)
