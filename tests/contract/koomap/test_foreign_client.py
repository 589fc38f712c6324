"""A client that shares nothing with this project: the core of Huawei's own Python SDK, which signs with AK and SK.

Its packages for single services only name paths and fields; there is none for KooMap, so that calls are spelt out here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, ClassVar
from urllib.parse import quote

import pytest
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.client import Client, ClientBuilder
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.sdk_response import SdkResponse
from huaweicloudsdkcore.signer.signer import DerivationAKSKSigner, Signer
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.koomap.signing import AccessKeys, Scope, sign
from skybind_emulators import Running, Settings, start

REGION, SERVICE = "cn-north-4", "koomap"
Call = Callable[..., Any]


class Anything(SdkResponse):
    """An answer of which the SDK knows no fields; its bytes are kept beside them."""

    openapi_types: ClassVar[dict[str, str]] = {}
    attribute_map: ClassVar[dict[str, str]] = {}


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """KooMap on loopback."""
    with start(Settings(services=("koomap",))) as running:
        yield running


def client(running: Running, ak: str, sk: str, *, security_token: str = "", derived: bool = False) -> Client:
    """The SDK's client with some keys."""
    facts = running.ready["services"]["koomap"]
    credentials = BasicCredentials(ak, sk, facts["project_id"])
    if security_token:
        credentials.with_security_token(security_token)
    if derived:
        credentials.with_derived_predicate(lambda _request: True)
        credentials._process_derived_auth_params(SERVICE, REGION)
    return ClientBuilder(Client).with_credentials(credentials).with_endpoints([facts["base_url"]]).build()


def _permanent(running: Running) -> Client:
    facts = running.ready["services"]["koomap"]
    return client(running, facts["ak"], facts["sk"])


def _temporary(running: Running) -> Client:
    key = running.koomap.keys.issue_temporary(600)
    return client(running, key.ak, key.sk, security_token=key.security_token)


def _derived(running: Running) -> Client:
    facts = running.ready["services"]["koomap"]
    return client(running, facts["ak"], facts["sk"], derived=True)


@pytest.fixture(params=[_permanent, _temporary, _derived], ids=["permanent", "temporary", "derived"])
def call(request: pytest.FixtureRequest, running: Running) -> Call:
    """Makes a call as the SDK does, with keys of each kind; returns what it answered."""
    made = request.param(running)

    def call(method: str, path: str, body: Any = None, *, query: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        more = {"query_params": query, "header_params": named, "body": body, "response_type": Anything}
        answer = made.do_http_request(method, path, **more)
        return json.loads(answer.raw_content)

    return call


def test_requests_of_every_kind_are_let_in(call: Call, request: pytest.FixtureRequest) -> None:
    """Bodies in JSON, empty and none, with DELETE too, text beyond ASCII, a query with odd characters and with repeated
    names, and a form: what the vendor's signer signs is verified."""
    name = f"测区_{request.node.callspec.id}"
    space = call("POST", "/v1/workspaces", {"workspace_name": name})
    assert space["workspace_name"] == name
    path = f"/v1/workspaces/{space['workspace_id']}"
    assert call("PUT", path, {"star": 1})["star"] == 1
    assert call("PUT", path, {"star": 0, "workspace_description": ""})["star"] == 0

    listed = call("GET", "/v1/workspaces", query=[("limit", 100), ("star", False), ("workspace_name", name[:2])])
    assert space["workspace_id"] in {one["workspace_id"] for one in listed["data"]}
    ids = [space["workspace_id"], listed["data"][0]["workspace_id"]]
    listed = call("GET", "/v1/workspaces", query=[("workspace_ids", ids[0]), ("workspace_ids", ids[1])])
    assert {one["workspace_id"] for one in listed["data"]} == set(ids)
    odd = call("GET", "/v1/workspaces", query=[("workspace_name", "a b~*+/?&=%'()测"), ("limit", 1), ("offset", 0)])
    assert odd["data"] == []

    images = call("POST", "/v1/kmp-data/imageinfo", {"limit": 2, "image_name": ""}, Content_Type="multipart/form-data")
    assert len(images["data_info"]) == 2
    folders = call("POST", "/v1/real3d/folders/query_by_condition", {})
    assert folders["page"]["total"] == 3
    task = call("POST", f"/v1/real3d/{space['workspace_id']}/tasks", {"task_name": "block_7"})["task_id"]
    assert call("DELETE", f"/v1/real3d/{space['workspace_id']}/tasks/{task}") is True
    assert call("DELETE", path, {}) is True


def test_a_wrong_secret_is_refused(running: Running) -> None:
    """The gateway says 401 and APIGW.0301, and which check failed."""
    facts = running.ready["services"]["koomap"]
    with pytest.raises(ClientRequestException) as refusal:
        client(running, facts["ak"], "wrong").do_http_request("GET", "/v1/workspaces")
    assert (refusal.value.status_code, refusal.value.error_code) == (401, "APIGW.0301")
    assert "verify aksk signature fail" in refusal.value.error_msg
    assert refusal.value.request_id


def test_temporary_keys_need_their_token(running: Running) -> None:
    """Temporary keys without the security token that came with them are refused."""
    key = running.koomap.keys.issue_temporary(600)
    with pytest.raises(ClientRequestException) as refusal:
        client(running, key.ak, key.sk).do_http_request("GET", "/v1/workspaces")
    assert (refusal.value.status_code, refusal.value.error_code) == (401, "APIGW.0301")


# ------------------------------------------------------------------------------------ signer against signer

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="%\x00"), max_size=8)
HEADER_NAMES = st.sampled_from(["X-Project-Id", "X-Trace-Id", "Uuid", "X_Left_Out", "x-lower"])
HEADER_VALUES = st.text("aZ9 ,;=/\"'~*", max_size=8)
KEYS = {"ak": "AKEXAMPLE0000000000", "sk": "sk/Example+0000000000000000000000000000="}


