import pytest

from unit.emulators.koomap.harness import KooMap, MakeKooMap

PATH = "/v1/workspaces"


def test_a_workspace_is_shown_as_documented(koomap: KooMap) -> None:
    """All ten fields, with their documented types."""
    made = koomap.data("POST", PATH, {"workspace_name": "测试_1", "workspace_description": "说明_2"})
    assert made == {
        "workspace_id": koomap.emulator.workspaces[0].workspace_id,
        "workspace_name": "测试_1",
        "workspace_description": "说明_2",
        "tenant_domain_id": koomap.emulator.account.domain_id,
        "creator": koomap.emulator.account.username,
        "latest_operator": koomap.emulator.account.username,
        "create_time": "2025-10-09T08:53:20Z",
        "update_time": "2025-10-09T08:53:20Z",
        "star": 0,
        "can_delete": False,
    }


@pytest.mark.parametrize("name", ["survey", "SURVEY", "Survey"])
def test_names_are_unique_without_regard_to_case(koomap: KooMap, name: str) -> None:
    """A second workspace of the same name, in whatever case, is refused; so is a change into one."""
    koomap.workspace("survey")
    other = koomap.workspace("other")
    assert koomap.refused("POST", PATH, {"workspace_name": name}) == (409, "KMP.00011105")
    assert koomap.refused("PUT", f"{PATH}/{other}", {"workspace_name": name}) == (409, "KMP.00011105")


def test_a_workspace_may_keep_its_own_name(koomap: KooMap) -> None:
    """Its own name, in another case, is not taken."""
    workspace = koomap.workspace("survey")
    assert koomap.data("PUT", f"{PATH}/{workspace}", {"workspace_name": "Survey"})["workspace_name"] == "Survey"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "KMP.00011107"),
        ({"workspace_name": None}, "KMP.00011107"),
        ({"workspace_name": ""}, "KMP.00011106"),
        ({"workspace_name": "a"}, "KMP.00011106"),
        ({"workspace_name": "a" * 51}, "KMP.00011106"),
        ({"workspace_name": "with-hyphen"}, "KMP.00011106"),
        ({"workspace_name": "with blank"}, "KMP.00011106"),
        ({"workspace_name": "ok", "workspace_description": "a" * 201}, "KMP.00011108"),
        ({"workspace_name": "ok", "workspace_description": "a.b"}, "KMP.00011108"),
        ([], "KMP.00011004"),
    ],
)
def test_a_wrong_field_has_its_own_code(koomap: KooMap, body: object, code: str) -> None:
    """Name missing, name wrong, description wrong: each with its code; anything else with the general one."""
    assert koomap.refused("POST", PATH, body) == (400, code)


def test_the_limits_of_names_are_inside(koomap: KooMap) -> None:
    """2 and 50 characters, and a description of 0 and 200, are taken."""
    for name, description in (("ab", ""), ("a" * 50, "b" * 200)):
        made = koomap.data("POST", PATH, {"workspace_name": name, "workspace_description": description})
        assert (made["workspace_name"], made["workspace_description"]) == (name, description)


def test_there_are_at_most_so_many(make_koomap: MakeKooMap) -> None:
    """One workspace more than the limit is refused; after a deletion there is room again."""
    koomap = make_koomap(workspaces_max=2)
    first = koomap.workspace("first")
    koomap.workspace("second")
    assert koomap.refused("POST", PATH, {"workspace_name": "third"}) == (400, "KMP.00011100")
    assert koomap.data("DELETE", f"{PATH}/{first}", {}) is True
    koomap.workspace("third")


def test_the_limit_is_500(koomap: KooMap) -> None:
    """The manual's limit is the default."""
    for number in range(500):
        koomap.emulator._workspaces.create(f"space_{number}")
    assert koomap.refused("POST", PATH, {"workspace_name": "one_more"}) == (400, "KMP.00011100")


