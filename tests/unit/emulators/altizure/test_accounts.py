"""Keys, tokens and the ways to get one."""

from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import pytest

from unit.emulators.altizure.harness import BASE, Altizure, MakeAltizure

WHO = "{ my { self { email } } }"
TOKEN = "mutation($e: String!, $p: String!, $f: Boolean) { getUserToken(email: $e, password: $p, fresh: $f) }"
CODE = "mutation($p: String!) { requestLoginCode(phone: $p) { result error { code message } } }"
BY_CODE = "mutation($p: String!, $c: String!) { getUserTokenByLoginCode(phone: $p, code: $c, fresh: false) }"


def email_of(altizure: Altizure, token: str) -> str | None:
    """Whose token it is, as the service says."""
    headers = {"key": altizure.emulator.accounts.key, "altitoken": token}
    mine = altizure.data(WHO, headers=headers)["my"]
    return None if mine is None else mine["self"]["email"]


def test_keys_and_tokens_have_their_public_shape(altizure: Altizure) -> None:
    """39, 42 and 124 letters and digits."""
    accounts = altizure.emulator.accounts
    texts = (accounts.key, accounts.secret, altizure.emulator.altitoken)
    assert [len(text) for text in texts] == [39, 42, 124]
    assert all(text.isalnum() for text in texts)


def test_introspection_needs_no_key(altizure: Altizure) -> None:
    """Since 1.1.0 the schema can be browsed by anyone."""
    query = '{ __type(name: "IMAGE_TYPE") { enumValues { name } } __typename }'
    found = altizure.data(query, headers={})
    assert [value["name"] for value in found["__type"]["enumValues"]] == ["JPEG", "PNG", "TIFF"]


@pytest.mark.parametrize("headers", [{}, {"key": "wrong"}])
def test_without_a_good_key_the_answer_is_empty(altizure: Altizure, headers: dict[str, str]) -> None:
    """No data and no error, even with a good user token; nothing is done."""
    shown = headers | {"altitoken": altizure.emulator.altitoken}
    query = 'mutation { createProject(name: "a") { id } }'
    assert altizure.data(query, headers=shown) == {"createProject": None}
    assert altizure.data("{ support { systemMode } }", headers=shown) == {"support": None}
    assert altizure.emulator.projects == []


def test_a_rule_forbids_callers_without_key(make_altizure: MakeAltizure) -> None:
    """With `bad_key` forbidden the answer is 403; introspection stays open."""
    altizure = make_altizure(bad_key="forbidden")
    assert altizure.post(WHO, headers={}).status_code == 403
    assert altizure.post(WHO).status_code == 200
    assert altizure.data("{ __schema { queryType { name } } }", headers={})["__schema"]["queryType"]["name"] == "Query"


@pytest.mark.parametrize(
    "query",
    [
        "{ getGeoIPInfo { countryName } }",
        "{ support { systemMode } }",
        "{ bank { coinsToMoney(coins: 3, currency: USD) } }",
        "{ versions { api } }",
        "{ utility { sizeToGigaPixel(width: 1, height: 1, numImg: 1) } }",
        "{ allProjects { totalCount } }",
    ],
)
def test_the_key_alone_is_enough_for_what_is_nobodys(altizure: Altizure, query: str) -> None:
    """Queries about the service and about public projects need no user token."""
    found = altizure.data(query, headers={"key": altizure.emulator.accounts.key})
    assert all(found.values())


@pytest.mark.parametrize("token", [{}, {"altitoken": "x" * 124}])
@pytest.mark.parametrize(
    "field",
    [
        'createProject(name: "a") { id }',
        'removeProject(id: "a") { id }',
        'hasImage(pid: "a", checksum: "b") { id }',
        'uploadImageOSS(pid: "a", bucket: Shenzhen, filename: "") { sts { id } }',
        'startImageUpload(id: "a") { id }',
        'startReconstructionWithError(id: "a") { error { code } }',
        'preStartReconstruction(id: "a") { __typename }',
        'stopReconstruction(id: "a") { id }',
        'doneModelUpload(id: "a") { id }',
        "transferCoins(amount: 1) { result }",
        'setProfileFace(imgStr: "a")',
    ],
)
def test_mutations_need_a_user(altizure: Altizure, field: str, token: dict[str, str]) -> None:
    """Without a token, or with a wrong one: `Authentication Error` beside a null."""
    headers = {"key": altizure.emulator.accounts.key, **token}
    response = altizure.post("mutation { " + field + " }", headers=headers)
    assert response.status_code == 200
    assert [error["message"] for error in response.json()["errors"]] == ["Authentication Error"]
    assert list(response.json()["data"].values()) == [None]


