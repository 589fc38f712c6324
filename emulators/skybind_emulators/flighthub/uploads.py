"""Operations of the groups `stores` and `resources`: upload credentials, what was uploaded, and its end."""

from typing import Any

from skybind_emulators.clouds import Cloud
from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.flighthub.dialect import NOT_FOUND
from skybind_emulators.flighthub.state import Grant, ResourceRecord, ResourceStatus, State, UploadedFile
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.storage import Storage

_FILE_NAME = "{fileName}"


class UploadHandlers:
    """Handlers of both groups.

    Args:
        endpoint: where the object store listens, as `end_point` tells it.
        organisation: goes into the keys.
    """

    def __init__(
        self, state: State, store: Storage, cloud: Cloud, rules: FlightHubRules, *, endpoint: str, organisation: str
    ) -> None:
        self._state = state
        self._store = store
        self._cloud = cloud
        self._rules = rules
        self._endpoint = endpoint
        self._organisation = organisation

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "obtainToken": self.obtain_token,
            "uploadCallback": self.upload_callback,
            "getResource": self.get_resource,
            "deleteResource": self.delete_resource,
        }

    def obtain_token(self, call: Call) -> Any:
        """Give out credentials for the prefix of a resource that is not there yet."""
        with self._state.lock:
            uuid = self._state.ids.uuid()
            prefix = f"fh/organizations/{self._organisation}/open_reconstruction/tmp/{uuid}/"
            lifetime_s = 0.0 if call.struck("expire-token") else self._rules.token_lifetime_s
            credential = self._store.issue(self._cloud.bucket, prefix, lifetime_s=lifetime_s)
            grant = Grant(
                callback_param=self._state.ids.text(64),
                resource_uuid=uuid,
                bucket=self._cloud.bucket,
                prefix=prefix,
                expires_at=credential.expires_at,
            )
            self._state.grants[grant.callback_param] = grant
        return {
            "cloud_name": "ali" if self._cloud.dialect == "oss" else "aws",
            "access_key_id": credential.access_key_id,
            "secret_access_key": credential.secret_access_key,
            "session_token": credential.session_token,
            "region": self._cloud.region.removeprefix("oss-"),
            "end_point": self._endpoint,
            "cloud_bucket_name": grant.bucket,
            "callback_param": grant.callback_param,
            "store_path": prefix + _FILE_NAME,
            "expire_time": int(grant.expires_at),
        }

    def upload_callback(self, call: Call) -> Any:
        """Count the files that lie in the store as reported; a name that is counted again replaces the first.

        Raises:
            Refusal: 200404, the callback parameter is not known, is that of another resource, or may no longer be
                used, or the resource was deleted.
        """
        body = call.body
        with self._state.lock:
            grant = self._state.grants.get(body["callback_param"])
            if grant is None or not self._belongs(grant, body["resource_uuid"]):
                raise Refusal(NOT_FOUND, "callback_param does not belong to the resource")
            if not self._rules.late_reports and self._state.clock.now() >= grant.expires_at:
                raise Refusal(NOT_FOUND, "callback_param has expired")
            known = self._state.resources.get(body["resource_uuid"])
            resource = known or ResourceRecord(uuid=grant.resource_uuid, bucket=grant.bucket)
            if resource.status is not ResourceStatus.IMPORTED:
                raise Refusal(NOT_FOUND, "the resource was deleted")
            counted = [file for report in body["files"] if (file := self._found(grant, report)) is not None]
            resource.files |= {file.name: file for file in counted}
            resource.name = body.get("resource_name", resource.name)
            if counted:
                self._state.resources[resource.uuid] = resource
            names = [file.name for file in counted]
            return {"resource_uuid": resource.uuid, "upload_count": len(names), "file_name_list": names or None}

    def get_resource(self, call: Call) -> Any:
        """State, size and names; a deleted resource is still told of."""
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["resource_uuid"])
            there = resource.status is not ResourceStatus.DELETED
            return {
                "resource_uuid": resource.uuid,
                "status": int(resource.status),
                "resource_size": resource.size if there else 0,
                "file_names": (list(resource.files) or None) if there else None,
            }

    def delete_resource(self, call: Call) -> Any:
        """Delete a resource; while a model is made of it, it waits for that (our assumption). Again does no harm."""
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["resource_uuid"])
            if resource.status is ResourceStatus.DELETED:
                return
            if any(model.resource_uuid == resource.uuid for model in self._state.running()):
                resource.status = ResourceStatus.WAITING_FOR_DELETION
                return
            for file in resource.files.values():
                self._store.delete(resource.bucket, file.key)
            resource.status = ResourceStatus.DELETED

    def _belongs(self, grant: Grant, resource_uuid: str) -> bool:
        """Whether files that were sent with a grant may go into a resource: its own, or one that is there."""
        return grant.resource_uuid == resource_uuid or (
            self._rules.joined_reports and resource_uuid in self._state.resources
        )

    def _found(self, grant: Grant, report: Any) -> UploadedFile | None:
        stored = self._store.head(grant.bucket, grant.prefix + report["name"])
        if stored is None or _bare(stored.etag) != _bare(report["etag"]):
            return None
        return UploadedFile(
            name=report["name"], key=stored.key, size=stored.size, etag=_bare(stored.etag), path=stored.path
        )


def _bare(etag: str) -> str:
    """An etag without quotes and without regard to case: OSS shows MD5 in capitals, S3 does not."""
    return etag.strip('"').lower()
