"""What devices ask: answered by the platform, or by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from skybind_emulators.downlink.broker import NotConnected
from unit.emulators.downlink_platform.harness import Downlink, prepare

Make = Callable[..., Downlink]
PATH = "/api/v1/open/device-requests"
FILE = {"url": "https://example.com/a.kmz", "fingerprint": "0" * 32}


def ask(downlink: Downlink, method: str, data: Any = None, **more: Any) -> None:
    downlink.gateway.ask(method, data or {}, gateway=downlink.emulator.gateway_sn, **more)


def listed(downlink: Downlink, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = downlink.data("GET", PATH + query)["items"]
    return items


def test_the_file_of_a_prepared_task_is_told(downlink: Downlink) -> None:
    """With its fingerprint; of two tasks of one name, the one that was prepared last."""
    downlink.command("flighttask_prepare", prepare(flight_id="f-1", file={**FILE, "fingerprint": "1" * 32}))
    downlink.command("flighttask_prepare", prepare(flight_id="f-1", file=FILE))
    downlink.command("flighttask_prepare", prepare(flight_id="f-2", file={**FILE, "fingerprint": "2" * 32}))
    ask(downlink, "flighttask_resource_get", {"flight_id": "f-1"})
    [(request, data)] = downlink.gateway.answered
    assert (request.tid, data) == ("tid-flighttask_resource_get", {"result": 0, "output": {"file": FILE}})
    [one] = listed(downlink)
    assert one["inbound_payload"] == {"flight_id": "f-1"}
    assert (one["routing_decision"], one["reply_source"], one["vendor"]) == ("auto", "auto", "dji")
    assert one["standardized_reply"] == {"reply_code": 0, "payload": {"output": {"file": FILE}}}
    assert one["device_id"] == "drone-001"
    assert one["received_at"] <= one["replied_at"]


@pytest.mark.parametrize("data", [{"flight_id": "unknown"}, {}, {"flight_id": 7}])
def test_a_task_that_nobody_prepared_waits_for_a_reply(downlink: Downlink, data: Any) -> None:
    """The platform does not know the file, and says nothing."""
    downlink.command("flighttask_prepare", prepare(flight_id="f-1", file=FILE))
    ask(downlink, "flighttask_resource_get", data)
    assert downlink.gateway.answered == []
    [one] = listed(downlink)
    assert one["routing_decision"] == "manual"
    assert "replied_at" not in one


def test_a_task_of_another_gateway_is_not_told(make_downlink: Make) -> None:
    """A dock gets the files of its own tasks."""
    downlink = make_downlink(devices={"drone-002": "OTHER"})
    downlink.command("flighttask_prepare", prepare(flight_id="f-1", file=FILE))
    downlink.gateway.ask("flighttask_resource_get", {"flight_id": "f-1"}, gateway="OTHER")
    assert downlink.gateway.answered == []
    assert listed(downlink)[0]["device_id"] == "drone-002"


def test_a_link_of_the_platform_is_signed_anew(downlink: Downlink) -> None:
    """A day after it was made, the dock still gets one that works; the fingerprint stays."""
    presign = {"bucket": "utmos-objects", "object_key": "a b/飞.kmz", "method": "GET"}
    url = downlink.data("POST", "/api/v1/open/objects/presign", presign)["url"]
    downlink.command("flighttask_prepare", prepare(flight_id="f-1", file={**FILE, "url": url}))
    downlink.clock.advance(86_400)
    ask(downlink, "flighttask_resource_get", {"flight_id": "f-1"})
    fresh = downlink.gateway.answered[0][1]["output"]["file"]
    assert fresh["fingerprint"] == FILE["fingerprint"]
    assert fresh["url"].partition("?")[0] == url.partition("?")[0]
    assert "X-Amz-Date=20251010T085320Z" in fresh["url"]
    assert "X-Amz-Date=20251009T085320Z" in url


def test_configuration_and_topology_are_answered(make_downlink: Make) -> None:
    """With a time server, and with a bare success."""
    downlink = make_downlink(ntp_server="ntp.example.com")
    ask(downlink, "config", {"config_type": "json", "config_scope": "product"})
    ask(downlink, "update_topo", {"sub_devices": []}, kind="status")
    config, topology = [data for _, data in downlink.gateway.answered]
    assert config == {"result": 0, "ntp_server_host": "ntp.example.com", "ntp_server_port": 123}
    assert topology == {"result": 0}
    assert [one["request_type"] for one in listed(downlink)] == ["config", "update_topo"]


def test_a_reply_by_hand_reaches_the_device(make_downlink: Make) -> None:
    """Where the rules leave a request open: 202, the code and payload go out with the request's own ids, once."""
    downlink = make_downlink(auto_replies=())
    ask(downlink, "flighttask_resource_get", {"flight_id": "f-1"})
    [one] = listed(downlink)
    body = {"reply_code": 0, "reply_message": "here", "payload": {"file": FILE}}
    told = downlink.data("POST", f"{PATH}/{one['request_id']}/reply", body, status=202)
    assert told | {"replied_at": ""} == {
        "request_id": one["request_id"],
        "reply_code": 0,
        "reply_message": "here",
        "reply_source": "manual",
        "replied_at": "",
    }
    assert [data for _, data in downlink.gateway.answered] == [{"result": 0, "output": {"file": FILE}}]
    assert downlink.data("GET", f"{PATH}/{one['request_id']}")["standardized_reply"] == body
    assert downlink.refused("POST", f"{PATH}/{one['request_id']}/reply", body) == (400, "VALIDATION_FAILED")
    assert len(downlink.gateway.answered) == 1