def test_queries_without_user_are_null(altizure: Altizure) -> None:
    """Since 1.4.0 nothing fails when the token is missing."""
    assert altizure.data(WHO, headers={"key": altizure.emulator.accounts.key}) == {"my": None}


def test_email_and_password_give_the_current_token(altizure: Altizure) -> None:
    """Not fresh: the token that is there; fresh: another, and both are good."""
    user = altizure.emulator.user
    login = {"e": user.email.upper(), "p": user.password}
    key = {"key": altizure.emulator.accounts.key}
    assert altizure.data(TOKEN, headers=key, **login)["getUserToken"] == altizure.emulator.altitoken
    fresh = altizure.data(TOKEN, headers=key, **login, f=True)["getUserToken"]
    assert fresh != altizure.emulator.altitoken
    assert email_of(altizure, fresh) == email_of(altizure, altizure.emulator.altitoken) == user.email


@pytest.mark.parametrize("change", [{"e": "nobody@example.com"}, {"p": "wrong"}])
def test_a_wrong_login_is_null_without_error(altizure: Altizure, change: dict[str, str]) -> None:
    """Since 1.9.4."""
    login = {"e": altizure.emulator.user.email, "p": altizure.emulator.user.password} | change
    assert altizure.data(TOKEN, **login) == {"getUserToken": None}


def test_tokens_end(make_altizure: MakeAltizure) -> None:
    """After their life, and when they are revoked; a new login gives a new one."""
    altizure = make_altizure(user_token_lifetime_s=60)
    old = altizure.emulator.altitoken
    altizure.clock.advance(59)
    assert email_of(altizure, old) is not None
    altizure.clock.advance(2)
    assert email_of(altizure, old) is None
    new = altizure.emulator.accounts.token(altizure.emulator.user)
    assert email_of(altizure, new) is not None
    altizure.emulator.accounts.revoke(new)
    assert email_of(altizure, new) is None


def test_a_phone_gets_a_code_that_is_good_once(altizure: Altizure) -> None:
    """The last code sent gives the token, once."""
    phone = altizure.emulator.user.phone
    for _ in range(2):
        assert altizure.data(CODE, p=phone)["requestLoginCode"] == {"result": "Success", "error": None}
    (_, first), (_, last) = altizure.emulator.accounts.messages
    tokens = [altizure.data(BY_CODE, p=phone, c=code)["getUserTokenByLoginCode"] for code in (first, last, last)]
    assert tokens == [None, altizure.emulator.altitoken, None]


def test_a_code_ages(altizure: Altizure) -> None:
    """Five minutes by default."""
    phone = altizure.emulator.user.phone
    altizure.data(CODE, p=phone)
    altizure.clock.advance(301)
    code = altizure.emulator.accounts.messages[0][1]
    assert altizure.data(BY_CODE, p=phone, c=code) == {"getUserTokenByLoginCode": None}


def test_an_unknown_phone_is_told_beside_the_result(altizure: Altizure) -> None:
    """`error` with code and message, and no code is sent."""
    found = altizure.data(CODE, p="+1555")["requestLoginCode"]
    assert found["result"] == "Fail"
    assert found["error"]["message"]
    assert altizure.emulator.accounts.messages == []


def page(altizure: Altizure, **changes: Any) -> httpx.Response:
    """The answer of the sign-in page."""
    given = {
        "client_id": altizure.emulator.accounts.key,
        "response_type": "token",
        "redirect_uri": "http://127.0.0.1:9/back",
        "state": "s&1",
    }
    params = {name: value for name, value in (given | changes).items() if value is not None}
    return altizure.http.get("/auth/start", params=params)


