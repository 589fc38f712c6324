# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.storage_provider import StorageProvider

T = TypeVar("T", bound="FileuploadStart")


@_attrs_define
class FileuploadStart:
    """Have a device upload its logs

    Source: client-code platform; doc 1.11.3, 1.15
    """

    bucket: str
    """Bucket that the logs go to"""
    region: str
    """Region of the bucket"""
    credentials: LogUploadCredentials
    """Temporary credentials for the bucket"""
    endpoint: str
    """Endpoint of the storage, as the device reaches it"""
    provider: StorageProvider
    """Whose storage it is"""
    params: LogUploadParams
    """What to upload"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bucket = self.bucket

        region = self.region

        credentials = self.credentials.to_dict()

        endpoint = self.endpoint

        provider = StorageProvider(self.provider).value

        params = self.params.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bucket": bucket,
                "region": region,
                "credentials": credentials,
                "endpoint": endpoint,
                "provider": provider,
                "params": params,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bucket = d.pop("bucket")

        region = d.pop("region")

        credentials = LogUploadCredentials.from_dict(d.pop("credentials"))

        endpoint = d.pop("endpoint")

        provider = StorageProvider.of(d.pop("provider"))

        params = LogUploadParams.from_dict(d.pop("params"))

        fileupload_start = cls(
            bucket,
            region,
            credentials,
            endpoint,
            provider,
            params,
        )

        fileupload_start.additional_properties = d
        return fileupload_start

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


from ..models.log_upload_credentials import LogUploadCredentials  # noqa: E402
from ..models.log_upload_params import LogUploadParams  # noqa: E402
