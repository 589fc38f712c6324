"""The spec against the table of facts, in both directions."""

from typing import Any

from generation.document import Document
from unit.specs_flighthub.facts import problems


def test_the_table_has_every_row(inventory: dict[str, Any]) -> None:
    """14 operations, 9 of them Open Modeling, with as many fields, values and codes as the sources have."""
    operations = inventory["operations"]
    assert len(operations) == 14
    assert sum("/open_model/" in row["call"] for row in operations.values()) == 9
    assert sum(len(row["request"]) for row in operations.values()) == 36
    assert sum(len(row["answer"]) for row in operations.values()) == 75
    assert sum(len(values) for values in inventory["enums"].values()) == 33
    assert (len(inventory["codes"]), len(inventory["headers"]), len(inventory["hosts"])) == (10, 5, 8)


def test_the_spec_says_what_the_table_says(spec: Document, inventory: dict[str, Any]) -> None:
    """Nothing is missing, nothing differs, and nothing is there that no source has."""
    assert problems(spec, inventory) == []


def test_secrets_are_marked(spec: Document) -> None:
    """Credentials, what is sent back with them, and signed links must not be printed."""
    secret = {
        (name, at)
        for name, schema in spec.components("schemas").items()
        for at, field in (schema.get("properties") or {}).items()
        if field.get("x-secret")
    }
    assert secret == {
        *(("UploadToken", at) for at in ("access_key_id", "secret_access_key", "session_token", "callback_param")),
        ("UploadCallback", "callback_param"),
        ("MediaModelDetail", "url"),
        ("MediaModelDetail", "preview_url"),
        ("DownloadLink", "url"),
    }


def test_nothing_that_costs_is_repeated(spec: Document) -> None:
    """What makes or counts something is sent once; a stop and a deletion may go again."""
    effects = {raw.id: raw.operation["x-effect"] for raw in spec.operations()}
    assert {name for name, effect in effects.items() if effect == "once"} == {
        *("uploadCallback", "startReconstructions", "createMediaModel", "createMediaReconstruction")
    }
    assert {name for name, effect in effects.items() if effect == "idempotent"} == {
        *("stopReconstruction", "deleteResource", "deleteModel")
    }
    assert {raw.id for raw in spec.operations() if raw.method == "get"} | {"obtainToken"} == {
        name for name, effect in effects.items() if effect == "safe"
    }
