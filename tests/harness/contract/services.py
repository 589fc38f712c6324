"""The table of services. A further service is one more entry: see ``contract.Contract`` for what it must say."""

from harness.contract import downlink, flighthub, iam, koomap, terra
from harness.contract.contract import Contract

CONTRACTS: dict[str, Contract] = {
    entry.CONTRACT.service: entry.CONTRACT for entry in (terra, flighthub, koomap, iam, downlink)
}
