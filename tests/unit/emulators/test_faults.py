import pytest

from skybind_emulators.faults import Fault, Faults, check_targets, parse


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("terra.startJob:lose-answer:1", Fault("terra.startJob", "lose-answer", 1)),
        ("store.put:expire-token,after=10", Fault("store.put", "expire-token", None, 10)),
        ("terra.*:status-503:2,retry_after=1", Fault("terra.*", "status-503", 2, 0, {"retry_after": 1})),
        ("terra.getJob:delay,seconds=0.25", Fault("terra.getJob", "delay", None, 0, {"seconds": 0.25})),
        ("terra.*:skew,seconds=-900", Fault("terra.*", "skew", None, 0, {"seconds": -900})),
        ("store.get:cut:3,bytes=100,after=2", Fault("store.get", "cut", 3, 2, {"bytes": 100})),
    ],
)
def test_the_text_form_is_read(text: str, fault: Fault) -> None:
    """TARGET:KIND[:COUNT][,name=value...] gives the fault that it says."""
    assert parse(text) == fault


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "TARGET:KIND"),
        ("terra.getJob", "TARGET:KIND"),
        ("terra.getJob:", "TARGET:KIND"),
        ("terra.getJob:drop:1:2", "TARGET:KIND"),
        ("getJob:drop", "<service>.<operation>"),
        ("*:drop", "<service>.<operation>"),
        ("terra.getJob:explode", "explode"),
        ("terra.getJob:corrupt", "corrupt"),
        ("store.put:html", "html"),
        ("terra.getJob:status-200", "status-200"),
        ("terra.getJob:drop:often", "often"),
        ("terra.getJob:drop:0", "once or more"),
        ("terra.getJob:drop,after=x", "after"),
        ("terra.getJob:drop,after=-1", "0 or more"),
        ("terra.getJob:drop,after", "name=value"),
        ("terra.getJob:delay", "seconds=<number>"),
        ("terra.getJob:skew,seconds=much", "seconds=<number>"),
    ],
)
def test_a_wrong_text_is_refused_with_its_reason(text: str, says: str) -> None:
    """What cannot be a fault raises ValueError with one line that names what is wrong."""
    with pytest.raises(ValueError) as caught:
        parse(text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def kinds(faults: Faults, target: str, times: int) -> list[str | None]:
    taken = [faults.take(target) for _ in range(times)]
    return [fault.kind if fault else None for fault in taken]


def test_a_fault_strikes_count_times_after_so_many_arrivals() -> None:
    """`after` arrivals pass, then `count` are struck, then all pass."""
    faults = Faults([parse("terra.getJob:drop:2,after=1")])
    assert kinds(faults, "terra.getJob", 5) == [None, "drop", "drop", None, None]


def test_without_a_count_a_fault_strikes_always() -> None:
    """A fault without count has no end."""
    assert kinds(Faults([parse("terra.getJob:drop")]), "terra.getJob", 3) == ["drop"] * 3


def test_a_wildcard_means_the_operations_of_one_service() -> None:
    """`terra.*` strikes every operation of terra and none of the store."""
    faults = Faults([parse("terra.*:drop")])
    assert kinds(faults, "terra.listFiles", 1) == ["drop"]
    assert kinds(faults, "store.put", 1) == [None]


def test_other_operations_are_not_counted() -> None:
    """Only matching arrivals use up `after`."""
    faults = Faults([parse("terra.getJob:drop:1,after=1")])
    assert kinds(faults, "terra.listJobs", 3) == [None] * 3
    assert kinds(faults, "terra.getJob", 2) == [None, "drop"]


def test_take_gives_the_first_and_saves_the_others() -> None:
    """One arrival takes one fault; the next fault waits for the next arrival."""
    faults = Faults([parse("terra.getJob:drop:1"), parse("terra.getJob:html:1")])
    assert kinds(faults, "terra.getJob", 3) == ["drop", "html", None]


def test_strikes_gives_all_at_once() -> None:
    """An API call meets all faults that strike it, in the order they were armed."""
    faults = Faults([parse("terra.*:delay,seconds=0"), parse("terra.getJob:drop:1")])
    assert [fault.kind for fault in faults.strikes("terra.getJob")] == ["delay", "drop"]
    assert [fault.kind for fault in faults.strikes("terra.getJob")] == ["delay"]


def test_a_fault_stays_armed_until_all_are_cleared() -> None:
    """A spent fault is still armed; clearing disarms it."""
    faults = Faults()
    fault = faults.add("terra.startJob", "stall", count=1)
    assert faults.take("terra.startJob") is fault
    assert faults.armed(fault)
    faults.clear()
    assert not faults.armed(fault)
    assert faults.take("terra.startJob") is None


def test_a_fault_at_nothing_is_refused() -> None:
    """A target that is no operation could never strike, and is named."""
    check_targets([parse("terra.*:drop"), parse("store.put:drop")], {"terra.getJob", "store.put"})
    with pytest.raises(ValueError, match=r"terra\.getjob"):
        check_targets([parse("terra.getjob:drop")], {"terra.getJob"})
