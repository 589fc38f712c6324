"""TerraAPI's entry in the table of services."""

from harness.contract.contract import EVERYWHERE, Contract, Exclusion, Parts
from harness.contract.terra.account import connect, emulate
from harness.contract.terra.life_cycles import AccountLives
from harness.contract.terra.manners import acquaint, speaks
from harness.contract.terra.tour import TOUR, UNTOURED
from unit.emulators.harness import SPECIFICATION

CONTRACT = Contract(
    service="terra",
    specification=SPECIFICATION,
    emulate=emulate,
    connect=connect,
    speaks=speaks,
    acquaint=acquaint,
    parts=Parts(
        id="uuid",
        create="createResource",
        read="getResource",
        update="updateResource",
        delete="deleteResource",
        name="name",
        body={"name": "plain", "type": "map"},
        done=None,
        machine=AccountLives,
        mismatch="assert (found.name, found.meta) == (kept.name, kept.meta)",
    ),
    walks=(EVERYWHERE, "files", "resources", "jobs"),
    exclusions=(
        Exclusion(
            check="ensure_resource_availability",
            operations=("startJob", "changeResourceFiles"),
            reason="it takes every 404 after a creation for a lost object, but these answer 404 too when their body "
            "names a resource or file that does not exist, and made-up ids never exist",
        ),
    ),
    tour=TOUR,
    untoured=UNTOURED,
    costly={
        "startJob": "a reconstruction is charged for",
        "updateFile": "the only files that there are to change are the account's own",
        "deleteFile": "the only files that there are to delete are the account's own",
        "uploadCallback": "it would leave files in the account",
    },
    life_cycles=(AccountLives,),
    readable=frozenset({"code", "msg", "desc", "cloudName", "region", "page", "rows"}),
)
