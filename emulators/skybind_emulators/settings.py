"""What a user may choose about the emulators."""

from collections.abc import Iterable
from typing import Literal

from attrs import Attribute, field, frozen, validators

from skybind_emulators.faults import Fault, parse
from skybind_emulators.speed import Speed, parse_speed


@frozen
class TerraRules:
    """What public documents do not say about TerraAPI, as numbers that can be changed.

    Each default is our assumption, unless its line names a source.

    Attributes:
        clock_skew_s: how far the date of a request may be off, seconds either way (Kong's default).
        check_digest: whether the Digest header is compared with the body.
        body_max: largest request body, bytes.
        token_lifetime_s: life of upload credentials, seconds (ten minutes: public web client).
        url_lifetime_s: life of a download link, seconds.
        unfinished_jobs: jobs of an account that may be unfinished at a time (two: developer's blog).
        rows_default: entries a page when `rows` is left out.
        rows_max: entries a page at most; more are cut down to it, and the answer says so.
        uuids_max: ids in `uuids` at most (1000: TypeScript client).
        repeat_callback: what the same name and etag reported again for the same resource gives: the `same` file
            object, or a `duplicate`.
        min_photos: photos that a 2D or 3D job needs (ten: FAQ). Fewer, and the job fails.
        max_photos_2d: photos that a 2D job takes (FAQ). More, and the job fails.
        max_photos_3d: photos that a 3D job takes (FAQ). More, and the job fails.
        patience_s: how long a call about jobs waits for products that are still being made, seconds. A limit of the
            emulator, not of the service; below the time that clients give a request.
    """

    clock_skew_s: float = 300.0
    check_digest: bool = True
    body_max: int = 1_000_000
    token_lifetime_s: float = 600.0
    url_lifetime_s: float = 3600.0
    unfinished_jobs: int = 2
    rows_default: int = 10
    rows_max: int = 1000
    uuids_max: int = 1000
    repeat_callback: Literal["same", "duplicate"] = field(
        default="same", validator=validators.in_(("same", "duplicate"))
    )
    min_photos: int = 10
    max_photos_2d: int = 4_000
    max_photos_3d: int = 20_000
    patience_s: float = 10.0


def _faults(given: Iterable[Fault | str]) -> tuple[Fault, ...]:
    return tuple(parse(item) if isinstance(item, str) else item for item in given)


def _port(_: object, attribute: "Attribute[int]", value: int) -> None:
    if not 0 <= value <= 65535:
        raise ValueError(f"{attribute.name} {value} is not between 0 and 65535")


def _speed(_: object, __: "Attribute[str]", value: str) -> None:
    parse_speed(value)


def _region(_: object, __: "Attribute[str]", value: str) -> None:
    if value not in ("cn", "us"):
        raise ValueError(f"region {value!r} is not cn or us")


@frozen
class Settings:
    """Choices for one start of the emulators.

    Attributes:
        port: port of the API; 0 takes a free one.
        storage_port: port of the object store; 0 takes a free one.
        speed: ``instant``, ``polls:N`` (N status reads until a job is finished) or ``time:X`` (jobs take a plausible
            time, X times faster than the wall clock).
        region: ``cn`` (storage is Alibaba OSS) or ``us`` (storage is AWS S3).
        seed: the same seed gives the same ids, keys and products.
        faults: ``Fault`` objects or their text form.
        host: address to listen on.
        terra: what is not documented about TerraAPI.

    Raises:
        ValueError: one sentence that says which choice is wrong.
    """

    port: int = field(default=0, validator=_port)
    storage_port: int = field(default=0, validator=_port)
    speed: str = field(default="instant", validator=_speed)
    region: Literal["cn", "us"] = field(default="cn", validator=_region)
    seed: int = 1
    faults: tuple[Fault, ...] = field(default=(), converter=_faults)
    host: str = "127.0.0.1"
    terra: TerraRules = field(factory=TerraRules)

    @property
    def pace(self) -> Speed:
        """``speed``, read."""
        return parse_speed(self.speed)
