"""KooMap's entry in the table of services."""

from harness.contract.contract import Contract, Exclusion, Parts
from harness.contract.koomap.account import connect, emulate
from harness.contract.koomap.lives import ModellingLives, RefiningLives, SatelliteLives, WorkspaceLives
from harness.contract.koomap.manners import SPECIFICATION, acquaint, speaks
from harness.contract.koomap.tolerances import TOLERANCES
from harness.contract.koomap.tour import COSTLY, TOUR

CONTRACT = Contract(
    service="koomap",
    specification=SPECIFICATION,
    emulate=emulate,
    connect=connect,
    speaks=speaks,
    acquaint=acquaint,
    parts=Parts(
        id="workspace_id",
        create="createCommonWorkspace",
        read="listCommonWorkspace",
        update="updateCommonWorkspace",
        delete="deleteCommonWorkspace",
        name="workspace_name",
        body={"workspace_name": "plain"},
        done=True,
        machine=WorkspaceLives,
        mismatch="assert seen == (kept.name, kept.description, kept.star)",
    ),
    walks=("workspaces", "satellite_tasks", "real3d_tasks", "refine_subtasks"),
    exclusions=(
        Exclusion(
            check="positive_data_acceptance",
            operations=(),
            reason="it goes by statuses, and here 400 is also the answer to a task in the wrong state; `speaks` goes "
            "by codes instead",
        ),
        Exclusion(
            check="unsupported_method",
            operations=(),
            reason="to a method that a path does not have the gateway answers that there is no such API, with 404 "
            "(APIGW.0101); `speaks` holds it to that",
        ),
    ),
    tolerances=TOLERANCES,
    searches=("validateImage", "listImageBaseInfo", "listSpurPoints", "showSpurCount", "listFolder"),
    examples=5,  # there are twice as many operations as elsewhere, and four machines
    walked=5,
    lived=12,
    tour=TOUR,
    costly=COSTLY,
    life_cycles=(WorkspaceLives, SatelliteLives, ModellingLives, RefiningLives),
    readable=frozenset({"error_code", "error_msg", "offset", "limit", "unit"}),
)
