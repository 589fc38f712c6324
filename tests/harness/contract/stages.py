"""One stage for each service of the table, live or emulated as the switch says."""

from harness.contract.live import live_services
from harness.contract.preloading import load_everything
from harness.contract.services import CONTRACTS
from harness.contract.stage import Stage

load_everything()

LIVE = live_services(CONTRACTS)
STAGES = {name: Stage(contract, live=name in LIVE) for name, contract in CONTRACTS.items()}