def test_what_a_reply_needs(make_downlink: Make) -> None:
    """A whole number as its code; the payload may be missing."""
    downlink = make_downlink(auto_replies=())
    ask(downlink, "config")
    path = f"{PATH}/{listed(downlink)[0]['request_id']}/reply"
    for body in ({}, {"reply_code": "0"}, {"reply_code": 0, "payload": []}):
        assert downlink.refused("POST", path, body) == (400, "VALIDATION_FAILED")
    downlink.data("POST", path, {"reply_code": 314000}, status=202)
    assert downlink.gateway.answered[0][1] == {"result": 314000}


def test_a_reply_that_cannot_be_sent_is_told(make_downlink: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """INTERNAL_ERROR; the request stays open, and may be answered later."""
    downlink = make_downlink(auto_replies=())
    ask(downlink, "config")
    path = f"{PATH}/{listed(downlink)[0]['request_id']}/reply"

    def gone(*_: Any) -> None:
        raise NotConnected("gone")

    with monkeypatch.context() as patch:
        patch.setattr(type(downlink.gateway), "answer_request", gone)
        assert downlink.refused("POST", path, {"reply_code": 0}) == (500, "INTERNAL_ERROR")
    downlink.data("POST", path, {"reply_code": 0}, status=202)


def test_a_dock_is_given_storage_for_its_photos(downlink: Downlink) -> None:
    """Keys that end, for a prefix of its own; who may read requests sees where, and no keys."""
    ask(downlink, "storage_config_get", {"module": 0})
    [(_, data)] = downlink.gateway.answered
    output = data["output"]
    assert (data["result"], output["bucket"], output["provider"]) == (0, "utmos-objects", "aws")
    assert output["object_key_prefix"] == f"media/{downlink.emulator.gateway_sn}"
    keys = output["credentials"]
    assert keys["expire"] == 3600
    [one] = listed(downlink)
    shown = one["standardized_reply"]["payload"]["output"]
    assert shown == {name: value for name, value in output.items() if name != "credentials"}
    assert not [value for name, value in keys.items() if name != "expire" and value in repr(one)]


def test_the_list_is_filtered(make_downlink: Make) -> None:
    """By vendor, device and kind; other tenants see nothing."""
    downlink = make_downlink(devices={"drone-002": "OTHER"})
    ask(downlink, "config")
    ask(downlink, "storage_config_get")
    downlink.gateway.ask("config", {}, gateway="OTHER")
    assert len(listed(downlink)) == 3
    assert len(listed(downlink, "?request_type=config")) == 2
    assert len(listed(downlink, "?vendor=dji&device_id=drone-002&request_type=config")) == 1
    assert listed(downlink, "?vendor=px4") == []
    assert downlink.refused("GET", PATH + "?vendor=parrot") == (400, "VALIDATION_FAILED")
    stranger = downlink.sign(downlink.emulator.credentials.add("stranger", tenant_id="tenant-002"))
    assert downlink.data("GET", PATH, auth=stranger)["items"] == []
    request_id = downlink.emulator.device_requests[0].request_id
    assert downlink.refused("GET", f"{PATH}/{request_id}", auth=stranger) == (404, "DEVICE_REQUEST_NOT_FOUND")


def test_an_unknown_request_is_not_found(downlink: Downlink) -> None:
    """For reading and for answering."""
    assert downlink.refused("GET", f"{PATH}/x") == (404, "DEVICE_REQUEST_NOT_FOUND")
    assert downlink.refused("POST", f"{PATH}/x/reply", {"reply_code": 0}) == (404, "DEVICE_REQUEST_NOT_FOUND")
