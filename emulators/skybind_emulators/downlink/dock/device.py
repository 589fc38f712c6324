"""The simulated dock on MQTT: what comes in goes to the state machine, what it says goes out."""

import copy
import json
import logging
import queue
import random
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import field, frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.broker import Link, Message, NotConnected
from skybind_emulators.speed import Speed

from . import commands
from . import progress as telling
from .errands import Errands, Fetched
from .flights import Flight
from .machine import Event, FileWanted, Machine, MediaTaken, Question
from .media import Media, Taken, Uploaded
from .mischief import Garble, Mischief, Prank, garbled
from .properties import CONFIG_WANTED, aircraft_osd, dock_osd, topology
from .rules import DockRules
from .state import DockState

# Commands are sent with QoS 0 by the platform; a foreign cloud may use more, and then a repeated tid is not obeyed.
_LISTEN_QOS = 2
_TELL_QOS = 1
_LIVELY_S, _CALM_S = 0.02, 0.25
_REPLIES_KEPT = 4096
_PHOTO_STORAGE = {"module": 0}  # 0 is that of media

_log = logging.getLogger(__name__)


@frozen
class Arrival:
    """A command as it came.

    Attributes:
        method: of the command; empty when it has none.
        tid: of the message.
        bid: of the operation.
        data: its payload, or whatever stood in its place.
        payload: the message's bytes.
        at: Unix seconds on the emulators' clock.
    """

    method: str
    tid: str
    bid: str
    data: Any = field(repr=False)
    payload: bytes = field(repr=False)
    at: float


