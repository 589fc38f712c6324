"""Every kind of fault that TerraAPI's dialect knows, in KooMap's."""

import pytest

from unit.emulators.koomap.harness import KooMap, MakeKooMap

PATH = "/v1/workspaces"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1/workspaces", 500, "KMP.00010000"),
        ("/v1/kmp-control/usages", 500, "KMP.00050001"),
        ("/v1/kmp-data/imageinfo", 500, "KMP.00040000"),
        ("/v1/real3d/products", 500, "KMP.00020000"),
        ("/v1/algo/vps", 500, "VPS.0001"),
        ("/v1/algo/navi", 500, "NAVI.0001"),
        ("/v1/workspaces", 429, "APIGW.0308"),
        ("/v1/algo/vps", 429, "GATEWAY.0006"),
        ("/v1/workspaces", 502, "APIGW.0201"),
        ("/v1/algo/vps", 502, "GATEWAY.0007"),
        ("/v1/workspaces", 504, "APIGW.0201"),
        ("/v1/workspaces", 401, "APIGW.0301"),
        ("/v1/workspaces", 403, "APIGW.0310"),
        ("/v1/workspaces", 404, "APIGW.0101"),
    ],
)
def test_a_status_fault_stands_in_for_the_service(koomap: KooMap, path: str, status: int, code: str) -> None:
    """A 500 is the service's own, in the code of its part; the rest is the gateway's. Retry-After is told."""
    method = "POST" if "algo" in path or "data" in path else "GET"
    koomap.faults.add("koomap.*", f"status-{status}", count=1, retry_after=7)
    response = koomap.send(method, path)
    assert (response.status_code, response.json()["error_code"]) == (status, code)
    assert response.headers["retry-after"] == "7"


def test_a_status_that_has_no_words_is_a_request_error(koomap: KooMap) -> None:
    """503 is a backend that is not there; any other status has the general text."""
    for status, message in ((503, "Backend unavailable."), (418, "API request error.")):
        koomap.faults.add("koomap.listCommonWorkspace", f"status-{status}", count=1)
        response = koomap.send("GET", PATH, unchecked=True)
        assert (response.status_code, response.json()["error_msg"]) == (status, message)


@pytest.mark.parametrize(("kind", "made"), [("drop", 0), ("lose-answer", 1), ("truncated", 1)])
def test_a_cut_comes_before_or_after_the_work(koomap: KooMap, kind: str, made: int) -> None:
    """drop does nothing; lose-answer and truncated leave the work done."""
    koomap.faults.add("koomap.createCommonWorkspace", kind, count=1)
    with pytest.raises(ConnectionResetError):
        koomap.send("POST", PATH, {"workspace_name": "space"})
    assert len(koomap.emulator.workspaces) == made


def test_unlisted_values_come_where_enums_are(koomap: KooMap) -> None:
    """Texts and numbers of an enum are replaced, others stay."""
    koomap.workspace()
    koomap.faults.add("koomap.listCommonWorkspace", "unlisted-enum", count=1)
    row = koomap.data("GET", PATH, unchecked=True)["data"][0]
    assert (row["star"], row["workspace_name"]) == (99, "survey")
    koomap.faults.add("koomap.listImageBaseInfo", "unlisted-enum", count=1)
    form = {"limit": (None, "1"), "offset": (None, "0")}
    image = koomap.data("POST", "/v1/kmp-data/imageinfo", files=form, unchecked=True)["data_info"][0]
    assert (image["image_status"], image["is_cog"]) == ("an_unlisted_value", 99)


def test_null_comes_where_a_list_is(koomap: KooMap) -> None:
    """null-list puts null in the place of each list, a bare one too."""
    koomap.faults.add("koomap.*", "null-list")
    assert koomap.data("GET", PATH, unchecked=True)["data"] is None
    body = {
        "data_ids": koomap.pan_and_mss(),
        "production_level": "L2",
        "task_name": "t",
        "coordination": "WGS84",
    }
    assert koomap.data("POST", "/v1/kmp-control/tasks/image", body, unchecked=True) is None


def test_a_mistake_of_the_emulator_is_an_internal_error(koomap: KooMap, caplog: pytest.LogCaptureFixture) -> None:
    """An unexpected exception is the part's internal error, told in the log and not in the answer."""

    def broken(call: object) -> object:
        raise KeyError("a mistake of ours")

    koomap.emulator.app._handlers = {**koomap.emulator.app._handlers, "listCommonWorkspace": broken}
    response = koomap.send("GET", PATH)
    assert (response.status_code, response.json()["error_code"]) == (500, "KMP.00010000")
    assert "a mistake of ours" in caplog.text
    assert "a mistake of ours" not in response.text


def test_the_undocumented_operation_can_be_switched_off(koomap: KooMap, make_koomap: MakeKooMap) -> None:
    """With the extension off, its path is no API; with it on, it is refused for what it is asked."""
    path = f"/v1/real3d/{'0' * 32}/tasks/{'0' * 32}/subtasks/{'0' * 32}/uploadstatus"
    off = make_koomap(upload_extension=False)
    response = off.send("PUT", path, {"upload_status": "UPLOADING"}, unchecked=True)
    assert (response.status_code, response.json()["error_code"]) == (404, "APIGW.0101")
    assert koomap.refused("PUT", path, {"upload_status": "UPLOADING"})[0] == 404
    assert koomap.refused("PUT", path, {"upload_status": "UPLOADING"})[1] != "APIGW.0101"


def test_arrivals_are_counted_before_anything_else(koomap: KooMap) -> None:
    """Refused, unauthorized and faulted requests count."""
    koomap.http.get(PATH)
    koomap.send("GET", f"{PATH}?limit=0")
    koomap.faults.add("koomap.listCommonWorkspace", "status-502", count=1)
    koomap.send("GET", PATH)
    assert koomap.emulator.arrivals("listCommonWorkspace") == 3
