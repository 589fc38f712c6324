"""The accounting can fail: faults planted in a copy of the spec are reported, each with its row."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generation.document import Document
from unit.specs_koomap.accounting import account
from unit.specs_koomap.additions import unexplained
from unit.specs_koomap.decisions import DECIDED
from unit.specs_koomap.documents import Operation

Root = dict[str, Any]


def schema(root: Root, name: str) -> dict[str, Any]:
    """A component to spoil."""
    found: dict[str, Any] = root["components"]["schemas"][name]
    return found


def renamed_field(root: Root) -> None:
    """`subtask_name` is called otherwise."""
    fields = schema(root, "NewRefineSubtask")
    fields["properties"]["name"] = fields["properties"].pop("subtask_name")
    fields["required"] = ["name"]


def wrong_type(root: Root) -> None:
    """A count is text."""
    schema(root, "MarkPointCount")["properties"]["count"]["type"] = "string"


def lost_value(root: Root) -> None:
    """A state is forgotten."""
    schema(root, "SatelliteTaskStatus")["enum"].remove("STOP_FAILED")


def more_values(root: Root) -> None:
    """A state is made up."""
    schema(root, "ProductStatus")["enum"].append("archived")


def dropped_required(root: Root) -> None:
    """A field that must be there may be left out."""
    schema(root, "NewMarkPoint")["required"].remove("accuracy")


def wrong_limit(root: Root) -> None:
    """A length is off by one."""
    schema(root, "NewWorkspace")["properties"]["workspace_name"]["maxLength"] = 51


def wrong_default(root: Root) -> None:
    """A default is another."""
    schema(root, "MarkPointSearch")["properties"]["limit"]["x-default"] = 20


def lost_parameter(root: Root) -> None:
    """A filter is forgotten."""
    parameters = root["paths"]["/v1/real3d/products"]["get"]["parameters"]
    parameters[:] = [one for one in parameters if one.get("name") != "product_name"]


def scalar_for_list(root: Root) -> None:
    """A list is a single text."""
    schema(root, "ImageCheck")["properties"]["data_ids"] = {"type": "string", "description": "Ids"}


def loose_pattern(root: Root) -> None:
    """A name takes any character."""
    del schema(root, "FolderCondition")["properties"]["folder_name"]["pattern"]


def lost_nested_field(root: Root) -> None:
    """A field deep in a body is forgotten."""
    fields = schema(root, "CameraIntrinsics")
    del fields["properties"]["fx"]
    fields["required"].remove("fx")


def lost_header(root: Root) -> None:
    """A header of an answer is forgotten."""
    root["paths"]["/v1/algo/vps"]["post"]["responses"]["200"]["headers"].clear()


def lost_credential(root: Root) -> None:
    """An operation takes no token."""
    root["paths"]["/v1/workspaces"]["get"]["security"] = [{"aksk": []}]


def unknown_reason(root: Root) -> None:
    """A difference is excused with a contradiction that nobody knows."""
    counts = schema(root, "SatelliteTaskList")["properties"]["taskNumVo"]
    counts["x-source"] = "seed; C-99"


# Each fault with the rows that must be reported, by their end.
FAULTS: Mapping[Callable[[Root], None], tuple[str, ...]] = {
    renamed_field: ("4.6.1 createReal3DSubTask, table 4-149, request body: subtask_name",),
    wrong_type: ("4.8.4 showSpurCount, table 4-204, 200 body: count",),
    lost_value: (
        "4.2.1 createTask, table 4-25, 200 body: task_status",
        "4.2.3 listTaskInfo, table 4-35, request query: task_status",
        "4.2.3 listTaskInfo, table 4-39, 200 TaskVo: task_status",
    ),
    more_values: (
        "4.9.2 listReal3DProducts, table 4-221, 200 Real3DProductVO: status",
        "4.9.4 listReal3DRefineProducts, table 4-234, 200 Real3DRefineProductVO: status",
    ),
    dropped_required: ("4.8.1 addSpurPoint, table 4-187, request body: accuracy",),
    wrong_limit: ("4.1.1 createCommonWorkspace, table 4-2, request body: workspace_name",),
    wrong_default: ("4.8.3 listSpurPoints, table 4-196, request body: limit",),
    lost_parameter: ("4.9.2 listReal3DProducts, table 4-219, request query: product_name",),
    scalar_for_list: ("4.2.8 validateImage, table 4-69, request body: data_ids",),
    loose_pattern: ("4.9.1 listFolder, table 4-213, request FolderQueryCondition: folder_name",),
    lost_nested_field: ("4.10.1 startVps, table 4-249, request camera: fx",),
    lost_header: ("4.10.1 startVps, table 4-253, 200 header: X-Trace-Id",),
    lost_credential: ("4.1.2 listCommonWorkspace, table 4-7, request header: X-Auth-Token",),
    unknown_reason: ("4.2.3 listTaskInfo, table 4-37, 200 body: taskNumVo",),
}


def spoiled(spec: Document, plant: Callable[[Root], None]) -> Document:
    """A copy of the spec with a fault in it."""
    root = copy.deepcopy(dict(spec.root))
    plant(root)
    return replace(spec, root=root)


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_reported(
    spec: Document, documented: Mapping[str, Operation], plant: Callable[[Root], None]
) -> None:
    """The rows that a fault spoils are reported as unaccounted for, and no others."""
    before = account(spec, documented, DECIDED).missing
    reported = account(spoiled(spec, plant), documented, DECIDED).missing
    assert sorted(str(row) for row in reported if row not in before) == sorted(FAULTS[plant])
    assert all(reported.values())


def extra_parameter(root: Root) -> None:
    """A parameter that no table has."""
    parameter = {"name": "colour", "in": "query", "schema": {"type": "string"}}
    root["paths"]["/v1/real3d/products"]["get"]["parameters"].append(parameter)


def extra_field(root: Root) -> None:
    """A body field that no table has."""
    schema(root, "NewWorkspace")["properties"]["colour"] = {"type": "string"}


def extra_nested_field(root: Root) -> None:
    """A field deep in a body that no table has."""
    schema(root, "SlamPose")["properties"]["colour"] = {"type": "string"}


def extra_body(root: Root) -> None:
    """A body where none is documented."""
    body = root["paths"]["/v1/workspaces"]["post"]["requestBody"]
    root["paths"]["/v1/real3d/usages"]["get"]["requestBody"] = body


def other_method(root: Root) -> None:
    """An operation under another method."""
    item = root["paths"]["/v1/real3d/folders/query_by_condition"]
    item["get"] = item.pop("post")


EXTRAS: Mapping[Callable[[Root], None], str] = {
    extra_parameter: "listReal3DProducts: query parameter colour",
    extra_field: "createCommonWorkspace: body property colour",
    extra_nested_field: "startVps: body property payload.slam.colour",
    extra_body: "showReal3DUsage: has a body",
    other_method: "listFolder: is GET",
}


@pytest.mark.parametrize("plant", EXTRAS, ids=lambda plant: plant.__name__)
def test_something_unexplained_is_reported(
    spec: Document, documented: Mapping[str, Operation], plant: Callable[[Root], None]
) -> None:
    """What requests have beyond the tables is reported once for each place."""
    found = unexplained(spoiled(spec, plant), documented)
    assert found != []
    assert all(finding.startswith(EXTRAS[plant].split(":")[0]) for finding in found)
    assert any(finding.startswith(EXTRAS[plant]) for finding in found)
