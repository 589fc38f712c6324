# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.token_method import TokenMethod

T = TypeVar("T", bound="TokenIdentity")


@_attrs_define
class TokenIdentity:
    """A user who shows a password

    Source: seed 3.2
    """

    methods: list[TokenMethod]
    """How the user is known"""
    password: TokenPassword
    """The user with the password"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        methods = []
        for methods_item_data in self.methods:
            methods_item = TokenMethod(methods_item_data).value
            methods.append(methods_item)

        password = self.password.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "methods": methods,
                "password": password,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _methods: Any = d.pop("methods")
        methods = []
        for methods_item_data in [] if _methods is None else _methods:
            methods_item = TokenMethod.of(methods_item_data)

            methods.append(methods_item)

        password = TokenPassword.from_dict(d.pop("password"))

        token_identity = cls(
            methods,
            password,
        )

        token_identity.additional_properties = d
        return token_identity

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.token_password import TokenPassword  # noqa: E402
