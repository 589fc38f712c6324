"""Satellite images: raw ones, and results of tasks."""

from enum import StrEnum

from attrs import define, frozen

from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.moments import moment

PANCHROMATIC, MULTISPECTRAL = "0", "1"
RAW, RESULT = "0", "1"
_DAY_S = 86_400.0
_GIGABYTE = 10**9
_STOCKED_AT = 1_714_521_600.0  # 2024-05-01: the same names and dates on every day that the emulator is started


class ImageStatus(StrEnum):
    """Where an image is on its way into the account, or out of it. There is no 5."""

    DONE = "0"
    IMPORTING = "1"
    IMPORT_FAILED = "2"
    EXPORTING = "3"
    EXPORT_FAILED = "4"
    DELETING = "6"
    IN_USE = "7"
    DELETE_FAILED = "8"


@define(kw_only=True, eq=False)
class ImageRecord:
    """A satellite image. Times are Unix seconds; ``serial`` tells the order of upload.

    Attributes:
        satellite: its model, such as ``GF2``; empty for a result that a mosaic is.
        position: longitude and latitude of its middle in degrees; None if its name does not tell.
        suffix: of its file.
        rpc: whether its file of rational polynomial coefficients came along.
        defect: code of the refusal that reading it ends with; None for a sound one.
        key: where it lies in the object store, None for a raw one: those are not kept there.
    """

    image_id: str
    name: str
    alias: str
    satellite: str
    position: tuple[float, float] | None
    captured_at: float
    uploaded_at: float
    serial: int
    description: str = ""
    kind: str = MULTISPECTRAL
    level: str = "L1A"
    status: ImageStatus = ImageStatus.DONE
    origin: str = RAW
    resolution_m: float = 1.0
    size: int = _GIGABYTE
    bands: int = 4
    width_px: int = 6_000
    height_px: int = 6_000
    suffix: str = ".tiff"
    rpc: bool = True
    defect: str | None = None
    clip: int = 0
    tile: int = 0
    cog: int = 0
    key: str | None = None

    @property
    def scene(self) -> tuple[tuple[float, float] | None, int]:
        """Place and day: what images of one scene have in common."""
        return self.position, int(self.captured_at // _DAY_S)


class Images:
    """All satellite images of an account, some raw ones from the start."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._records: dict[str, ImageRecord] = {}
        self._stock()

    def add(
        self, name: str, *, satellite: str, position: tuple[float, float] | None, captured_at: float, **more: object
    ) -> ImageRecord:
        """A new image: what an import or a finished task does. Further fields are those of ``ImageRecord``."""
        fields: dict[str, object] = {"alias": name, "uploaded_at": _STOCKED_AT, **more}
        record = ImageRecord(
            image_id=self._ids.hex32(),
            name=name,
            satellite=satellite,
            position=position,
            captured_at=captured_at,
            serial=len(self._records) + 1,
            **fields,  # type: ignore[arg-type]  # the caller's, by the names of the record
        )
        self._records[record.image_id] = record
        return record

    def find(self, image_id: str) -> ImageRecord | None:
        """An image, or None."""
        return self._records.get(image_id)

    def all(self) -> list[ImageRecord]:
        """All images, in the order of upload."""
        return list(self._records.values())

    def _stock(self) -> None:
        for number, scene in enumerate(_SCENES, 1):
            day = _STOCKED_AT - scene.days_ago * _DAY_S
            longitude, latitude = scene.position
            for kind in scene.kinds:
                band = "PAN" if kind == PANCHROMATIC else "MSS"
                self.add(
                    f"{scene.satellite}_{scene.sensor}_E{longitude}_N{latitude}_{_date(day)}_L1A-{band}",
                    satellite=scene.satellite,
                    position=scene.position,
                    captured_at=day + 3 * 3600,
                    kind=kind,
                    status=scene.status,
                    alias=f"{scene.sensor}_{band}_{number}",
                    uploaded_at=_STOCKED_AT - (21 - number) * _DAY_S,
                    resolution_m=1.0 if kind == PANCHROMATIC else 4.0,
                    bands=1 if kind == PANCHROMATIC else 4,
                    size=1_600_000_000 if kind == PANCHROMATIC else 420_000_000,
                )


@frozen
class _Scene:
    """Raw images of one place and day."""

    satellite: str
    sensor: str
    position: tuple[float, float]
    days_ago: int
    kinds: tuple[str, ...] = (MULTISPECTRAL,)
    status: ImageStatus = ImageStatus.DONE


_SCENES = (
    # Two pairs.
    _Scene("GF2", "PMS1", (116.4, 39.9), 30, (PANCHROMATIC, MULTISPECTRAL)),
    _Scene("GF2", "PMS2", (116.6, 39.9), 31, (PANCHROMATIC, MULTISPECTRAL)),
    # Two multispectral ones without a panchromatic one.
    _Scene("GF1", "WFV3", (117.3, 38.9), 32),
    _Scene("GF1", "WFV2", (118.1, 38.9), 33),
    # A panchromatic one alone, and a pair of two satellites: no task can use these.
    _Scene("GF1", "PMS1", (115.2, 38.1), 34, (PANCHROMATIC,)),
    _Scene("GF2", "PMS1", (114.3, 30.6), 35, (PANCHROMATIC,)),
    _Scene("JL1", "PMS1", (114.3, 30.6), 35),
    # Some that are not there yet, or no longer.
    _Scene("GF1", "WFV1", (113.2, 23.1), 37, status=ImageStatus.IMPORTING),
    _Scene("GF1", "WFV4", (104.1, 30.7), 38, status=ImageStatus.IMPORT_FAILED),
    _Scene("JL1", "PMS2", (121.5, 31.2), 39, status=ImageStatus.DELETING),
)


def _date(unix: float) -> str:
    return moment(unix)[:10].replace("-", "")