def test_four_may_be_pinned(koomap: KooMap) -> None:
    """The fifth is refused; one that is pinned may be pinned again."""
    spaces = [koomap.workspace(f"space_{number}") for number in range(5)]
    for workspace in (*spaces[:4], spaces[0]):
        assert koomap.data("PUT", f"{PATH}/{workspace}", {"star": 1})["star"] == 1
    assert koomap.refused("PUT", f"{PATH}/{spaces[4]}", {"star": 1}) == (400, "KMP.00011101")
    koomap.data("PUT", f"{PATH}/{spaces[0]}", {"star": 0})
    koomap.data("PUT", f"{PATH}/{spaces[4]}", {"star": 1})


def test_star_is_read_as_number_and_as_boolean(koomap: KooMap) -> None:
    """C-27: bodies and query take both forms; answers have the number."""
    pinned, other = koomap.workspace("pinned"), koomap.workspace("other")
    assert koomap.data("PUT", f"{PATH}/{pinned}", {"star": True})["star"] == 1
    for star, expected in (("true", pinned), ("1", pinned), ("false", other), ("0", other)):
        found = koomap.data("GET", f"{PATH}?star={star}")["data"]
        assert [row["workspace_id"] for row in found] == [expected]
    assert koomap.refused("GET", f"{PATH}?star=yes") == (400, "KMP.00011004")
    assert koomap.refused("PUT", f"{PATH}/{pinned}", {"star": 2}) == (400, "KMP.00011004")


def test_a_pinned_workspace_cannot_be_deleted(koomap: KooMap) -> None:
    """C-26: can_delete is true when it can not; the refusal is the family of the workspaces (C-20)."""
    workspace = koomap.workspace()
    assert koomap.data("PUT", f"{PATH}/{workspace}", {"star": 1})["can_delete"] is True
    assert koomap.refused("DELETE", f"{PATH}/{workspace}", {}) == (400, "KMP.00011102")


def test_a_workspace_with_tasks_cannot_be_deleted(koomap: KooMap) -> None:
    """Satellite and real-scene 3D tasks both keep it; without them it can go."""
    for make in (_satellite_task, _real3d_task):
        workspace = koomap.workspace(make.__name__.strip("_"))
        make(koomap, workspace)
        row = next(row for row in koomap.data("GET", PATH)["data"] if row["workspace_id"] == workspace)
        assert row["can_delete"] is True
        assert koomap.refused("DELETE", f"{PATH}/{workspace}", {}) == (400, "KMP.00011103")
    satellite = koomap.satellite.tasks[0]
    koomap.act("delete", satellite.task_id)
    assert koomap.data("DELETE", f"{PATH}/{satellite.workspace_id}", {}) is True


def _satellite_task(koomap: KooMap, workspace: str) -> None:
    koomap.task(workspace)


def _real3d_task(koomap: KooMap, workspace: str) -> None:
    koomap.data("POST", f"/v1/real3d/{workspace}/tasks", {"task_name": "block"})


@pytest.mark.parametrize("content", [b"", b"{}"])
def test_a_deletion_may_have_a_body_or_none(koomap: KooMap, content: bytes) -> None:
    """C-06: the empty object is documented; none is taken too."""
    headers = {"Content-Type": "application/json"}
    assert koomap.data("DELETE", f"{PATH}/{koomap.workspace()}", headers=headers, content=content) is True


def test_an_unknown_id_is_told_from_a_malformed_one(koomap: KooMap) -> None:
    """32 characters that are no workspace: 404; another length: 400."""
    for method, body in (("PUT", {"star": 0}), ("DELETE", {})):
        assert koomap.refused(method, f"{PATH}/{'0' * 32}", body) == (404, "KMP.00011104")
        assert koomap.refused(method, f"{PATH}/{'0' * 31}", body) == (400, "KMP.00011110")


def test_a_change_moves_the_time_of_change(koomap: KooMap) -> None:
    """update_time moves, create_time does not."""
    workspace = koomap.workspace()
    koomap.clock.advance(60)
    changed = koomap.data("PUT", f"{PATH}/{workspace}", {"workspace_description": "later"})
    assert (changed["create_time"], changed["update_time"]) == ("2025-10-09T08:53:20Z", "2025-10-09T08:54:20Z")


