"""Projects: making, finding, who may see which, handing over; users and their coins."""

import re
from typing import Any

import pytest

from unit.emulators.altizure.harness import Altizure, MakeAltizure, photo

READ = """query($id: ID!) { project(id: $id) {
  id name projectType visibility isImported importedState date owner { name } } }"""
FIND = """query($id: String, $mine: Boolean, $n: Int) {
  search { projectID(id: $id, myProject: $mine, limit: $n) { id } } }"""
TRANSFER = """mutation($id: ID!, $email: String) {
  transferProject(id: $id, options: { email: $email }) { result error { code message } } }"""
COINS = """mutation($n: Float!, $email: String) {
  transferCoins(amount: $n, options: { email: $email, message: "hi" }) { result error { message } } }"""
NEW = "new@example.com"
BALANCE = "{ my { self { balance freeGPQuota } } }"


def test_a_project_is_free_and_public_unless_said(altizure: Altizure) -> None:
    """24 hex digits, the owner, and a time with milliseconds."""
    found = altizure.data(READ, id=altizure.project(name="north"))["project"]
    assert re.fullmatch(r"[0-9a-f]{24}", found.pop("id"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", found.pop("date"))
    assert found == {
        "name": "north",
        "projectType": "free",
        "visibility": "public",
        "isImported": False,
        "importedState": "Native",
        "owner": {"name": "Pilot 1"},
    }


def test_choices_are_kept(altizure: Altizure) -> None:
    """Type, visibility and an imported model; names may repeat."""
    query = """mutation { createProject(name: "a", type: pro, imported: true, modelType: CAD, visibility: private) {
      name projectType visibility isImported importedState importedModelType } }"""
    for _ in range(2):
        assert altizure.data(query)["createProject"] == {
            "name": "a",
            "projectType": "pro",
            "visibility": "private",
            "isImported": True,
            "importedState": "Pending",
            "importedModelType": "CAD",
        }


def test_a_project_without_name_is_null(altizure: Altizure) -> None:
    """Failure without an error."""
    assert altizure.data('mutation { createProject(name: " ") { id } }') == {"createProject": None}


@pytest.mark.parametrize(
    ("visibility", "by_id", "listed"),
    [("public", True, True), ("unlisted", True, False), ("private", False, False)],
)
def test_others_see_what_visibility_allows(altizure: Altizure, visibility: str, by_id: bool, listed: bool) -> None:
    """Public: found by all; unlisted: by id; private: by the owner alone, who sees everything."""
    pid = altizure.project(visibility=visibility)
    other = altizure.as_user()
    nobody = {"key": altizure.emulator.accounts.key}
    for headers in (other, nobody):
        assert (altizure.data(READ, headers=headers, id=pid)["project"] is not None) == by_id
        count = altizure.data("{ allProjects { totalCount } }", headers=headers)["allProjects"]["totalCount"]
        assert count == int(listed)
        found = altizure.data(FIND, headers=headers, id=pid[:8], mine=False)["search"]["projectID"]
        assert found == ([{"id": pid}] if listed else [])
    assert altizure.data(READ, id=pid)["project"]["id"] == pid
    assert altizure.data(FIND, id=pid[:8], mine=True)["search"]["projectID"] == [{"id": pid}]


def test_a_part_of_an_id_finds_projects(altizure: Altizure) -> None:
    """From its beginning, in any case, up to the limit; with `myProject` only the caller's."""
    mine = [altizure.project() for _ in range(3)]
    query = 'mutation { createProject(name: "b") { id } }'
    foreign = altizure.data(query, headers=altizure.as_user())["createProject"]["id"]

    def ids(**arguments: Any) -> list[str]:
        return [one["id"] for one in altizure.data(FIND, **arguments)["search"]["projectID"]]

    assert ids(id="5e", mine=True) == mine
    assert ids(id="5E") == [*mine, foreign]
    assert ids(id="5e", mine=True, n=1) == mine[:1]
    assert ids(id=mine[1]) == [mine[1]]
    assert ids(id=mine[1][1:]) == []


def test_own_projects_come_in_pages(altizure: Altizure) -> None:
    """`projects` has those of photos, `allProjects` all, and it can be searched by name."""
    for name, imported in (("alpha", False), ("beta", True), ("Alphabet", False)):
        altizure.project(name=name, imported=imported)
    query = """query($n: Int, $s: String) { my {
      projects(first: $n) { totalCount edges { node { name } } pageInfo { hasNextPage } }
      allProjects(search: $s, last: null, before: "") { edges { node { name } } } } }"""
    found = altizure.data(query, n=1, s="ALPHA")["my"]
    assert (found["projects"]["totalCount"], found["projects"]["pageInfo"]["hasNextPage"]) == (2, True)
    assert [edge["node"]["name"] for edge in found["projects"]["edges"]] == ["alpha"]
    assert [edge["node"]["name"] for edge in found["allProjects"]["edges"]] == ["alpha", "Alphabet"]
    assert len(altizure.data(query)["my"]["allProjects"]["edges"]) == 3


def test_a_removed_project_is_gone(altizure: Altizure) -> None:
    """With its images; once only, and by its owner only."""
    pid = altizure.flight(1)
    query = "mutation($id: ID!) { removeProject(id: $id) { id } }"
    assert altizure.data(query, headers=altizure.as_user(), id=pid) == {"removeProject": None}
    assert altizure.emulator.images[0].state == "Ready"
    key = altizure.emulator.images[0].key
    assert altizure.store.head("altizure-disk", key) is not None
    assert altizure.data(query, id=pid) == {"removeProject": {"id": pid}}
    assert altizure.data(query, id=pid) == {"removeProject": None}
    assert altizure.data(READ, id=pid) == {"project": None}
    assert altizure.store.head("altizure-disk", key) is None


def test_a_project_is_handed_over(altizure: Altizure) -> None:
    """To the user of an e-mail address; afterwards the former owner cannot do it again."""
    pid = altizure.project(visibility="private")
    other = altizure.as_user(email="new@example.com")
    assert altizure.data(TRANSFER, id=pid, email="nobody@example.com")["transferProject"]["result"] == "Fail"
    assert altizure.data(TRANSFER, id=pid, email="NEW@example.com")["transferProject"]["result"] == "Success"
    assert altizure.data(READ, id=pid) == {"project": None}
    assert altizure.data(READ, headers=other, id=pid)["project"]["id"] == pid
    refused = altizure.data(TRANSFER, id=pid, email="new@example.com")["transferProject"]
    assert (refused["result"], refused["error"]["message"]) == ("Fail", "the project is not yours")


def test_a_report_is_kept(altizure: Altizure) -> None:
    """About any project that the caller may read."""
    pid = altizure.project()
    query = 'mutation($id: ID!) { reportProject(id: $id, description: "spam") { id } }'
    assert altizure.data(query, headers=altizure.as_user(), id=pid)["reportProject"] == {"id": pid}
    assert altizure.emulator.projects[0].reports == ["spam"]
    assert altizure.data(query, id="5e") == {"reportProject": None}


def test_coins_are_handed_over(altizure: Altizure) -> None:
    """As many as there are, and more than none; what is refused changes nothing."""
    other = altizure.as_user(email=NEW, balance=0.0)
    results = [
        altizure.data(COINS, n=n, email=email)["transferCoins"]["result"]
        for n, email in ((-1, NEW), (101, NEW), (5, "x@example.com"), (40, NEW))
    ]
    assert results == ["Fail", "Fail", "Fail", "Success"]
    balances = [altizure.data(BALANCE, headers=headers)["my"]["self"]["balance"] for headers in (None, other)]
    assert balances == [60.0, 40.0]


def test_others_do_not_see_what_is_private(altizure: Altizure) -> None:
    """Of another user there are names, and neither address nor phone nor coins."""
    query = '{ search { user(username: "pilot1") { username email phone balance membership { coinPerGP } } } }'
    seen = altizure.data(query, headers=altizure.as_user())["search"]["user"]
    assert seen == {"username": "pilot1", "email": None, "phone": None, "balance": None, "membership": None}
    assert altizure.data(query)["search"]["user"]["email"] == altizure.emulator.user.email


def test_who_am_i(make_altizure: MakeAltizure) -> None:
    """What the official client asks about the user."""
    altizure = make_altizure(balance=7.5, free_gp=3.0, coin_per_gp=2.0)
    altizure.project()
    query = """{ my { self { username joined country balance freeGPQuota membershipState modelUsage
      membership { coinPerGP visibility } developer { status } stats { project star } phoneVerified } } }"""
    found = altizure.data(query)["my"]["self"]
    assert found["joined"].endswith("Z")
    assert (found["balance"], found["freeGPQuota"], found["membership"]["coinPerGP"]) == (7.5, 3.0, 2.0)
    assert found["membership"]["visibility"] == ["public", "unlisted", "private"]
    assert (found["membershipState"], found["developer"], found["stats"]["project"]) == ("NA", {"status": "NA"}, 1)


def test_the_picture_of_a_user_is_kept(altizure: Altizure) -> None:
    """An empty one is an error."""
    query = "mutation($s: String!) { setProfileFace(imgStr: $s) }"
    assert altizure.data(query, s="aGk=")["setProfileFace"]
    assert altizure.emulator.user.face == "aGk="
    assert altizure.message(query, s="")


def test_gigapixels_count_a_smallest_image(altizure: Altizure) -> None:
    """Small images count as 2,073,600 pixels, large ones as they are; only Ready ones count."""
    pid = altizure.flight(1)
    altizure.upload(pid, photo(7, size=(2000, 1500)))
    altizure.upload(pid, b"no photo")
    altizure.data("query($p: ID!) { project(id: $p) { allImages { edges { node { state } } } } }", p=pid)
    found = altizure.data("query($p: ID!) { project(id: $p) { gigaPixel numImage } }", p=pid)["project"]
    assert found == {"gigaPixel": pytest.approx(0.0050736), "numImage": 3}
