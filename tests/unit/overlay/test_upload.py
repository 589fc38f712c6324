"""Many photos up: the engine, against a real store and a service that counts."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from skybind.errors import LedgerError, NotSent, PermissionDenied, SkybindError, UploadIncomplete
from skybind.transfers import multipart, stores
from skybind.transfers import upload as engine
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.photos import Photo
from skybind.transfers.upload import Grant, UploadProgress
from skybind.wire.bulk import BLOCK, Bulk, Unreachable
from unit.overlay.cards import photo_of, put_on
from unit.overlay.test_positions import NORTH_EAST, with_gps
from unit.overlay.warehouse import PREFIX, QUICK, Run, Service, Warehouse, warehouse


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def run(house: Warehouse) -> Run:
    return Run(Service(house))


@pytest.fixture
def make(photos: Path) -> Callable[..., list[Photo]]:
    """Photos with contents of their own."""

    def make(count: int, size: int = 2000) -> list[Photo]:
        return [
            photo_of(put_on(photos, f"DJI_{number:04d}.jpg", b"\xff\xd8\xff" + os.urandom(size)), photos)
            for number in range(count)
        ]

    return make


Make = Callable[..., list[Photo]]


def all_safe(run: Run, photos: list[Photo]) -> bool:
    """Whether everything is in the store as it is on the card, and confirmed, and on record, and counted."""
    house, progress = run.service.house, run.progress
    assert house.names() == sorted(photo.name for photo in photos)
    assert all(house.content(photo.name) == photo.path.read_bytes() for photo in photos)
    assert set(run.recorded) == {photo.name for photo in photos}
    assert all(file_id == f"id-{name}" for name, (_, file_id) in run.recorded.items())
    assert progress.files_sent == progress.files_confirmed == len(photos)
    assert progress.bytes_moved == sum(photo.size for photo in photos)
    assert progress.files_failed == 0
    return True


# ------------------------------------------------------------------------------------------------------------- all well


def test_all_photos_arrive_and_are_confirmed(run: Run, make: Make) -> None:
    """Each photo is sent once, confirmed once and recorded, with one grant for all."""
    photos = make(30)
    run(photos)
    assert all_safe(run, photos)
    assert run.service.house.store.arrivals == {"put": 30}
    assert len(run.service.grants) == run.progress.grants == 1
    assert run.progress.retries == 0
    assert sorted(name for batch in run.service.confirmations for name in batch.names) == [p.name for p in photos]


def test_nothing_to_send_asks_for_nothing(run: Run) -> None:
    """Without photos neither service nor store is troubled."""
    run([])
    assert (run.service.grants, run.service.confirmations, run.told) == ([], [], 0)


def test_no_more_workers_than_photos(run: Run, make: Make) -> None:
    """A few photos do not start many threads; many photos begin with as many as the plan says."""
    run(make(2), attrs.evolve(QUICK, workers=8, first=8))
    assert run.progress.workers == 2
    other = Run(run.service)
    other(make(5), attrs.evolve(QUICK, workers=3, first=8))
    assert other.progress.workers == 3
    small = Run(run.service)
    small(make(5), attrs.evolve(QUICK, workers=8, first=2))
    assert small.progress.workers == 2


def test_the_calling_thread_records_and_tells(run: Run, make: Make) -> None:
    """Ledger and display are touched by one thread only; it is told at least when all is over."""
    run(make(10))
    assert run.threads == {threading.current_thread().name}
    assert run.told >= 1
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("skybind-upload")]


def test_large_files_are_among_them(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the threshold goes in parts, the others whole."""
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", 200_000)
    monkeypatch.setattr(multipart, "PART", 100 * 1024)
    photos = make(4)
    photos.append(photo_of(put_on(photos[0].path.parent, "video.jpg", b"\xff\xd8\xff" + os.urandom(250_000))))
    run(photos)
    assert all_safe(run, photos)
    assert run.service.house.store.arrivals["part"] == 3