def test_pinned_ones_come_first_then_the_order(koomap: KooMap) -> None:
    """Pinned before others, whatever the order; newest first unless told otherwise."""
    spaces = [koomap.workspace(f"space_{number}") for number in range(4)]
    koomap.data("PUT", f"{PATH}/{spaces[1]}", {"star": 1})

    def listed(query: str) -> list[int]:
        return [spaces.index(row["workspace_id"]) for row in koomap.data("GET", PATH + query)["data"]]

    assert listed("") == [1, 3, 2, 0]
    assert listed("?order_by=create_time_desc") == [1, 3, 2, 0]
    assert listed("?order_by=create_time_asc") == [1, 0, 2, 3]


def test_a_page_echoes_what_was_asked(koomap: KooMap) -> None:
    """C-22: offset and limit come back as asked, total counts all; an offset at the end gives no rows."""
    for number in range(3):
        koomap.workspace(f"space_{number}")
    found = koomap.data("GET", f"{PATH}?offset=1&limit=1")
    assert (len(found["data"]), found["page"]) == (1, {"offset": 1, "limit": 1, "total": 3})
    assert koomap.data("GET", PATH)["page"] == {"offset": 0, "limit": 10, "total": 3}
    assert koomap.data("GET", f"{PATH}?offset=3&limit=100") == {
        "data": [],
        "page": {"offset": 3, "limit": 100, "total": 3},
    }


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("offset=-1", "KMP.00011112"),
        ("offset=2147483648", "KMP.00011112"),
        ("offset=x", "KMP.00011112"),
        ("limit=0", "KMP.00011113"),
        ("limit=101", "KMP.00011113"),
        ("order_by=name", "KMP.00011109"),
        ("create_time_from=20230517T080000Z", "KMP.00011111"),
        ("create_time_to=2023-05-17T08:00:00", "KMP.00011111"),
        ("update_time_from=2023-02-30T08:00:00Z", "KMP.00011111"),
        ("update_time_to=2023-05-17%2008:00:00", "KMP.00011111"),
        ("workspace_ids=short", "KMP.00011110"),
        ("workspace_name=a&workspace_name=b", "KMP.00011106"),
        ("limit=1&limit=2", "KMP.00011113"),
    ],
)
def test_a_wrong_query_has_its_own_code(koomap: KooMap, query: str, code: str) -> None:
    """Each parameter of the list is refused with its code."""
    assert koomap.refused("GET", f"{PATH}?{query}") == (400, code)


def test_lists_are_repeated_names_or_commas(koomap: KooMap) -> None:
    """C-24: both ways to send several ids are read."""
    a, b, _ = (koomap.workspace(name) for name in ("space_a", "space_b", "space_c"))
    for query in (f"workspace_ids={a}&workspace_ids={b}", f"workspace_ids={a},{b}"):
        rows = koomap.data("GET", f"{PATH}?{query}")["data"]
        assert {row["workspace_id"] for row in rows} == {a, b}


def test_filters_leave_what_fits(koomap: KooMap) -> None:
    """Part of a name without regard to case, and both ends of a period."""
    koomap.workspace("North_field")
    koomap.clock.advance(3600)
    koomap.workspace("south_Field")
    koomap.clock.advance(3600)
    koomap.data("PUT", f"{PATH}/{koomap.emulator.workspaces[0].workspace_id}", {"star": 0})

    def named(query: str) -> list[str]:
        return [row["workspace_name"] for row in koomap.data("GET", f"{PATH}?{query}")["data"]]

    assert named("workspace_name=FIELD") == ["south_Field", "North_field"]
    assert named("workspace_name=north") == ["North_field"]
    assert named("create_time_from=2025-10-09T09:53:20Z") == ["south_Field"]
    assert named("create_time_to=2025-10-09T09:53:19Z") == ["North_field"]
    assert named("update_time_from=2025-10-09T10:53:20Z&update_time_to=2025-10-09T10:53:20Z") == ["North_field"]


def test_another_content_type_is_not_supported(koomap: KooMap) -> None:
    """C-16: the workspaces refuse it with 415."""
    for content_type in ("text/plain", "application/x-www-form-urlencoded"):
        headers = {"Content-Type": content_type}
        answer = koomap.refused("POST", PATH, headers=headers, content=b'{"workspace_name":"ok"}')
        assert answer == (415, "KMP.00011005")
