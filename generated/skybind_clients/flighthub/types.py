# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Types that the generated modules share. They are the same in every service."""

from ..runtime import UNSET, File, FileTypes, RequestFiles, Response, Unset

__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset"]
