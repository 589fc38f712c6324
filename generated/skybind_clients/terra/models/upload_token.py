# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UploadToken")


@_attrs_define
class UploadToken:
    """Temporary credentials for one key prefix of one bucket, valid for ten minutes

    Source: doc QS; client-code TS, VUE, JAVA
    """

    cloud_name: str
    """Kind of storage: ALI_OSS, AWS_S3 (AZURE_BLOB is named but unused). Compare without case: a real answer had
    `ali_oss`.
    """
    access_key_id: str = _attrs_field(repr=False)
    """Temporary access key; note the capital D"""
    secret_access_key: str = _attrs_field(repr=False)
    """Temporary secret"""
    session_token: str = _attrs_field(repr=False)
    """STS token that goes with the key"""
    region: str
    """Region of the bucket; on OSS it starts with `oss-`"""
    cloud_bucket_name: str
    """Bucket"""
    callback_param: str = _attrs_field(repr=False)
    """Opaque; goes back in the upload callback"""
    store_path: str
    """Key template that ends in `/{fileName}`; a file name may hold slashes"""
    expire_time: int
    """End of validity, Unix seconds"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        cloud_name = self.cloud_name

        access_key_id = self.access_key_id

        secret_access_key = self.secret_access_key

        session_token = self.session_token

        region = self.region

        cloud_bucket_name = self.cloud_bucket_name

        callback_param = self.callback_param

        store_path = self.store_path

        expire_time = self.expire_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cloudName": cloud_name,
                "accessKeyID": access_key_id,
                "secretAccessKey": secret_access_key,
                "sessionToken": session_token,
                "region": region,
                "cloudBucketName": cloud_bucket_name,
                "callbackParam": callback_param,
                "storePath": store_path,
                "expireTime": expire_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cloud_name = d.pop("cloudName")

        access_key_id = d.pop("accessKeyID")

        secret_access_key = d.pop("secretAccessKey")

        session_token = d.pop("sessionToken")

        region = d.pop("region")

        cloud_bucket_name = d.pop("cloudBucketName")

        callback_param = d.pop("callbackParam")

        store_path = d.pop("storePath")

        expire_time = d.pop("expireTime")

        upload_token = cls(
            cloud_name,
            access_key_id,
            secret_access_key,
            session_token,
            region,
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
