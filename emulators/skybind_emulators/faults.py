"""Misbehaviour to order: which operation goes wrong, how, how often.

Text form: ``TARGET:KIND[:COUNT][,name=value...]``, for example ``terra.startJob:lose-answer:1``,
``store.put:expire-token,after=10``, ``terra.*:status-503:2,retry_after=1`` or
``koomap.createTask:refuse,code=KMP.00051030``. TARGET is ``<service>.<operation>``;
``*`` stands for every operation of the service. COUNT is how many times the fault strikes (left out: always);
``after`` is how many matching arrivals pass before the first strike.
"""

import re
import threading
from collections.abc import Collection, Iterable, Mapping

from attrs import define, field, frozen

API_KINDS: Mapping[str, str] = {
    "lose-answer": "do the work, then cut the connection",
    "drop": "cut the connection before doing anything",
    "duplicate": "take the request twice, as when a proxy sends it again; the second answer is given",
    "html": "answer 502 with an HTML page",
    "truncated": "cut the answer in the middle",
    "delay": "wait `seconds` before doing anything",
    "skew": "the service's clock is off by `seconds`",
    "refuse": "refuse with `code`, one of those that the operation lists",
    "expire-token": "issued credentials expire at once; tokens that are shown count as expired",
    "unlisted-enum": "answer with a value outside the enum",
    "stall": "jobs do not move",
    "fail": "jobs end as failed",
    "fail-start": "jobs show that they could not be started (KooMap)",
    "fail-stop": "jobs show that they could not be stopped (KooMap)",
    "null-list": "null where a list is expected",
    "null-answer": "answer null without an error, and do nothing (Altizure)",
    "invalid-image": "images become Invalid, for `reason` (Altizure)",
}
STORE_KINDS: Mapping[str, str] = {
    "drop": "cut the connection before doing anything",
    "lose-answer": "store the object, then cut the connection",
    "cut": "cut the connection after `bytes` bytes of the body",
    "corrupt": "flip one byte",
    "stall": "wait `seconds`",
    "expire-token": "the session token counts as expired",
    "truncated": "send fewer bytes than announced, then close",
}
# Kinds that only some services have a state for.
_ONLY = {
    "fail-start": ("koomap",),
    "fail-stop": ("koomap",),
    "null-answer": ("altizure",),
    "invalid-image": ("altizure",),
}
_NEEDED = {"delay": "seconds", "skew": "seconds"}
_STATUS = re.compile(r"status-[45]\d\d")
_TARGET = re.compile(r"[a-z]+\.(\*|[A-Za-z][A-Za-z0-9]*)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Argument = str | float


@frozen
class Fault:
    """One kind of misbehaviour at one target.

    Attributes:
        target: ``<service>.<operation>``, or ``<service>.*``.
        kind: a name of ``API_KINDS`` or ``STORE_KINDS``, or ``status-<code>``.
        count: how many times it strikes; None is always.
        after: how many matching arrivals pass before the first strike.
        args: what the kind needs besides, such as ``seconds`` or ``retry_after``.

    Raises:
        ValueError: target, kind, count or arguments make no sense together.
    """

    target: str
    kind: str
    count: int | None = None
    after: int = 0
    args: Mapping[str, Argument] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if not _TARGET.fullmatch(self.target):
            raise ValueError(f"fault target {self.target!r} is not <service>.<operation> or <service>.*")
        kinds = STORE_KINDS if self.target.startswith("store.") else API_KINDS
        if self.kind not in kinds and not _STATUS.fullmatch(self.kind):
            known = ", ".join(["status-<code>", *kinds])
            raise ValueError(f"fault kind {self.kind!r} is not known for {self.target}; there are: {known}")
        service = self.target.partition(".")[0]
        if service not in _ONLY.get(self.kind, (service,)):
            raise ValueError(f"fault kind {self.kind!r} is not known for {self.target}; {service} has no such state")
        if self.count is not None and self.count < 1:
            raise ValueError(f"a fault strikes once or more, not {self.count} times")
        if self.after < 0:
            raise ValueError(f"a fault strikes after 0 or more arrivals, not {self.after}")
        needed = _NEEDED.get(self.kind)
        if needed and not isinstance(self.args.get(needed), int | float):
            raise ValueError(f"fault {self.kind} needs {needed}=<number>")
        if self.kind == "refuse" and "code" not in self.args:
            raise ValueError("fault refuse needs code=<code of the service>")

    def matches(self, target: str) -> bool:
        """Whether an arrival at ``target`` concerns this fault."""
        service, _, operation = self.target.partition(".")
        return self.target == target or (operation == "*" and target.startswith(service + "."))

    def number(self, name: str, default: float) -> float:
        """An argument as a number; the default if it is missing or is text."""
        value = self.args.get(name, default)
        return value if isinstance(value, int | float) else default

    @property
    def code(self) -> Argument | None:
        """The service's code that a ``refuse`` fault orders, else None."""
        return self.args["code"] if self.kind == "refuse" else None

    @property
    def status(self) -> int | None:
        """HTTP status of a ``status-<code>`` fault, else None."""
        return int(self.kind.removeprefix("status-")) if _STATUS.fullmatch(self.kind) else None


def parse(text: str) -> Fault:
    """Read the text form of a fault.

    Raises:
        ValueError: one sentence that says what is wrong.
    """
    head, *assignments = text.split(",")
    target, *rest = head.split(":")
    if not 1 <= len(rest) <= 2 or not all(rest):
        raise ValueError(f"fault {text!r} is not TARGET:KIND[:COUNT][,name=value...]")
    if len(rest) == 2 and not rest[1].isdecimal():
        raise ValueError(f"the count of fault {text!r} is not a whole number: {rest[1]!r}")
    args: dict[str, Argument] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not (name and equals and value):
            raise ValueError(f"{assignment!r} in fault {text!r} is not name=value")
        args[name] = _value(value)
    after = args.pop("after", 0)
    if not isinstance(after, int):
        raise ValueError(f"`after` of fault {text!r} is not a whole number")  # noqa: TRY004  it is about the text
    return Fault(target, rest[0], int(rest[1]) if len(rest) == 2 else None, after, args)


def _value(text: str) -> Argument:
    if not _NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def check_targets(faults: Iterable[Fault], known: Collection[str]) -> None:
    """Refuse faults that could never strike.

    Args:
        faults: what was asked for.
        known: every ``<service>.<operation>`` there is; a mapping also tells the codes that each lists.

    Raises:
        ValueError: a target names a service or an operation that does not exist, or a code that it does not list.
    """
    for fault in faults:
        if not any(fault.matches(target) for target in known):
            raise ValueError(f"fault target {fault.target!r} is not known")
        if isinstance(known, Mapping):
            _check_code(fault, known)


def _check_code(fault: Fault, codes: Mapping[str, Collection[object]]) -> None:
    """Refuse a fault that orders a code which none of its operations lists."""
    meant = [listed for target, listed in codes.items() if fault.matches(target)]
    if fault.code is not None and meant and not any(fault.code in listed for listed in meant):
        raise ValueError(f"no operation at {fault.target} refuses with {fault.code}")


@define
class _Armed:
    fault: Fault
    arrivals: int = 0
    strikes: int = 0

    def strike(self) -> bool:
        self.arrivals += 1
        spent = self.fault.count is not None and self.strikes >= self.fault.count
        if spent or self.arrivals <= self.fault.after:
            return False
        self.strikes += 1
        return True


class Faults:
    """All faults of a running emulator. Safe to use from several threads."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._armed = [_Armed(fault) for fault in faults]
        self._codes: dict[str, Collection[object]] = {}
        self._lock = threading.Lock()

    def learn(self, codes: Mapping[str, Collection[object]]) -> None:
        """Be told which codes the operations of a service list, by ``<service>.<operation>``.

        Raises:
            ValueError: a fault that was armed before orders another code.
        """
        with self._lock:
            self._codes |= codes
            for armed in self._armed:
                _check_code(armed.fault, codes)

    def add(self, target: str, kind: str, *, count: int | None = None, after: int = 0, **args: Argument) -> Fault:
        """Arm a fault from now on.

        Raises:
            ValueError: see ``Fault``; or the operation does not list the code that is ordered.
        """
        fault = Fault(target, kind, count, after, args)
        with self._lock:
            _check_code(fault, self._codes)
            self._armed.append(_Armed(fault))
        return fault

    def clear(self) -> None:
        """Disarm all. Jobs that a fault stalled move again."""
        with self._lock:
            self._armed.clear()

    def armed(self, fault: Fault) -> bool:
        """Whether this very fault was not cleared yet, even if it has struck as often as it may."""
        with self._lock:
            return any(armed.fault is fault for armed in self._armed)

    def strikes(self, target: str) -> tuple[Fault, ...]:
        """Count one arrival at ``target``; return all faults that strike it, in the order they were added."""
        with self._lock:
            return tuple(armed.fault for armed in self._armed if armed.fault.matches(target) and armed.strike())

    def take(self, target: str) -> Fault | None:
        """Count one arrival at ``target``; return the first fault that strikes it. Later ones keep their count."""
        with self._lock:
            for armed in self._armed:
                if armed.fault.matches(target) and armed.strike():
                    return armed.fault
        return None
