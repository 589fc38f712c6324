import pytest

from skybind_emulators.koomap.real3d import code_of_invalid


@pytest.mark.parametrize(
    ("place", "rule", "code"),
    [
        (("body", "task_name"), "required", "21009"),
        (("body",), "missing", "21009"),
        (("body",), "malformed", "21004"),
        (("body", "task_name"), "pattern", "21119"),
        (("query", "task_status", 1), "enum", "21121"),
        (("query", "subtask_status", 0), "enum", "21149"),
        (("query", "update_time_from"), "pattern", "21200"),
        (("query", "subtask_completed_time_to"), "pattern", "21200"),
        (("body", "condition", "from"), "pattern", "21200"),
        (("body", "condition", "order"), "enum", "21004"),
        (("body", "offset"), "minimum", "21201"),
        (("query", "limit"), "type", "21202"),
        (("body", "archive"), "required", "21126"),
        (("body", "archive"), "type", "21126"),
        (("body", "pointWidth"), "pattern", "21155"),
        (("body", "longitude"), "pattern", "21004"),
        (("body", "upload_status"), "enum", "21150"),
        ((), "", "21004"),
    ],
)
def test_the_field_tells_the_code(place: tuple[str | int, ...], rule: str, code: str) -> None:
    """A request that does not fit the specification is refused with the code of the field that is wrong."""
    assert code_of_invalid(place, rule) == f"KMP.000{code}"
