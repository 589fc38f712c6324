"""The `parameters` of a start: JSON text within JSON, checked by kind of job."""

from typing import Any

from skybind_emulators import jsontext
from skybind_emulators.exchange import Refusal
from skybind_emulators.spec import Specification
from skybind_emulators.terra.dialect import BAD_PARAMETER
from skybind_emulators.validation import Invalid, Validator

LIDAR, MAP_2D, MODEL_3D = 13, 14, 15

_SCHEMAS = {LIDAR: "ParametersLidar", MAP_2D: "Parameters2D", MODEL_3D: "Parameters3D"}


class ParameterCheck:
    """Checks the text against the specification's schema for the job type. Unknown keys are tolerated."""

    def __init__(self, specification: Specification) -> None:
        self._validators = {kind: Validator(specification.component(name)) for kind, name in _SCHEMAS.items()}

    def read(self, kind: int, text: str) -> dict[str, Any]:
        """The parsed text.

        Raises:
            Refusal: 102001, the text is not JSON or does not fit the job type.
        """
        try:
            value = _without_unused(jsontext.read(text.encode("utf-8")))
            self._validators[kind].check(value, "parameters")
        except (jsontext.NotJson, Invalid) as error:
            raise Refusal(BAD_PARAMETER, f"parameters: {error}") from None
        parsed: dict[str, Any] = value
        return parsed


def _without_unused(value: Any) -> Any:
    """The value without members that are empty texts: public clients send unused ones of a geo description so."""
    if isinstance(value, list):
        return [_without_unused(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_unused(item) for key, item in value.items() if item != ""}
    return value
