"""What a user may choose about the emulators."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import Attribute, field, frozen, validators

from skybind_emulators.faults import Fault, parse
from skybind_emulators.speed import Speed, parse_speed

SERVICES = ("terra", "koomap", "altizure", "flighthub", "downlink")


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


@frozen
class KooMapRules:
    """What the KooMap manual does not say, or says without a source, as numbers that can be changed.

    Each default is our assumption, unless its line names a source.

    Attributes:
        token_lifetime_s: life of an IAM token, seconds (24 hours: manual).
        iam_errors: whether IAM words its refusals as other services do (`code`), or in its older form (`older`).
        signature_skew_s: how far ``X-Sdk-Date`` may be off, seconds either way (15 minutes: signing guide).
        signed_body_max: largest body of an AK/SK-signed request, bytes (12 MB: signing guide).
        body_max: largest body of a request with a token, bytes.
        uri_max: longest path and query, bytes (32 KB: gateway's error table).
        header_max: longest single header, bytes (32 KB: gateway's error table).
        headers_max: longest sum of all headers, bytes (128 KB: gateway's error table).
        lock_failures: wrong signatures in a row that a key may have; one more locks it (5: signing guide).
        lock_s: how long a key stays locked, seconds (5 minutes: signing guide).
        throttle_per_s: requests that one operation takes in a second (200: gateway's default); 0 takes any number.
        account: whether the account has opened the service (`open`, `unopened`), or is not in order (`abnormal`).
        workspaces_max: workspaces of an account (500: manual).
        pinned_max: pinned workspaces of an account (4: manual).
        satellite_tasks_max: satellite tasks of an account (500: manual).
        link_lifetime_s: life of the link to a result's preview, seconds.
        satellite_images_max: images that one satellite task takes.
        ar_longitude_deg: middle of the area in which positioning and navigation are served.
        ar_latitude_deg: the same.
        ar_radius_m: how far the area reaches from its middle.
        real3d_tasks_max: real-scene 3D tasks of a workspace (500: manual).
        subtasks_max: refine subtasks of a task (10: manual).
        upload_extension: whether the undocumented update of a subtask's upload state is served.
        marker_file_needed: whether a controlled task starts only with a marker file, or with mark points alone.
        folder_photos: photos in the one folder of oblique photos that is done.
        folder_photo_bytes: size of each, bytes.
        settling_s: how long a stop, the preparation of a product and its deletion take, simulated seconds.
        patience_s: how long a call waits for products that are still being made, seconds. A limit of the emulator, not
            of the service; below the time that clients give a request.
    """

    token_lifetime_s: float = 86_400.0
    iam_errors: Literal["code", "older"] = field(default="code", validator=validators.in_(("code", "older")))
    signature_skew_s: float = 900.0
    signed_body_max: int = 12 * 1024 * 1024
    body_max: int = 64 * 1024 * 1024
    uri_max: int = 32 * 1024
    header_max: int = 32 * 1024
    headers_max: int = 128 * 1024
    lock_failures: int = 5
    lock_s: float = 300.0
    throttle_per_s: int = 200
    account: Literal["open", "unopened", "abnormal"] = field(
        default="open", validator=validators.in_(("open", "unopened", "abnormal"))
    )
    workspaces_max: int = 500
    pinned_max: int = 4
    satellite_tasks_max: int = 500
    link_lifetime_s: float = 86_400.0
    satellite_images_max: int = 100
    ar_longitude_deg: float = 121.4737
    ar_latitude_deg: float = 31.2304
    ar_radius_m: float = 20_000.0
    real3d_tasks_max: int = 500
    subtasks_max: int = 10
    upload_extension: bool = True
    marker_file_needed: bool = True
    folder_photos: int = 6
    folder_photo_bytes: int = 30_000
    settling_s: float = 30.0
    patience_s: float = 10.0


@frozen
class AltizureRules:
    """What public pages do not say about Altizure, as choices that can be changed.

    Each default is our assumption, unless its line names a source.

    Attributes:
        body_max: largest request body, bytes.
        bad_key: what a request without a good app key gets: an `empty` answer (public client), or it is `forbidden`.
        user_token_lifetime_s: life of a user token, seconds.
        login_code_lifetime_s: life of a code sent by SMS, seconds.
        oauth_code_lifetime_s: life of a code that is swapped for a token, seconds.
        redirect_domains: hosts that the app is bound to; sign-in pages lead nowhere else.
        consent: whether the user agrees at the sign-in page.
        clouds: what the server offers uploads to.
        sts_lifetime_s: life of OSS credentials, seconds (1 hour: upload guide).
        url_lifetime_s: life of a signed upload link, seconds (3 hours: upload guide).
        link_lifetime_s: life of a download link, seconds.
        stale_s: how long a file may show no change before it becomes Invalid, seconds (65 minutes: release 1.6.0).
        started_state: what an image shows after `startImageUpload`.
        start_needed: whether an upload counts only after `startImageUpload` (upload guide), or without it too.
        has_image: which images `hasImage` knows: those whose bytes `arrived`, only `ready` ones, or `any`.
        image_bytes_max: largest image, bytes; 0 takes any.
        images_min: Ready images that a task needs (3: forum).
        coin_per_gp: coins that a pro project pays per gigapixel (1: public sample).
        balance: coins of a new user.
        free_gp: gigapixels that a new user has free (0 since release 2.0.6).
        refund_s: how long after its start a stopped task of a pro project is paid back, seconds (15 minutes: 1.6.1).
        asset_storage_mib: MiB of imported models that a user may keep.
        system_mode: what `support.systemMode` says; in `ReadOnly` nothing can be uploaded or started.
        api_version: what `versions.api` says (2.7.4: changelog).
        fetch_timeout_s: how long the server waits when it downloads a file, seconds.
        patience_s: how long a call waits for work that is due but still being done, seconds. A limit of the emulator,
            not of the service; below the time that clients give a request.
    """

    body_max: int = 4 * 1024 * 1024
    bad_key: Literal["empty", "forbidden"] = field(default="empty", validator=validators.in_(("empty", "forbidden")))
    user_token_lifetime_s: float = 90 * 86_400.0
    login_code_lifetime_s: float = 300.0
    oauth_code_lifetime_s: float = 600.0
    redirect_domains: tuple[str, ...] = ("127.0.0.1", "localhost")
    consent: Literal["given", "denied"] = field(default="given", validator=validators.in_(("given", "denied")))
    clouds: tuple[str, ...] = field(
        default=("OSS", "S3", "MINIO"), validator=validators.deep_iterable(validators.in_(("OSS", "S3", "MINIO")))
    )
    sts_lifetime_s: float = 3600.0
    url_lifetime_s: float = 10_800.0
    link_lifetime_s: float = 86_400.0
    stale_s: float = 3900.0
    started_state: Literal["Pending", "Uploading"] = field(
        default="Pending", validator=validators.in_(("Pending", "Uploading"))
    )
    start_needed: bool = True
    has_image: Literal["arrived", "ready", "any"] = field(
        default="arrived", validator=validators.in_(("arrived", "ready", "any"))
    )
    image_bytes_max: int = 0
    images_min: int = 3
    coin_per_gp: float = 1.0
    balance: float = 100.0
    free_gp: float = 0.0
    refund_s: float = 900.0
    asset_storage_mib: float = 10_240.0
    system_mode: Literal["Normal", "ReadOnly"] = field(
        default="Normal", validator=validators.in_(("Normal", "ReadOnly"))
    )
    api_version: str = "2.7.4"
    fetch_timeout_s: float = 5.0
    patience_s: float = 10.0


def _canonical(_: object, attribute: "Attribute[tuple[str, ...]]", value: tuple[str, ...]) -> None:
    items = {"label", "method", "path", "query", "api_id", "timestamp", "nonce", "body_sha256"}
    if len(value) != len(items) or set(value) != items:
        raise ValueError(f"{attribute.name} must name each of {', '.join(sorted(items))} once")


def _serial(_: object, attribute: "Attribute[str]", value: str) -> None:
    # A serial number becomes one level of an MQTT topic.
    if not value or set(value) & set("/+#\0"):
        raise ValueError(f"{attribute.name} is empty, or has /, + or # in it")


def _serials(rules: object, attribute: "Attribute[Mapping[str, str]]", value: Mapping[str, str]) -> None:
    for serial in value.values():
        _serial(rules, attribute, serial)  # type: ignore[arg-type]  # only its name is read


@frozen
class DownlinkRules:
    """What public pages do not say about the open platform's downlink, as choices that can be changed.

    Each default is our assumption, unless its line names a source.

    Attributes:
        canonical_order: what is signed, in this order: all of ``label``, ``method``, ``path``, ``query``, ``api_id``,
            ``timestamp``, ``nonce``, ``body_sha256``. Public pages tell of eight lines and show part of the first.
        canonical_label: the first line of the public page, as far as it is shown, made whole.
        canonical_separator: what joins the items (a line feed: manual).
        canonical_query: the query ``sorted`` by name and value and encoded anew, or ``raw`` as it was sent.
        canonical_hash: how the hash of the body is written.
        clock_skew_s: how far a timestamp may be off, seconds either way, for a credential that says nothing else
            (300: manual).
        replay_window_s: how long a nonce is used up, seconds, for such a credential (300: manual).
        nonce_max: longest nonce, characters.
        requests_per_s: requests that a credential may send in a second; 0 is any number.
        body_max: largest request body, bytes.
        tenant_id: the tenant of the first credential.
        device_id: the device that is there from the start (the seed's example).
        gateway_sn: serial number of the dock that carries it.
        devices: further devices: serial number of its gateway by device id.
        unknown_device: a command for another device is accepted and shown to ``fail``, or is ``refuse``-d.
        vendors: whose commands are taken. A px4 command is stored and then fails: there is no adapter for it here.
        unlisted_commands: whether command types that are not in the catalogue are taken too.
        profile: how payloads are looked at: ``compatible`` (presence and type, as the seed's example needs) or
            ``strict`` (the ranges of DJI's documents too).
        replay_status: HTTP status of a repeated command; a new one has 202.
        timeout_min_s: least ``timeout_seconds`` (0: seed; 1: API reference).
        timeout_default_s: for commands without ``timeout_seconds``, or with 0 (30: API reference).
        status_model: the six statuses of the ``seed``, or the ten of the ``newer`` page with the adapter's and the
            device's own.
        unmatched: which replies make a command UNMATCHED_RESPONSE: one with its tid and another method or gateway
            (``other-call``), one without a usable result (``no-result``), one that comes when it has ended (``late``).
            Others are only remembered.
        auto_replies: requests of devices that the platform answers by itself; others wait for a reply by hand.
        ntp_server: what a device that asks for its configuration is told.
        presign_default_s: life of a signed link, seconds (900: manual).
        presign_max_s: longest life of a signed link, seconds (3600: manual).
        deliver_callbacks: whether events are sent to callback endpoints. Release 001 of the platform does not.
        dock: whether a simulated dock stands at the gateway; without it a foreign MQTT device may.
        dock_generation: which dock it is.
        osd_hz: how often it tells position and battery over MQTT, per second; 0 never.
        photo_bytes: size of the photos that it uploads after a flight, each.
    """

    canonical_order: tuple[str, ...] = field(
        default=("label", "method", "path", "query", "api_id", "timestamp", "nonce", "body_sha256"),
        validator=_canonical,
    )
    canonical_label: str = "UTMOS-HMAC-SHA256"
    canonical_separator: str = "\n"
    canonical_query: Literal["sorted", "raw"] = field(default="sorted", validator=validators.in_(("sorted", "raw")))
    canonical_hash: Literal["hex", "base64"] = field(default="hex", validator=validators.in_(("hex", "base64")))
    clock_skew_s: int = 300
    replay_window_s: int = 300
    nonce_max: int = 128
    requests_per_s: int = 0
    body_max: int = 1024 * 1024
    tenant_id: str = "tenant-001"
    device_id: str = "drone-001"
    gateway_sn: str = field(default="4TADL2E001000A", validator=_serial)
    devices: Mapping[str, str] = field(factory=dict, validator=_serials)
    unknown_device: Literal["fail", "refuse"] = field(default="fail", validator=validators.in_(("fail", "refuse")))
    vendors: tuple[str, ...] = ("dji",)
    unlisted_commands: bool = False
    profile: Literal["compatible", "strict"] = field(
        default="compatible", validator=validators.in_(("compatible", "strict"))
    )
    replay_status: Literal[200, 202] = field(default=200, validator=validators.in_((200, 202)))
    timeout_min_s: int = 0
    timeout_default_s: int = 30
    status_model: Literal["seed", "newer"] = field(default="seed", validator=validators.in_(("seed", "newer")))
    unmatched: tuple[str, ...] = field(
        default=("other-call", "no-result"),
        validator=validators.deep_iterable(validators.in_(("other-call", "no-result", "late"))),
    )
    auto_replies: tuple[str, ...] = ("flighttask_resource_get", "config", "update_topo", "storage_config_get")
    ntp_server: str = "pool.ntp.org"
    presign_default_s: int = 900
    presign_max_s: int = 3600
    deliver_callbacks: bool = False
    dock: bool = True
    dock_generation: Literal["dock1", "dock2", "dock3"] = field(
        default="dock2", validator=validators.in_(("dock1", "dock2", "dock3"))
    )
    osd_hz: float = field(default=0.0, validator=validators.ge(0))
    photo_bytes: int = field(default=200_000, validator=[validators.ge(20_000), validators.le(25_000_000)])


@frozen
class FlightHubRules:
    """What public material does not say about FlightHub Open Modeling, as choices that can be changed.

    Each default is our assumption, unless its line names a source.

    Attributes:
        body_max: largest request body, bytes.
        codes: whether `code` is a ``number`` (two public clients) or ``text`` (public samples).
        refused_token: a missing or wrong token gets HTTP 401 (``http``), or HTTP 200 with a code (``code``).
        headers_needed: headers that every request needs (a developer's notes), in lower case.
        project_needed: operations that need ``X-Project-Uuid``. For Open Modeling it is not known.
        invalid_code: code of a request that does not fit its operation; none is public.
        invalid_status: HTTP status of it.
        requests_per_s: requests that the token may make in a second; 0 takes any number.
        token_lifetime_s: life of upload credentials, seconds.
        late_reports: whether files may be reported after the credentials have ended.
        joined_reports: whether files of new credentials may be reported under an earlier resource. Reports name a
            resource beside the credentials, as with TerraAPI, where they may.
        files: fewest and most files of a 2D, 3D or LiDAR model (a public client).
        splat_files: fewest and most files of a 3DGS model (a public client).
        quota_images: images that the organisation may reconstruct.
        running_max: models that may be made at a time; 0 is any number.
        count_code: `sub_error_code` of a model with too few or too many files.
        quota_code: `sub_error_code` of a model for which the quota does not suffice.
        failure_code: `error_code` of a model that failed.
        mapped_types: kinds of models (1 2D, 2 3D, 3 3DGS, 4 LiDAR) that go on from state 15 to 9.
        archive_prefix: beginning of `zip_file_key`.
        link_lifetime_s: life of a download link, seconds.
        folder_photos: photos in the one folder of media.
        patience_s: how long a call waits for archives that are due but still being made, seconds. A limit of the
            emulator, not of the service; below the time that clients give a request.
    """

    body_max: int = 4 * 1024 * 1024
    codes: Literal["number", "text"] = field(default="number", validator=validators.in_(("number", "text")))
    refused_token: Literal["http", "code"] = field(default="http", validator=validators.in_(("http", "code")))
    headers_needed: tuple[str, ...] = ("x-request-id", "x-language")
    project_needed: tuple[str, ...] = ("listMediaModels", "getMediaModel", "getMediaModelUrl", "createMediaModel")
    invalid_code: int = 200400
    invalid_status: int = 400
    requests_per_s: int = 0
    token_lifetime_s: float = 3600.0
    late_reports: bool = True
    joined_reports: bool = True
    files: tuple[int, int] = (5, 20_000)
    splat_files: tuple[int, int] = (10, 4_000)
    quota_images: int = 100_000
    running_max: int = 0
    count_code: int = 1
    quota_code: int = 2
    failure_code: int = 1
    mapped_types: tuple[int, ...] = (1,)
    archive_prefix: str = "fh/open_reconstruction/archives"
    link_lifetime_s: float = 3600.0
    folder_photos: int = 6
    patience_s: float = 10.0


def _faults(given: Iterable[Fault | str]) -> tuple[Fault, ...]:
    return tuple(parse(item) if isinstance(item, str) else item for item in given)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _port(_: object, attribute: "Attribute[int]", value: int) -> None:
    if not 0 <= value <= 65535:
        raise ValueError(f"{attribute.name} {value} is not between 0 and 65535")


def _speed(_: object, __: "Attribute[str]", value: str) -> None:
    parse_speed(value)


def _services(_: object, __: "Attribute[tuple[str, ...]]", value: tuple[str, ...]) -> None:
    if not value:
        raise ValueError("no service is chosen")
    for name in value:
        if name not in SERVICES:
            raise ValueError(f"service {name!r} is not one of {', '.join(SERVICES)}")


def _mqtt_url(_: object, attribute: "Attribute[str]", value: str) -> None:
    if value and not re.fullmatch(r"mqtt://([^@/\s]*@)?[^@/:\s]+(:\d{1,5})?/?", value):
        raise ValueError(f"{attribute.name} is not mqtt://user:password@host:port")


def _region(_: object, __: "Attribute[str]", value: str) -> None:
    if value not in ("cn", "us"):
        raise ValueError(f"region {value!r} is not cn or us")


@frozen
class Settings:
    """Choices for one start of the emulators.

    Attributes:
        port: port of TerraAPI; 0 takes a free one.
        storage_port: port of the object store; 0 takes a free one.
        koomap_port: port of KooMap; 0 takes a free one.
        iam_port: port of IAM, which gives out KooMap's tokens; 0 takes a free one.
        altizure_port: port of Altizure; 0 takes a free one.
        flighthub_port: port of FlightHub; 0 takes a free one.
        downlink_port: port of the open platform's downlink; 0 takes a free one.
        mqtt_port: port of the MQTT broker behind it; 0 takes a free one.
        mqtt_url: a broker that is there already, ``mqtt://user:password@host:port``, in place of our own.
        services: which services are started. The object store always is.
        speed: ``instant``, ``polls:N`` (N status reads until a job is finished) or ``time:X`` (jobs take a plausible
            time, X times faster than the wall clock).
        region: of TerraAPI: ``cn`` (storage is Alibaba OSS) or ``us`` (storage is AWS S3). Altizure has both at once;
            there it says which is nearest to the caller.
        seed: the same seed gives the same ids, keys and products.
        faults: ``Fault`` objects or their text form.
        host: address to listen on.
        terra: what is not documented about TerraAPI.
        koomap: what is not documented about KooMap.
        altizure: what is not documented about Altizure.
        flighthub: what is not documented about FlightHub.
        downlink: what is not documented about the open platform, and which dock stands behind it.

    Raises:
        ValueError: one sentence that says which choice is wrong.
    """

    port: int = field(default=0, validator=_port)
    storage_port: int = field(default=0, validator=_port)
    koomap_port: int = field(default=0, validator=_port)
    iam_port: int = field(default=0, validator=_port)
    altizure_port: int = field(default=0, validator=_port)
    flighthub_port: int = field(default=0, validator=_port)
    downlink_port: int = field(default=0, validator=_port)
    mqtt_port: int = field(default=0, validator=_port)
    mqtt_url: str = field(default="", validator=_mqtt_url, repr=False)
    services: tuple[str, ...] = field(default=SERVICES, converter=_names, validator=_services)
    speed: str = field(default="instant", validator=_speed)
    region: Literal["cn", "us"] = field(default="cn", validator=_region)
    seed: int = 1
    faults: tuple[Fault, ...] = field(default=(), converter=_faults)
    host: str = "127.0.0.1"
    terra: TerraRules = field(factory=TerraRules)
    koomap: KooMapRules = field(factory=KooMapRules)
    altizure: AltizureRules = field(factory=AltizureRules)
    flighthub: FlightHubRules = field(factory=FlightHubRules)
    downlink: DownlinkRules = field(factory=DownlinkRules)

    @property
    def further_ports(self) -> tuple[int, ...]:
        """Ports of all but the first service, 0 where a free one is taken."""
        older = (self.storage_port, self.koomap_port, self.iam_port, self.altizure_port, self.flighthub_port)
        return (*older, self.downlink_port, self.mqtt_port)

    @property
    def pace(self) -> Speed:
        """``speed``, read."""
        return parse_speed(self.speed)