# -------------------------------------------------------------------------------------------------------------- batches


def test_batches_are_no_larger_than_planned(run: Run, make: Make) -> None:
    """A confirmation has at most ``batch`` photos."""
    photos = make(20)
    run(photos, attrs.evolve(QUICK, batch=3, confirm_within=100))
    sizes = [len(batch.names) for batch in run.service.confirmations]
    assert max(sizes) == 3
    assert sum(sizes) == 20
    assert all_safe(run, photos)


def test_a_photo_does_not_wait_long_for_its_batch(run: Run, make: Make) -> None:
    """A photo that has arrived is confirmed after ``confirm_within``, though another one takes its time."""
    run.service.house.faults.add("store.put", "stall", count=1, seconds=1.2)
    photos = make(2)
    began = time.monotonic()
    run(photos, attrs.evolve(QUICK, confirm_within=0.1))
    first, second = run.service.confirmations
    assert first.at - began < 1.0 < second.at - began
    assert (len(first.names), len(second.names)) == (1, 1)


def test_a_batch_is_of_one_grant(run: Run, make: Make) -> None:
    """Photos that went up under different grants are confirmed apart, each with its own reference."""
    run.service.promised = 90.2  # due after 0.2 s
    run.service.house.faults.add("store.put", "stall", after=3, seconds=0.3, count=1)
    photos = make(12, 200)
    run(photos, attrs.evolve(QUICK, workers=1, confirm_within=100))
    assert all_safe(run, photos)
    assert len(run.service.grants) >= 2
    assert len({batch.grant.reference for batch in run.service.confirmations}) >= 2


# --------------------------------------------------------------------------------------------------------------- grants


def test_expired_credentials_are_renewed_once_for_all(run: Run, make: Make) -> None:
    """When sixteen workers find the token expired, one of them asks for another and the others wait for that one."""
    run.service.lifetimes = [0.0, 600.0]
    run.service.slow = 0.1
    photos = make(48)
    run(photos, attrs.evolve(QUICK, workers=16, first=16))
    assert all_safe(run, photos)
    assert len(run.service.grants) == run.progress.grants == 2
    assert run.progress.retries == run.service.house.store.arrivals["put"] - 48 > 1


def test_credentials_that_expire_in_the_middle(run: Run, make: Make) -> None:
    """Photos that were on their way when the token expired go again; none is lost and none is sent twice in vain."""
    house = run.service.house
    house.faults.add("store.put", "expire-token", after=20, count=1)
    photos = make(48)
    run(photos, attrs.evolve(QUICK, workers=16, first=16))
    assert all_safe(run, photos)
    assert len(run.service.grants) == 2
    assert all(house.store.commits_of("photos", PREFIX + photo.name) == 1 for photo in photos)


def test_a_grant_is_renewed_before_it_ends(run: Run, make: Make) -> None:
    """No photo begins under a grant that ends within ``renew_before``; the store refuses nothing."""
    run.service.promised = 60.0
    photos = make(3)
    run(photos, attrs.evolve(QUICK, workers=1, renew_before=90.0))
    assert len(run.service.grants) == 3
    assert run.progress.retries == 0
    other = Run(Service(run.service.house, promised=60.0))
    other(photos, attrs.evolve(QUICK, renew_before=30.0))
    assert len(other.service.grants) == 1


def test_a_grant_without_an_end(run: Run, make: Make) -> None:
    """A grant that does not say when it ends is used until it is refused."""
    run.service.promised = None
    run(make(5))
    assert len(run.service.grants) == 1


def test_a_service_that_gives_no_grant(run: Run, make: Make) -> None:
    """Its refusal ends the upload as it is; no photo is blamed."""
    refusal = PermissionDenied("no", service="probe", status=403)
    run.service.refuses["grant"] = refusal
    with pytest.raises(PermissionDenied) as caught:
        run(make(10))
    assert caught.value is refusal
    assert (run.recorded, run.progress.files_failed) == ({}, 0)


