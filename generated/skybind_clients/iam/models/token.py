# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Token")


@_attrs_define
class Token:
    """How long a token lives, and what it is for

    Source: doc IAM; client-code SDK core
    """

    expires_at: str
    """When it ends, UTC, with microseconds: 2026-01-31T12:00:00.000000Z"""
    issued_at: str
    """When it was made, UTC, with microseconds"""
    methods: list[str] | Unset = UNSET
    """How the user was known"""
    project: NamedThing | Unset = UNSET
    """The project that it is for"""
    domain: NamedThing | Unset = UNSET
    """The account that it is for"""
    user: NamedThing | Unset = UNSET
    """Whose it is"""
    roles: list[NamedThing] | Unset = UNSET
    """What the user may do"""
    catalog: list[TokenCatalogItem] | Unset = UNSET
    """Services and where they are"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expires_at = self.expires_at

        issued_at = self.issued_at

        methods: list[str] | Unset = UNSET
        if not isinstance(self.methods, Unset):
            methods = self.methods

        project: dict[str, Any] | Unset = UNSET
        if not isinstance(self.project, Unset):
            project = self.project.to_dict()

        domain: dict[str, Any] | Unset = UNSET
        if not isinstance(self.domain, Unset):
            domain = self.domain.to_dict()

        user: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user, Unset):
            user = self.user.to_dict()

        roles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = []
            for roles_item_data in self.roles:
                roles_item = roles_item_data.to_dict()
                roles.append(roles_item)

        catalog: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.catalog, Unset):
            catalog = []
            for catalog_item_data in self.catalog:
                catalog_item = catalog_item_data.to_dict()
                catalog.append(catalog_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expires_at": expires_at,
                "issued_at": issued_at,
            }
        )
        if methods is not UNSET:
            field_dict["methods"] = methods
        if project is not UNSET:
            field_dict["project"] = project
        if domain is not UNSET:
            field_dict["domain"] = domain
        if user is not UNSET:
            field_dict["user"] = user
        if roles is not UNSET:
            field_dict["roles"] = roles
        if catalog is not UNSET:
            field_dict["catalog"] = catalog

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expires_at = d.pop("expires_at")

        issued_at = d.pop("issued_at")

        _methods: Any = d.pop("methods", UNSET)
        methods = cast(list[str] | Unset, UNSET if _methods is None else _methods)

        _project: Any = d.pop("project", UNSET)
        project: NamedThing | Unset
        if _project is UNSET or _project is None:
            project = UNSET
        else:
            project = NamedThing.from_dict(_project)

        _domain: Any = d.pop("domain", UNSET)
        domain: NamedThing | Unset
        if _domain is UNSET or _domain is None:
            domain = UNSET
        else:
            domain = NamedThing.from_dict(_domain)

        _user: Any = d.pop("user", UNSET)
        user: NamedThing | Unset
        if _user is UNSET or _user is None:
            user = UNSET
        else:
            user = NamedThing.from_dict(_user)

        _roles: Any = d.pop("roles", UNSET)
        roles: list[NamedThing] | Unset = UNSET
        if not isinstance(_roles, Unset) and _roles is not None:
            roles = []
            for roles_item_data in _roles:
                roles_item = NamedThing.from_dict(roles_item_data)

                roles.append(roles_item)

        _catalog: Any = d.pop("catalog", UNSET)
        catalog: list[TokenCatalogItem] | Unset = UNSET
        if not isinstance(_catalog, Unset) and _catalog is not None:
            catalog = []
            for catalog_item_data in _catalog:
                catalog_item = TokenCatalogItem.from_dict(catalog_item_data)

                catalog.append(catalog_item)

        token = cls(
            expires_at,
            issued_at,
            methods,
            project,
            domain,
            user,
            roles,
            catalog,
        )

        token.additional_properties = d
        return token

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


from ..models.named_thing import NamedThing  # noqa: E402
from ..models.token_catalog_item import TokenCatalogItem  # noqa: E402
