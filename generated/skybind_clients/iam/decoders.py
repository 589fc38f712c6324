# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import decoder

if TYPE_CHECKING:
    from .models.token import Token


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def create_token(payload: Any) -> Token:
    from .models.token_answer import TokenAnswer

    response_201 = TokenAnswer.from_dict(payload)

    return response_201.token