def test_a_grant_that_stays_refused(run: Run, make: Make) -> None:
    """A store that takes none of our credentials is given up after the planned attempts, each with another grant."""
    run.service.lifetimes = [0.0]
    with pytest.raises(UploadIncomplete) as caught:
        run(make(1), attrs.evolve(QUICK, attempts=3))
    assert len(run.service.grants) == 3
    assert "SecurityTokenExpired" in caught.value.failed["DJI_0000.jpg"]


# --------------------------------------------------------------------------------------------------------------- faults


@pytest.mark.parametrize("kind", ["status-503", "status-500", "cut", "drop", "lose-answer", "corrupt"])
def test_faults_on_the_way_cost_attempts_not_photos(run: Run, make: Make, kind: str) -> None:
    """Whatever happens to some of the requests, in the end every photo is safe, whole, and counted once."""
    run.service.house.faults.add("store.put", kind, count=7, after=3, bytes=700)
    photos = make(24)
    run(photos)
    assert all_safe(run, photos)
    assert run.service.house.store.arrivals["put"] >= 24 + (7 if kind not in {"lose-answer", "drop", "cut"} else 1)


def test_a_stalled_store_costs_an_attempt(run: Run, make: Make) -> None:
    """A store that stops reading is given up after the read timeout, and the photo goes again."""
    run.service.house.faults.add("store.put", "stall", count=1, seconds=3, bytes=1000)
    photos = make(3, 8 * BLOCK)
    run(photos, read_timeout=1.0)
    assert all_safe(run, photos)
    assert run.progress.retries == 1


def test_a_busy_store_is_waited_for_as_long_as_it_asks(run: Run, make: Make) -> None:
    """Retry-After is obeyed, though our own pauses would be shorter."""
    run.service.house.faults.add("store.put", "status-503", count=1, retry_after=0.4)
    began = time.monotonic()
    run(make(1))
    assert 0.4 <= time.monotonic() - began < 3


