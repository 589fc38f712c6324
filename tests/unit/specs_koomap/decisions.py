"""Where the spec decides against a table: what differs, the contradiction that is the reason, and the rows by name.

A difference excuses a row only if it is listed here word for word and the spec names the reason at the row's node.
Where two reasons stand, the spec names one of them.
"""

from collections.abc import Mapping

_PAGING = "required is False, documented is True"
_TEXT_OR = "type is {} or string, documented is {}".format
_NUMBERS = {"accuracy": 1, "azimuth": 1, "roll": 1, "pitch": 1, "longitude": 1, "latitude": 1, "x": 1, "y": 1, "z": 1}

DECIDED: Mapping[str, tuple[str, Mapping[str, int]]] = {
    "minLength is None, documented is 12; maxLength is None, documented is 12": ("C-10", {"error_code": 75}),
    "minLength is None, documented is 2; maxLength is None, documented is 512": ("C-10", {"error_msg": 75}),
    "minLength is None, documented is 2; maxLength is None, documented is 64": ("C-34", {"task_name": 2}),
    "minLength is None, documented is 32; maxLength is None, documented is 36": ("C-38", {"name": 2}),
    _PAGING: ("C-25", {"offset": 1, "limit": 1}),
    f"{_PAGING}; default is 0, documented is None": ("C-25", {"offset": 1}),
    f"{_PAGING}; default is 10, documented is None": ("C-25", {"limit": 1}),
    f"{_PAGING}; minimum is 0, documented is None; maximum is 2147483647, documented is None; "
    "default is 0, documented is None": ("C-25", {"offset": 1}),
    f"{_PAGING}; minimum is 1, documented is None; maximum is 100, documented is None; "
    "default is 10, documented is None": ("C-25", {"limit": 1}),
    _TEXT_OR("integer", "Integer"): ("C-30", {"key_point_limit": 10, "tie_point_limit": 10}),
    f"{_TEXT_OR('integer', 'Integer')}; minimum is 0, documented is None; maximum is 2, documented is None; "
    "enum is none, documented is 0, 1, 2": ("C-30", {"mesh_accuracy": 10}),
    "type is array or object, documented is TaskNumVo object": ("C-32", {"taskNumVo": 1}),
    "type is array or object, documented is Array of CheckImageResultDto objects": ("C-38", {"[]": 1}),
    "values may be null": ("C-37", {"data_alias": 1, "data_description": 1}),
    # The words beside these rows say that null takes the default.
    "null is allowed; the tables name no request that takes it": (
        "C-49 C-79",
        {"modeling_params": 2, "coordinate_sys": 2},
    ),
    "a length is documented": ("C-47", {"X-Auth-Token": 1}),
    _TEXT_OR("number", "String"): ("C-61", {"longitude": 1, "latitude": 1, "height": 1, "accuracy": 1}),
    _TEXT_OR("object", "Real3DProductRelateTaskVO object"): ("C-64", {"task_info": 1}),
    "documented as not required: one of two credentials is": ("C-69", {"X-Auth-Token": 2, "Authorization": 2}),
    _TEXT_OR("number", "Double"): ("C-70", {**_NUMBERS, "qx": 2, "qy": 2, "qz": 2, "qw": 2}),
    _TEXT_OR("number", "Float"): ("C-70 C-73", {"accuracy": 1, "x": 1, "y": 1, "z": 1}),
}
