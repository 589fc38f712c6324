# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Client of Beacons, generated from its spec."""