def test_no_store_is_waited_for_for_ever(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Retry-After of a day is not obeyed to its end: two minutes are the longest that we wait."""
    run.service.house.faults.add("store.put", "status-503", count=1, retry_after=99_999)
    waits: list[float] = []
    waited = threading.Event.wait

    def wait(event: threading.Event, timeout: float | None = None) -> bool:
        waits.append(timeout or 0.0)
        return waited(event, 0.01 if timeout and timeout > 10 else timeout)

    monkeypatch.setattr(threading.Event, "wait", wait)
    photos = make(1)
    run(photos)
    assert all_safe(run, photos)
    assert max(waits) == 120


def test_a_store_that_is_broken_for_one_photo(run: Run, make: Make) -> None:
    """A photo that fails in all attempts is named with the last reason; all others are safe and on record."""
    photos = make(5)
    run.service.house.faults.add("store.put", "status-503", count=4)
    with pytest.raises(UploadIncomplete, match="1 of 5 photos") as caught:
        run(photos, attrs.evolve(QUICK, workers=1, attempts=4))
    assert set(caught.value.failed) == {"DJI_0000.jpg"}
    assert "4 attempts" in caught.value.failed["DJI_0000.jpg"]
    assert "503" in caught.value.failed["DJI_0000.jpg"]
    assert set(run.recorded) == {photo.name for photo in photos[1:]}
    assert (run.progress.files_failed, run.progress.files_confirmed, run.progress.retries) == (1, 4, 3)
    assert run.progress.bytes_moved == sum(photo.size for photo in photos[1:])


def test_a_final_refusal_is_not_tried_again(run: Run, make: Make) -> None:
    """What trying again will not help is tried once."""
    run.service.prefix = "elsewhere/"
    with pytest.raises(UploadIncomplete) as caught:
        run(make(3))
    assert run.service.house.store.arrivals["put"] == 3
    assert all("AccessDenied" in reason for reason in caught.value.failed.values())
    assert run.service.confirmations == []


def test_a_photo_that_cannot_be_read(run: Run, make: Make) -> None:
    """A photo that vanished is named; the others go up."""
    photos = make(4)
    photos[1].path.unlink()
    with pytest.raises(UploadIncomplete) as caught:
        run(photos)
    assert set(caught.value.failed) == {"DJI_0001.jpg"}
    assert "cannot be read" in caught.value.failed["DJI_0001.jpg"]
    assert len(run.recorded) == 3
    assert "same command" in caught.value.advice


def test_a_defect_in_a_worker_does_not_hang_the_upload(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unforeseen error costs the photo that it struck, and is named."""
    photos = make(3)
    put = stores.put

    def breaks(photo: Photo, *args: Any) -> Any:
        if photo.name == "DJI_0001.jpg":
            raise ZeroDivisionError("oops")
        return put(photo, *args)

    monkeypatch.setattr("skybind.transfers.sending.put", breaks)
    with pytest.raises(UploadIncomplete) as caught:
        run(photos)
    assert caught.value.failed == {"DJI_0001.jpg": "ZeroDivisionError: oops"}


def test_a_completion_whose_answer_is_lost_costs_nothing(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file whose last answer was lost is safe in the end, in this very run."""
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", 200_000)
    monkeypatch.setattr(multipart, "PART", 100 * 1024)
    run.service.house.faults.add("store.complete", "lose-answer", count=1)
    photos = make(1, 250_000)
    run(photos)
    assert all_safe(run, photos)
    assert run.service.house.open_uploads() == 0


# -------------------------------------------------------------------------------------------------------- confirmations


def test_confirmations_that_come_too_late(run: Run, make: Make) -> None:
    """Photos whose grant has lapsed are sent again under another one, and confirmed with that one."""
    run.service.lapsing = 1
    photos = make(5)
    run(photos)
    assert all_safe(run, photos)
    assert len(run.service.grants) == 2
    assert {batch.grant.reference for batch in run.service.confirmations} == {"reference-1"}


def test_confirmations_that_always_come_too_late(run: Run, make: Make) -> None:
    """A photo is sent twice at most; then it is named with the service's reason."""
    run.service.lapsing = 1000
    with pytest.raises(UploadIncomplete) as caught:
        run(make(2))
    reason = "sent 2 times and not confirmed: the callback parameter has expired"
    assert caught.value.failed == {"DJI_0000.jpg": reason, "DJI_0001.jpg": reason}
    assert run.service.house.store.arrivals["put"] == 4
    assert (run.progress.files_sent, run.progress.bytes_moved, run.progress.files_failed) == (0, 0, 2)


def test_photos_that_a_confirmation_leaves_out(run: Run, make: Make) -> None:
    """What the service did not take goes again; what it took is on record at once."""
    run.service.forgets = ["DJI_0001.jpg"]
    photos = make(4)
    run(photos)
    assert all_safe(run, photos)
    assert run.service.house.store.arrivals["put"] == 5
    run.service.forgets = ["DJI_0002.jpg"] * 9
    with pytest.raises(UploadIncomplete) as caught:
        Run(run.service)(photos)
    assert set(caught.value.failed) == {"DJI_0002.jpg"}


def test_a_service_that_refuses_a_confirmation(run: Run, make: Make) -> None:
    """Its refusal ends the upload; nothing that was not confirmed is on record."""
    run.service.refuses["confirm"] = PermissionDenied("no", service="probe", status=403)
    with pytest.raises(PermissionDenied):
        run(make(4))
    assert run.recorded == {}


def test_a_record_that_cannot_be_written(run: Run, make: Make) -> None:
    """A full disk under the ledger ends the upload with its own error."""

    def full(_files: object) -> None:
        raise LedgerError("no room")

    with pytest.raises(LedgerError, match="no room"):
        run(make(4), record=full)


def test_positions_are_read_and_counted_once(run: Run, photos: Path) -> None:
    """Photos with a position are counted, and sent with it; one that goes again is not counted twice."""
    placed = with_gps(photos / "a.jpg", NORTH_EAST)
    bare = with_gps(photos / "b.jpg", {})
    run.service.lapsing = 1
    told: list[Any] = []
    confirm = run.service.confirm

    def listening(grant: Grant, files: Any) -> Any:
        told.extend(files)
        return confirm(grant, files)

    run.service = Listener(run.service, listening)  # type: ignore[assignment]
    run([photo_of(placed), photo_of(bare)])
    assert (run.progress.positions, run.progress.files_sent) == (1, 2)
    assert {sent.photo.name: sent.position is not None for sent in told} == {"a.jpg": True, "b.jpg": False}


class Listener:
    """A service whose confirmations are listened to."""

    def __init__(self, service: Service, confirm: Any) -> None:
        self.grant = service.grant
        self.confirm = confirm


# ------------------------------------------------------------------------------------------------------------- stopping


class AfterSome:
    """Says stop when so many photos have arrived in the store, and their answers had so many seconds to come back."""

    def __init__(self, house: Warehouse, count: int, answered: float = 0.0) -> None:
        self._house = house
        self._count = count
        self._answered = answered
        self._since: float | None = None

    def __call__(self) -> bool:
        if len(self._house.names()) < self._count:
            return False
        self._since = self._since or time.monotonic()
        return time.monotonic() - self._since >= self._answered


def test_stopping_in_the_middle_keeps_what_has_arrived(run: Run, make: Make) -> None:
    """Told to stop, the upload ends like Ctrl-C; what the store had taken is confirmed and on record, and counted."""
    photos = make(400, 20_000)
    house = run.service.house
    with pytest.raises(KeyboardInterrupt):
        run(photos, attrs.evolve(QUICK, confirm_within=100, batch=1000), cancelled=AfterSome(house, 12))
    assert 0 < len(run.recorded) < 400
    assert len(run.recorded) == run.progress.files_confirmed
    # A photo whose answer had not come back yet may lie in the store unconfirmed: at most one a worker.
    assert set(run.recorded) <= set(house.names())
    assert len(house.names()) - len(run.recorded) <= QUICK.workers


def test_stopping_does_not_wait_for_a_stalled_store(run: Run, make: Make) -> None:
    """Workers that wait for the store are woken: stopping takes no read timeout."""
    house = run.service.house
    house.faults.add("store.put", "stall", after=2, seconds=20)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run(make(8), cancelled=AfterSome(house, 2, answered=0.5), read_timeout=15)
    assert time.monotonic() - began < 4
    assert len(run.recorded) == 2


def test_ctrl_c_while_telling(run: Run, make: Make) -> None:
    """An interrupt that strikes the calling thread anywhere ends the upload the same way."""

    def interrupt(progress: UploadProgress) -> None:
        if progress.files_sent:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(make(300, 20_000), told=interrupt)
    assert run.recorded
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("skybind-upload")]


def test_a_service_that_fails_on_the_way_out_hides_nothing(run: Run, make: Make) -> None:
    """If what has arrived cannot be confirmed any more, the reason for stopping is still what is told."""
    house = run.service.house

    def stop() -> bool:
        if len(house.names()) >= 3:
            run.service.refuses["confirm"] = SkybindError("down")
            return True
        return False

    with pytest.raises(KeyboardInterrupt):
        run(make(300, 20_000), attrs.evolve(QUICK, confirm_within=100, batch=1000), cancelled=stop)
    assert run.recorded == {}


def test_grants_print_no_secret(house: Warehouse) -> None:
    """Neither keys nor reference nor the places of objects show in what is printed of a grant."""
    grant = Service(house).grant()
    printed = repr(grant)
    for secret in (grant.keys.access_key_id, grant.keys.secret_access_key, grant.keys.session_token, grant.reference):
        assert secret
        assert secret not in printed


# --------------------------------------------------------------------------------------------------------- out of reach


class Reach:
    """The way to the store, which can be taken away: nothing that is begun then gets a connection."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gone_until = 0.0
        self.refused = 0
        connect = Bulk._connect

        def reached(bulk: Bulk, *args: Any) -> Any:
            if time.monotonic() < self.gone_until:
                self.refused += 1
                raise Unreachable("cannot reach the store: name or service not known")
            return connect(bulk, *args)

        monkeypatch.setattr(Bulk, "_connect", reached)

    def away(self, seconds: float) -> None:
        self.gone_until = time.monotonic() + seconds


def test_names_that_are_gone_for_a_while_cost_no_photo(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without network or DNS a photo waits, for more attempts than it has, and goes up when they are back."""
    reach = Reach(monkeypatch)
    photos = make(30)
    house = run.service.house
    house.faults.add("store.put", "drop", after=10, count=4)  # so that new connections are needed

    def vanish(progress: UploadProgress) -> None:
        if progress.files_sent and not reach.gone_until:
            reach.away(0.6)

    run(photos, attrs.evolve(QUICK, attempts=3), told=vanish)
    assert all_safe(run, photos)


def test_a_store_that_was_never_reached_is_not_waited_for(
    run: Run, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address at which nobody ever answered is wrong: after the planned attempts its photos are named."""
    Reach(monkeypatch).away(60)
    began = time.monotonic()
    with pytest.raises(UploadIncomplete) as caught:
        run(make(2), attrs.evolve(QUICK, attempts=3))
    assert "3 attempts" in caught.value.failed["DJI_0000.jpg"]
    assert time.monotonic() - began < 2


def test_an_outage_has_an_end(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that stays away is given up after the planned time; what had arrived is safe."""
    reach = Reach(monkeypatch)
    house = run.service.house
    house.faults.add("store.put", "drop", after=3)

    def vanish(progress: UploadProgress) -> None:
        if progress.files_sent and not reach.gone_until:
            reach.away(60)

    with pytest.raises(UploadIncomplete) as caught:
        run(make(8), attrs.evolve(QUICK, attempts=3, outage=0.5, workers=1), told=vanish)
    assert "cannot reach" in " ".join(caught.value.failed.values())
    assert len(run.recorded) == 8 - len(caught.value.failed)


def test_a_service_that_cannot_be_told_is_told_later(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A confirmation that surely did not leave is made again; a service out of reach from the start is an error."""
    monkeypatch.setattr(engine, "_NOT_REACHED", 0.05)
    photos = make(6)
    confirm, lost = run.service.confirm, [3]

    def gone(grant: Grant, files: Any) -> Any:
        if lost[0]:
            lost[0] -= 1
            raise NotSent("no route")
        return confirm(grant, files)

    service, run.service = run.service, Listener(run.service, gone)  # type: ignore[assignment]
    run(photos)
    assert len(run.recorded) == 6
    assert lost == [0]
    service.refuses["grant"] = NotSent("no route")
    with pytest.raises(NotSent):
        Run(service)(photos)


# ---------------------------------------------------------------------------------------------------------- large files


def test_a_large_file_outlives_its_process(
    run: Run, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What another process sent of a large file is not sent again, and is counted like what goes now."""
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", 200_000)
    monkeypatch.setattr(multipart, "PART", 100 * 1024)
    monkeypatch.setattr(multipart, "_LONGEST_PAUSE", 0.01)
    photos = make(1, 450_000)
    house = run.service.house
    with Ledger(tmp_path / "l.sqlite3") as ledger:
        fault = house.faults.add("store.part", "status-500", after=3)
        with pytest.raises(UploadIncomplete):
            run(photos, attrs.evolve(QUICK, attempts=1), parts=FlightParts(ledger, "f"))
        assert (run.progress.bytes_moved, house.open_uploads()) == (0, 1)
        house.faults.clear()
        before = house.store.arrivals["part"]
        again = Run(run.service)
        again(photos, parts=FlightParts(ledger, "f"))
    assert fault
    assert all_safe(again, photos)
    assert house.store.arrivals["part"] == before + 2
