# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
from .open_enum import OpenEnum


class LampState(OpenEnum):
    """How a lamp is."""

    LIT = "Lit"
    "It shines."
    DARK_FOR_NOW = "DarkForNow"