class Dock:
    """A dock with its aircraft, reachable over MQTT as one of DJI's.

    One thread does everything: it takes commands in the order in which they came, lets time go by, and tells what
    follows. Time is the emulators' own: with ``instant`` work is finished when it is begun, with ``polls:N`` at the
    Nth look at the latest (each command that comes is a look, and so is `poll`), with ``time:X`` after its simulated
    time.

    Args:
        url: of the broker, ``mqtt://user:password@host:port``.
        gateway_sn: serial number of the dock.
        device_sn: serial number of its aircraft.
        clock: the emulators' clock.
        speed: how fast work goes.
        rules: what the dock is like.
        seed: the same seed gives the same ids and photos.

    Raises:
        ValueError: the address is wrong.
    """

    def __init__(
        self,
        url: str,
        gateway_sn: str,
        device_sn: str,
        clock: SimulatedClock | None = None,
        speed: Speed | None = None,
        rules: DockRules | None = None,
        *,
        seed: int = 1,
    ) -> None:
        self.gateway_sn, self.device_sn = gateway_sn, device_sn
        self.rules = rules or DockRules()
        self._clock, self._speed, self._seed = clock or SimulatedClock(), speed or Speed("instant"), seed
        self._machine = Machine.new(gateway_sn, device_sn, self.rules, seed)
        self._ids = random.Random(f"messages:{seed}:{gateway_sn}")  # noqa: S311  no secret
        self._mischief = Mischief()
        self._lock = threading.RLock()
        self._arrivals: list[Arrival] = []
        self._executed: dict[str, int] = {}
        self._replies: OrderedDict[str, list[bytes]] = OrderedDict()
        self._looks = 0
        self._inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._errands = Errands(self.rules, lambda: self._inbox.put(lambda: self._fetched(self._errands.downloaded())))
        self._media = Media(
            self.rules.photo_bytes, seed, self._clock.now, lambda done: self._inbox.put(lambda: self._uploaded(done))
        )
        self._seen_at = self._clock.simulated()
        self._osd_due = 0.0
        self._late: list[threading.Timer] = []
        root = f"thing/product/{gateway_sn}"
        self._root = root
        self._link = Link(
            url,
            client_id=gateway_sn,
            topics=[
                (f"{root}/services", _LISTEN_QOS),
                (f"{root}/requests_reply", _LISTEN_QOS),
                (f"{root}/events_reply", 0),
                (f"sys/product/{gateway_sn}/status_reply", 0),
            ],
            on_message=self._heard,
            on_change=lambda up: self._inbox.put(self._introduce) if up else None,
        )
        self._thread = threading.Thread(target=self._live, name="skybind-dock", daemon=True)

    def start(self) -> Self:
        """Connect; return when commands are heard.

        Raises:
            NotConnected: the broker is not there, or refuses the name or password.
        """
        self._link.open()
        self._thread.start()
        return self

    def close(self) -> None:
        """Disconnect and forget what is under way. May be called again."""
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(10.0)
        for timer in self._late:
            timer.cancel()
        self._errands.close()
        self._media.close()
        self._link.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def state(self) -> DockState:
        """A copy of what the dock is like now."""
        with self._lock:
            return copy.deepcopy(self._machine.state)

    @property
    def flights(self) -> tuple[Flight, ...]:
        """All flights, oldest first."""
        with self._lock:
            return tuple(self._machine.flights.values())

    def arrivals(self, method: str | None = None) -> list[Arrival]:
        """The commands of a method as they came, repeated ones too; of all methods when none is named."""
        with self._lock:
            return [one for one in self._arrivals if method in (None, one.method)]

    def executed(self, method: str) -> int:
        """How many commands of a method were given to the state machine: repeated ones are not."""
        with self._lock:
            return self._executed.get(method, 0)

    def photos_of(self, flight_id: str, out: Path | None = None, *, size: int | None = None) -> list[Path]:
        """Render the photos of a flight, as JPEG files with EXIF and XMP.

        Args:
            flight_id: of a flight that took place.
            out: folder for them; a new one is made when left out.
            size: wanted bytes per file, 20 kB to 25 MB.

        Raises:
            KeyError: there was no such flight.
            ValueError: `size` is out of range, or a photo was taken too close to the ground.
        """
        from .photographs import photographed  # noqa: PLC0415  numpy and Pillow wait until someone wants photos

        with self._lock:
            photos, home = self._machine.flights[flight_id].photos, self._machine.home
        if not photos:
            return []
        folder = out or Path(tempfile.mkdtemp(prefix="skybind-flight-"))
        return list(photographed(photos, home, size=size, seed=self._seed).photograph(folder, size=size))

    def mute(self, method: str = "*", n: int = 1) -> None:
        """Obey the next `n` commands of a method, and do not reply."""
        self._mischief.add(Prank(method, "mute", n))

    def late(self, method: str = "*", n: int = 1, *, seconds: float) -> None:
        """Hold back the replies to the next `n` commands of a method, for so many seconds of the wall clock."""
        self._mischief.add(Prank(method, "late", n, seconds))

    def garble(self, method: str = "*", n: int = 1, *, how: Garble) -> None:
        """Send the replies to the next `n` commands of a method with another tid or method, without result or data,
        or twice.
        """
        self._mischief.add(Prank(method, how, n))

    def behave(self) -> None:
        """Take back all that `mute`, `late` and `garble` still have to do."""
        self._mischief.clear()

    def poll(self) -> None:
        """Look at the dock: with speed ``polls:N`` this moves its work."""
        done = threading.Event()
        self._inbox.put(lambda: self._look(done))
        if threading.current_thread() is not self._thread and self._thread.is_alive():
            done.wait(5.0)

    # All below runs in the dock's thread, but `_heard`.

    def _heard(self, message: Message) -> None:
        """In the link's thread: keep commands in the order in which they came."""
        kind = message.topic.rpartition("/")[2]
        body = _object(message.payload)
        if kind == "services":
            arrival = Arrival(
                _text(body.get("method")),
                _text(body.get("tid")),
                _text(body.get("bid")),
                body.get("data"),
                message.payload,
                self._clock.now(),
            )
            with self._lock:
                self._arrivals.append(arrival)
            self._inbox.put(lambda: self._command(arrival))
        elif kind == "requests_reply":
            self._inbox.put(lambda: self._answered(body))

    def _live(self) -> None:
        while True:
            try:
                work = self._inbox.get(timeout=self._pause())
                if work is None:
                    return
            except queue.Empty:
                work = None
            try:
                with self._lock:
                    self._pass_time()
                    if work is not None:
                        work()
                    self._fetched(self._errands.expired())
                    self._flush()
                    self._osd()
            except Exception:  # noqa: BLE001  the dock must outlive a mistake of its own, and say so
                _log.exception("the simulated dock made a mistake")

    def _pause(self) -> float:
        busy = not self._machine.stage.idle() and self._speed.rule == "time"
        waiting = self._errands.under_way
        pause = _LIVELY_S if busy or waiting else _CALM_S
        return min(pause, 1 / self.rules.osd_hz) if self.rules.osd_hz else pause

    def _pass_time(self) -> None:
        now = self._clock.simulated()
        passed, self._seen_at = now - self._seen_at, now
        self._machine.tick(passed if self._speed.rule == "time" else 0.0, self._clock.now())
        if self._speed.rule == "instant":
            self._machine.settle()  # what the calendar has begun, such as a timed task

    def _command(self, arrival: Arrival) -> None:
        if not arrival.method or not arrival.tid:
            _log.warning("a command without method or tid is passed over")
            return
        if arrival.tid in self._replies:
            self._say(self._replies[arrival.tid])
            return
        self._executed[arrival.method] = self._executed.get(arrival.method, 0) + 1
        reply = commands.answer(self._machine, arrival.method, arrival.data)
        envelope = self._envelope(arrival.method, reply.data, tid=arrival.tid, bid=arrival.bid)
        self._reply(arrival, envelope)
        self._flush()
        self._hasten()

    def _reply(self, arrival: Arrival, envelope: Mapping[str, Any]) -> None:
        prank = self._mischief.strike(arrival.method)
        sent = [_bytes(one) for one in garbled(envelope, "" if prank is None else prank.kind)]
        muted = prank is not None and prank.kind == "mute"
        self._replies[arrival.tid] = [] if muted else sent
        if len(self._replies) > _REPLIES_KEPT:
            self._replies.popitem(last=False)
        if muted:
            return
        if prank is not None and prank.kind == "late":
            timer = threading.Timer(prank.seconds, self._say, [sent])
            timer.daemon = True
            self._late.append(timer)
            timer.start()
            return
        self._say(sent)

    def _say(self, replies: Sequence[bytes]) -> None:
        for reply in replies:
            self._publish("services_reply", reply)

    def _look(self, done: threading.Event) -> None:
        self._hasten()
        done.set()

    def _hasten(self) -> None:
        """Move work as the speed has it, beside the time that passes."""
        machine = self._machine
        if self._speed.rule == "instant":
            machine.settle()
        elif self._speed.rule == "polls":
            if machine.stage.idle():
                self._looks = self._looks if self._errands.under_way else 0
                return
            self._looks += 1
            if self._looks >= self._speed.polls:
                machine.settle()
            else:
                machine.tick(self.rules.look_s, self._clock.now())
            if machine.stage.idle() and not self._errands.under_way:
                self._looks = 0

    def _flush(self) -> None:
        """Tell the cloud what the machine has to say."""
        outgoing = self._machine.outgoing
        while outgoing:
            match outgoing.popleft():
                case Event() as event:
                    body = self._envelope(event.method, event.data, bid=event.bid)
                    self._publish("events", _bytes({**body, "need_reply": int(event.need_reply)}))
                case Question() as question:
                    body = self._envelope(question.method, question.data, bid=question.bid)
                    self._publish("requests", _bytes(body))
                case FileWanted(flight_id):
                    body = self._envelope("flighttask_resource_get", {"flight_id": flight_id}, bid=flight_id)
                    self._errands.begin(flight_id, body["tid"])
                    self._publish("requests", _bytes(body))

                case MediaTaken(flight_id):
                    body = self._envelope("storage_config_get", _PHOTO_STORAGE)
                    self._media.begin(
                        Taken(flight_id, self._machine.flights[flight_id].photos, self._machine.home), body["tid"]
                    )
                    self._publish("requests", _bytes(body))

    def _answered(self, body: Mapping[str, Any]) -> None:
        self._fetched(self._errands.answered(body))
        self._media.answered(body)

    def _uploaded(self, done: Uploaded) -> None:
        flight = self._machine.flights[done.flight_id]
        telling.uploaded(self._machine, flight, done.photo, done.name, done.object_key)

    def _fetched(self, fetched: Fetched | None) -> None:
        """Hand a flight its file, or the reason why there is none."""
        machine = self._machine
        flight = None if fetched is None else machine.flights.get(fetched.flight_id)
        if fetched is not None and flight is not None and flight is machine.flight:
            flight.answer = int(fetched.code), fetched.content
            machine.stage.wake(machine.sortie)
            if self._speed.rule == "instant":
                machine.settle()

    def _introduce(self) -> None:
        """What a dock says when it comes up: which aircraft hangs on it, and that it wants its configuration."""
        known = self._envelope("update_topo", topology(self.rules.dock_generation, self.device_sn))
        self._send(f"sys/product/{self.gateway_sn}/status", _bytes(known), _TELL_QOS)
        self._publish("requests", _bytes(self._envelope("config", CONFIG_WANTED)))

    def _osd(self) -> None:
        if not self.rules.osd_hz or (now := time.monotonic()) < self._osd_due:
            return
        self._osd_due = now + 1 / self.rules.osd_hz
        for serial, data in ((self.device_sn, aircraft_osd(self._machine)), (self.gateway_sn, dock_osd(self._machine))):
            body = self._envelope("", data)
            del body["method"]
            self._send(f"thing/product/{serial}/osd", _bytes(body), 0)

    def _envelope(self, method: str, data: Mapping[str, Any], *, tid: str = "", bid: str = "") -> dict[str, Any]:
        return {
            "tid": tid or self._new_id(),
            "bid": bid or self._new_id(),
            "timestamp": int(self._clock.now() * 1000),
            "method": method,
            "gateway": self.gateway_sn,
            "data": dict(data),
        }

    def _new_id(self) -> str:
        digits = f"{self._ids.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"

    def _publish(self, kind: str, payload: bytes) -> None:
        self._send(f"{self._root}/{kind}", payload, _TELL_QOS)

    def _send(self, topic: str, payload: bytes, qos: int) -> None:
        try:
            self._link.publish(topic, payload, qos)
        except NotConnected:
            _log.debug("the dock is offline; what it would have told is lost")


def _bytes(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()


def _object(payload: bytes) -> dict[str, Any]:
    try:
        body = json.loads(payload)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