def test_the_implicit_form_gives_token_and_state_in_the_fragment(altizure: Altizure) -> None:
    """The page leads back with a good token, and with the state as it came."""
    response = page(altizure)
    target = urlsplit(response.headers["location"])
    found = dict(parse_qsl(target.fragment))
    assert (response.status_code, target.netloc, target.path, target.query) == (302, "127.0.0.1:9", "/back", "")
    assert found["state"] == "s&1"
    assert email_of(altizure, found["access_token"]) == altizure.emulator.user.email


def test_no_state_is_made_up(altizure: Altizure) -> None:
    """Without a state there is none in the answer."""
    assert "state" not in dict(parse_qsl(urlsplit(page(altizure, state=None).headers["location"]).fragment))


@pytest.mark.parametrize(
    "change",
    [
        {"client_id": "wrong"},
        {"redirect_uri": "http://evil.example/"},
        {"redirect_uri": None},
        {"redirect_uri": "http://127.0.0.1/#x"},
    ],
)
def test_an_unknown_app_or_place_is_led_nowhere(altizure: Altizure, change: dict[str, Any]) -> None:
    """400 and no Location."""
    response = page(altizure, **change)
    assert response.status_code == 400
    assert "location" not in response.headers


def test_refusals_lead_back(make_altizure: MakeAltizure) -> None:
    """An unknown response type, and a user who does not agree, are told to the app with its state."""
    assert "unsupported_response_type" in page(make_altizure(), response_type="other").headers["location"]
    location = page(make_altizure(consent="denied")).headers["location"]
    assert dict(parse_qsl(urlsplit(location).fragment)) == {"error": "access_denied", "state": "s&1"}


@pytest.mark.parametrize("form", ["data", "json"])
def test_a_code_is_swapped_for_a_token_once(altizure: Altizure, form: str) -> None:
    """With id and secret of the app; the second time it is worth nothing."""
    location = page(altizure, response_type="code", redirect_uri="http://localhost/back?a=1").headers["location"]
    found = parse_qs(urlsplit(location).query)
    assert (found["a"], found["state"]) == (["1"], ["s&1"])
    accounts = altizure.emulator.accounts
    body: dict[str, Any] = {
        form: {
            "grant_type": "authorization_code",
            "client_id": accounts.key,
            "client_secret": accounts.secret,
            "code": found["code"][0],
        }
    }
    answers = [altizure.http.post("/auth/exchange", **body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert email_of(altizure, answers[0].json()["access_token"]) == altizure.emulator.user.email


@pytest.mark.parametrize(
    ("change", "status"), [({"client_secret": "x"}, 401), ({"code": "x"}, 400), ({"grant_type": "password"}, 400)]
)
def test_a_wrong_swap_is_refused(altizure: Altizure, change: dict[str, str], status: int) -> None:
    """401 for a wrong secret, 400 for a wrong code or kind; the code is not spent."""
    accounts = altizure.emulator.accounts
    code = parse_qs(urlsplit(page(altizure, response_type="code").headers["location"]).query)["code"][0]
    good = {"client_id": accounts.key, "client_secret": accounts.secret, "code": code}
    assert altizure.http.post("/auth/exchange", data=good | change).status_code == status
    assert altizure.http.post("/auth/exchange", data=good).status_code == 200


def test_a_code_of_the_page_ages(altizure: Altizure) -> None:
    """Ten minutes by default."""
    accounts = altizure.emulator.accounts
    code = parse_qs(urlsplit(page(altizure, response_type="code").headers["location"]).query)["code"][0]
    altizure.clock.advance(601)
    body = {"client_id": accounts.key, "client_secret": accounts.secret, "code": code}
    assert altizure.http.post("/auth/exchange", data=body).status_code == 400


@pytest.mark.parametrize(("method", "path"), [("POST", "/auth/start"), ("GET", "/auth/exchange")])
def test_pages_know_one_method(altizure: Altizure, method: str, path: str) -> None:
    """405 with the right one."""
    response = altizure.http.request(method, BASE + path)
    assert response.status_code == 405
    assert response.headers["allow"] == ("GET" if method == "POST" else "POST")


def test_nothing_secret_is_printed(altizure: Altizure) -> None:
    """Neither emulator nor accounts nor user show a password, token or secret."""
    emulator = altizure.emulator
    shown = repr(emulator) + repr(emulator.accounts) + repr(emulator.user)
    for secret in (emulator.user.password, emulator.altitoken, emulator.accounts.secret):
        assert secret not in shown
