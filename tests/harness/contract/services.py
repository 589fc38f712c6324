"""The table of services. A further service is one more entry: see ``contract.Contract`` for what it must say."""

from harness.contract import iam, koomap, terra
from harness.contract.contract import Contract

CONTRACTS: dict[str, Contract] = {contract.service: contract for contract in (terra.CONTRACT, koomap.CONTRACT, iam.CONTRACT)}
