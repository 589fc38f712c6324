"""The open platform's entry in the table of services."""

from harness.contract.contract import Contract, Exclusion, Parts
from harness.contract.downlink.account import connect, emulate
from harness.contract.downlink.lives import CommandLives, CredentialLives, EndpointLives, ResourceLives
from harness.contract.downlink.manners import SPECIFICATION, acquaint, arrange, speaks
from harness.contract.downlink.tour import COSTLY, TOUR

CONTRACT = Contract(
    service="downlink",
    specification=SPECIFICATION,
    emulate=emulate,
    connect=connect,
    speaks=speaks,
    acquaint=acquaint,
    arrange=arrange,
    parts=Parts(
        id="id",
        create="createObjectResource",
        read="listObjectResources",
        update="updateObjectResource",
        name="key_prefix",
        body={"bucket": "plain", "key_prefix": "plain/", "allowed_methods": ["GET"]},
        machine=ResourceLives,
        mismatch="assert (found.key_prefix, found.allowed_methods) == (kept.prefix, kept.methods)",
    ),
    walks=("callback_endpoints", "subscriptions"),
    exclusions=(
        Exclusion(
            check="positive_data_acceptance",
            operations=("replyDeviceRequest",),
            reason="a request of a device is answered once: all further answers are refused, with 400",
        ),
    ),
    examples=8,
    walked=5,
    lived=12,
    tour=TOUR,
    costly=COSTLY,
    life_cycles=(CommandLives, CredentialLives, EndpointLives, ResourceLives),
    readable=frozenset({"code", "message"}),
)
