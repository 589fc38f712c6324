# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""What Huawei Cloud IAM, tokens can do, and the codes that it refuses with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..runtime import ErrorCode, Operation

_OPERATIONS = (
    Operation(
        id="createToken",
        method="POST",
        path="/v3/auth/tokens",
        tag="tokens",
        call="tokens.create",
        summary="Get a token for a user's password",
        effect="safe",
        verified="emulated",
        source="seed 3.2; doc IAM; client-code SDK core; C-02, C-03",
        errors=("IAM.0001", "IAM.0002", "IAM.0003", "IAM.0004", "IAM.0009"),
    ),
)

_ERRORS: tuple[ErrorCode, ...] = (
    ErrorCode(
        code="IAM.0001",
        name="bad_request",
        kind="validation",
        status=400,
        meaning="The request is not what IAM expects.",
        advice="Check domain, user and project.",
        source="inferred; our assumption",
        message="The request is invalid.",
        retry="no",
    ),
    ErrorCode(
        code="IAM.0002",
        name="wrong_password",
        kind="authentication",
        status=401,
        meaning="The user name or password is wrong, or the user has no programmatic access.",
        advice="Check domain (account), user and password; the user needs programmatic access.",
        source="inferred; our assumption",
        message="The username or password is wrong.",
        retry="no",
    ),
    ErrorCode(
        code="IAM.0003",
        name="forbidden",
        kind="permission",
        status=403,
        meaning="The user may not do this.",
        advice="Ask the administrator for programmatic access.",
        source="inferred; our assumption",
        message="Policy does not allow this.",
        retry="no",
    ),
    ErrorCode(
        code="IAM.0004",
        name="not_found",
        kind="not_found",
        status=404,
        meaning="The project, domain or user does not exist.",
        advice="Check the project: its name is the region, for example cn-north-4.",
        source="inferred; our assumption",
        message="Could not find the project.",
        retry="no",
    ),
    ErrorCode(
        code="IAM.0009",
        name="internal_error",
        kind="server",
        status=500,
        meaning="IAM has trouble of its own.",
        advice="Try again later.",
        source="inferred; our assumption",
        message="Internal error.",
        retry="yes",
    ),
)

#: Every operation by its operationId, in the order of the spec.
OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType({operation.id: operation for operation in _OPERATIONS})

#: Every code that the service is known to refuse with, by the code.
ERRORS: Final[Mapping[int | str, ErrorCode]] = MappingProxyType({error.code: error for error in _ERRORS})

__all__ = ("ERRORS", "OPERATIONS")
