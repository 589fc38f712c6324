# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UploadToken")


@_attrs_define
class UploadToken:
    """Temporary credentials for one key prefix of one bucket. How long they live is UNKNOWN.

    Source: client-code PYC, GO
    """

    cloud_name: str
    """Kind of storage; `ali` was seen. Other values are UNKNOWN."""
    access_key_id: str = _attrs_field(repr=False)
    """Temporary access key"""
    secret_access_key: str = _attrs_field(repr=False)
    """Temporary secret"""
    session_token: str = _attrs_field(repr=False)
    """Token that goes with the key"""
    region: str
    """Region of the bucket; whether it starts with `oss-` is UNKNOWN"""
    end_point: str
    """Address of the storage, https"""
    cloud_bucket_name: str
    """Bucket"""
    callback_param: str = _attrs_field(repr=False)
    """Opaque; goes back in the report"""
    store_path: str
    """Key template with `{fileName}`. The segment before it is the uuid of the resource; GO puts no slash into a
    file name.
    """
    expire_time: int
    """End of validity, Unix seconds"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        cloud_name = self.cloud_name

        access_key_id = self.access_key_id

        secret_access_key = self.secret_access_key

        session_token = self.session_token

        region = self.region

        end_point = self.end_point

        cloud_bucket_name = self.cloud_bucket_name

        callback_param = self.callback_param

        store_path = self.store_path

        expire_time = self.expire_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cloud_name": cloud_name,
                "access_key_id": access_key_id,
                "secret_access_key": secret_access_key,
                "session_token": session_token,
                "region": region,
                "end_point": end_point,
                "cloud_bucket_name": cloud_bucket_name,
                "callback_param": callback_param,
                "store_path": store_path,
                "expire_time": expire_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cloud_name = d.pop("cloud_name")

        access_key_id = d.pop("access_key_id")

        secret_access_key = d.pop("secret_access_key")

        session_token = d.pop("session_token")

        region = d.pop("region")

        end_point = d.pop("end_point")

        cloud_bucket_name = d.pop("cloud_bucket_name")

        callback_param = d.pop("callback_param")

        store_path = d.pop("store_path")

        expire_time = d.pop("expire_time")

        upload_token = cls(
            cloud_name,
            access_key_id,
            secret_access_key,
            session_token,
            region,
            end_point,
            cloud_bucket_name,
            callback_param,
            store_path,
            expire_time,
        )

        upload_token.additional_properties = d
        return upload_token

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
