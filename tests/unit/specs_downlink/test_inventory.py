"""The spec against the inventory of commands and what is known of the platform, in both directions."""

from collections import Counter

from generation.document import Document
from unit.specs_downlink import payloads, platform
from unit.specs_downlink.decisions import DECIDED

DOMAINS = {
    "wayline": 9, "drc": 12, "camera": 17, "live": 4, "device": 21, "firmware": 1, "file": 4, "psdk": 10, "safety": 5,
}  # fmt: skip


def test_the_inventory_is_whole() -> None:
    """83 commands of nine domains with 264 members; 536 device codes; 83 reasons to break off."""
    known = payloads.inventory()
    assert Counter(one["domain"] for one in known.values()) == DOMAINS
    assert (len(known), sum(len(one["fields"]) for one in known.values())) == (83, 264)
    codes = platform.device_codes()
    assert (len({one["code"] for one in codes["codes"]}), len(set(codes["break_reasons"]))) == (536, 83)


def test_every_member_is_as_documented_or_decided_otherwise(spec: Document) -> None:
    """Type, presence, range, enum, unit, pattern and length of each member; what differs is listed with its reason, and
    each listed difference is met exactly where the list says."""
    met: dict[str, set[str]] = {}
    for line in payloads.differences(spec):
        place, _, words = line.partition(": ")
        met.setdefault(words, set()).add(place)
    assert met == {words: set(places) for words, (_, places) in DECIDED.items()}
    assert all(reason for reason, _ in DECIDED.values())


def test_the_platform_is_as_known(spec: Document) -> None:
    """Endpoints with members, scopes and statuses; headers, codes, both models of status; all codes of devices."""
    assert platform.differences(spec) == []


def test_what_is_newer_than_the_seed_says_so(spec: Document) -> None:
    """The members of the newer status model, and request_id, name another source than the seed."""
    schemas = spec.root["components"]["schemas"]
    for schema, names in (
        ("AcceptedCommand", ("request_id",)),
        ("CommandState", ("public_status", "adapter_status", "device_execution_status", "failure_code")),
    ):
        for name in names:
            source = schemas[schema]["properties"][name]["x-source"]
            assert source.startswith("doc"), (schema, name)
