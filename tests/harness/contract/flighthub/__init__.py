"""FlightHub's entry in the table of services."""

from harness.contract.contract import Contract, Exclusion, Parts
from harness.contract.flighthub.account import connect, emulate
from harness.contract.flighthub.life_cycles import ResourceLives
from harness.contract.flighthub.manners import SPECIFICATION, acquaint, speaks, succeeded
from harness.contract.flighthub.placing import placed
from harness.contract.flighthub.tour import TOUR, UNTOURED

CONTRACT = Contract(
    service="flighthub",
    specification=SPECIFICATION,
    arrange=placed,
    emulate=emulate,
    connect=connect,
    speaks=speaks,
    succeeded=succeeded,
    acquaint=acquaint,
    parts=Parts(
        id="id",
        create="createMediaModel",
        read="getMediaModel",
        name="name",
        body={"name": "plain", "task_folder_id": "none", "reconstruction_type": ["model_2d"]},
    ),
    exclusions=(
        Exclusion(
            check="use_after_free",
            operations=(),
            reason="what is gone is refused with HTTP 200 and a code; the walk itself looks at codes",
        ),
        Exclusion(
            check="ensure_resource_availability",
            operations=(),
            reason="there is no 404 that it could look for: what does not exist is refused with HTTP 200 and a code",
        ),
    ),
    tour=TOUR,
    untoured=UNTOURED,
    costly={
        "startReconstructions": "images are charged for",
        "createMediaModel": "images are charged for",
        "createMediaReconstruction": "images are charged for",
        "uploadCallback": "it would leave files in the organisation",
        "deleteModel": "the only models that there are to delete are the organisation's own",
        "deleteResource": "the only resources that there are to delete are the organisation's own",
        "stopReconstruction": "the only models that there are to stop are the organisation's own",
    },
    life_cycles=(ResourceLives,),
    readable=frozenset({"code", "message", "cloud_name", "region"}),
)