@st.composite
def requests(draw: st.DrawFn) -> tuple[SdkRequest, str, dict[str, str]]:
    """A request for the vendor's signer; what goes onto the wire for it, and its headers, for ours."""
    path = "/" + "/".join(draw(st.lists(TEXT.map(lambda text: text.replace("?", "")), max_size=3)))
    headers = draw(st.dictionaries(HEADER_NAMES, HEADER_VALUES, max_size=3))
    kind = draw(st.sampled_from([None, "application/json", "application/json;charset=utf8", "multipart/form-data"]))
    headers |= {"Content-Type": kind} if kind else {}
    headers |= {"X-Sdk-Date": draw(st.sampled_from(["20191115T033655Z", "20240229T235959Z"]))}
    query = draw(st.lists(st.tuples(TEXT, TEXT | st.integers() | st.booleans()), max_size=4))
    values = [(name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in query]
    request = SdkRequest(
        method=draw(st.sampled_from(["GET", "post", "PUT", "DELETE"])),
        host=draw(st.sampled_from(["koomap.example.com", "127.0.0.1:8080"])),
        resource_path=path,
        query_params=values,
        header_params=dict(headers),
        body=draw(st.binary(max_size=20)),
    )
    joined = "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in sorted(values))
    return request, quote(path, safe="/~") + (f"?{joined}" if joined else ""), headers


@pytest.mark.parametrize("scope", [None, Scope(REGION, SERVICE)], ids=["plain", "derived"])
@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(made=requests())
def test_both_signers_write_the_same_headers(scope: Scope | None, made: tuple[SdkRequest, str, dict[str, str]]) -> None:
    """For any request, our signer adds the headers that the vendor's signer adds, character by character."""
    request, target, headers = made
    ours = sign(
        AccessKeys(KEYS["ak"], KEYS["sk"], scope=scope),
        request.method,
        target,
        {**headers, "Host": request.host},
        request.body,
        headers["X-Sdk-Date"],
    )
    credentials = BasicCredentials(**KEYS)
    theirs = (
        Signer(credentials).sign(request)
        if scope is None
        else DerivationAKSKSigner(credentials).sign(request, SERVICE, REGION)
    ).header_params
    assert ours == {name: theirs[name] for name in ours}
    assert set(theirs) - set(headers) - {"Host"} <= set(ours)
