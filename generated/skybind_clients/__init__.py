# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more, specs/flighthub/openapi.yaml, specs/iam/openapi.yaml, specs/koomap/openapi.yaml and 2 more, specs/terra/openapi.yaml, specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Clients of drone and reality-capture services, generated from their specs. One package a service."""

#: The services; each is a package of this name.
SERVICES: tuple[str, ...] = (
    "altizure",
    "downlink",
    "flighthub",
    "iam",
    "koomap",
    "terra",
)

__all__ = ("SERVICES",)
