"""IAM's entry in the table of services: the one call that gets KooMap's clients a token."""

from harness.contract.contract import Contract, Known, Step
from harness.contract.iam.account import connect, emulate
from harness.contract.iam.manners import SPECIFICATION, acquaint, speaks

CONTRACT = Contract(
    service="iam",
    specification=SPECIFICATION,
    emulate=emulate,
    connect=connect,
    speaks=speaks,
    acquaint=acquaint,
    walks=(),
    # Not among `searches`: a wrong password too many locks the user, so that made-up calls spare the real service.
    tour=(
        Step(operation="createToken", query={"nocatalog": "true"}, body=Known("login")),
        Step(operation="createToken", body=Known("login")),
    ),
)
