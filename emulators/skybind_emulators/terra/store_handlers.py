"""Operations of the group `store`: upload credentials, and the report of what was uploaded."""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.clouds import Cloud
from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.settings import TerraRules
from skybind_emulators.storage import Storage, StoredObject
from skybind_emulators.terra.dialect import BAD_PARAMETER, NOT_ALLOWED
from skybind_emulators.terra.state import FileRecord, ResourceRecord, State, UploadGrant
from skybind_emulators.terra.views import file_view

_FILE_NAME = "{fileName}"


class StoreHandlers:
    """Handlers of the group."""

    def __init__(self, state: State, store: Storage, cloud: Cloud, rules: TerraRules) -> None:
        self._state = state
        self._store = store
        self._cloud = cloud
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {"obtainToken": self.obtain_token, "uploadCallback": self.upload_callback}

    def obtain_token(self, call: Call) -> Any:
        """Give out credentials for a prefix that is used by nobody else."""
        with self._state.lock:
            ids = self._state.ids
            prefix = "/".join((ids.uuid(), "tmp", ids.uuid(), ""))
            lifetime_s = 0.0 if call.struck("expire-token") else self._rules.token_lifetime_s
            credential = self._store.issue(self._cloud.bucket, prefix, lifetime_s=lifetime_s)
            grant = UploadGrant(
                callback_param=ids.text(64),
                bucket=self._cloud.bucket,
                prefix=prefix,
                issued_at=self._state.clock.now(),
                expires_at=credential.expires_at,
            )
            self._state.grants[grant.callback_param] = grant
        return {
            "cloudName": self._cloud.name,
            "accessKeyID": credential.access_key_id,
            "secretAccessKey": credential.secret_access_key,
            "sessionToken": credential.session_token,
            "region": self._cloud.region,
            "cloudBucketName": grant.bucket,
            "callbackParam": grant.callback_param,
            "storePath": prefix + _FILE_NAME,
            "expireTime": int(grant.expires_at),
        }

    def upload_callback(self, call: Call) -> Any:
        """Link uploaded files to a resource: all of them, or none (our assumption) if one is not as reported.

        Raises:
            Refusal: 102002 the resource does not exist; 102003 a job has taken it; 102001 the callback parameter is
                unknown or has expired, or a file does not lie in storage with that etag.
        """
        with self._state.lock:
            resource = self._state.resource(call.body["resourceUUID"])
            if not resource.revisable:
                raise Refusal(NOT_ALLOWED, "a job has taken the resource; it can no longer be changed")
            grant = self._grant(call.body["callbackParam"])
            found = [(report, self._uploaded(grant, report)) for report in call.body["files"]]
            known = self._known(resource)
            files = [self._linked(resource, grant, report, stored, known) for report, stored in found]
            resource.upload_used_s += self._state.clock.now() - grant.issued_at
            self._state.touch(resource)
            return [file_view(file) for file in files]

    def _grant(self, callback_param: str) -> UploadGrant:
        grant = self._state.grants.get(callback_param)
        if grant is None:
            raise Refusal(BAD_PARAMETER, "callbackParam: not known")
        if self._state.clock.now() >= grant.expires_at:
            raise Refusal(BAD_PARAMETER, "callbackParam: expired; ask for another token")
        return grant

    def _uploaded(self, grant: UploadGrant, report: Mapping[str, Any]) -> StoredObject:
        stored = self._store.head(grant.bucket, grant.prefix + report["name"])
        if stored is None:
            raise Refusal(BAD_PARAMETER, f"files: {report['name']} is not in storage")
        if _bare(stored.etag) != _bare(report["etag"]):
            raise Refusal(BAD_PARAMETER, f"files: {report['name']} is in storage with another etag")
        return stored

    def _known(self, resource: ResourceRecord) -> dict[tuple[str, str], FileRecord]:
        """The files that a report may be a repetition of, by name and etag."""
        if self._rules.repeat_callback != "same":
            return {}
        files = (self._state.files[uuid] for uuid in reversed(resource.files))  # of equal ones the first counts
        return {(file.name, _bare(file.etag)): file for file in files}

    def _linked(
        self,
        resource: ResourceRecord,
        grant: UploadGrant,
        report: Mapping[str, Any],
        stored: StoredObject,
        known: dict[tuple[str, str], FileRecord],
    ) -> FileRecord:
        name, etag = report["name"], _bare(report["etag"])
        if (name, etag) in known:
            return known[name, etag]
        file = self._state.add_file(
            name=name,
            bucket=grant.bucket,
            key=grant.prefix + name,
            size=stored.size,
            etag=stored.etag,
            checksum=report["checksum"],
            meta=report.get("meta", ""),
            position=report.get("position"),
        )
        resource.files.append(file.uuid)
        if self._rules.repeat_callback == "same":
            known[name, etag] = file
        return file


def _bare(etag: str) -> str:
    """An etag without quotes and without regard to case: OSS shows MD5 in capitals, S3 does not."""
    return etag.strip('"').lower()
