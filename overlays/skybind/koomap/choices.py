"""What both KooMap clients are made of and share: settings, and decisions that need no connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict, cast

import attrs

from skybind import credentials
from skybind.errors import ActionNeeded, CredentialsMissing
from skybind.jobs import Schedule
from skybind.koomap.jobs import AsyncTaskJob, TaskJob
from skybind.koomap.marks import MarkedPoint, marked, read_marks
from skybind.koomap.refining import Storage
from skybind.koomap.settings import KooMapSettings
from skybind.koomap.signing import AccessKeys
from skybind.koomap.tasks import TaskRef
from skybind.options import Options
from skybind.steps import Workflow, ask
from skybind.transfers.ledger import Ledger, flight_key
from skybind.transfers.signing import StoreKeys
from skybind.transfers.timelines import Timelines
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import MarkPoint

__all__ = ["DEVICE", "ClientSettings", "Credentials", "Marks", "held", "mark_and_write", "points_of"]

#: Mark points, or a CSV file of them.
Marks = Sequence[MarkedPoint] | str | Path
#: Mark of this client at the AR services, where the caller gives none.
DEVICE = "skybind"


def points_of(marks: Marks) -> list[MarkedPoint]:
    """The points; a CSV file is read."""
    return read_marks(marks) if isinstance(marks, (str, Path)) else list(marks)


def mark_and_write(ref: TaskRef, points: Sequence[MarkedPoint]) -> Workflow[list[MarkPoint]]:
    """Mark points at the service, and the file that the next run reads."""

    def write(api: KoomapGroups) -> None:
        return api.mark_points.write_file(ref.task)

    present = yield from marked(ref.task, points)
    yield from ask(write)
    return present


def held(job: TaskJob | AsyncTaskJob) -> ActionNeeded:
    """What to raise where a person must mark control points."""
    return ActionNeeded(
        f"task {job.id} has its aerial triangulation, and no control points yet",
        advice="Mark control points in the photos, write them to a CSV file, and make the same call with it.",
        token=job.token,
    )


class Credentials(TypedDict, total=False):
    """How a client gets in, and where.

    Attributes:
        token: An IAM token, which was got elsewhere.
        domain: Name of the account; with user name and password it gets tokens, and renews them.
        username: Name of the IAM user.
        password: Its password.
        ak: Access key, to sign requests instead.
        sk: Secret key.
        security_token: Goes with temporary keys.
        signing: ``SDK-HMAC-SHA256``, or ``V11-HMAC-SHA256`` for keys that are derived.
        project_id: Project of the region.
        project_name: Its name; that of the region if None.
        region: ``cn-north-4``, the only one there is.
        base_url: Scheme and host, in place of the region's.
        iam_url: Address of IAM, in place of the region's.
        obs_endpoint: Address of OBS, in place of the region's.
        auth: ``token`` or ``aksk``, where credentials for both are found.
    """

    token: str | None
    domain: str | None
    username: str | None
    password: str | None
    ak: str | None
    sk: str | None
    security_token: str | None
    signing: str | None
    project_id: str | None
    project_name: str | None
    region: str | None
    base_url: str | None
    iam_url: str | None
    obs_endpoint: str | None
    auth: str | None


@attrs.frozen
class ClientSettings:
    """What sync and async clients are made of."""

    koomap: KooMapSettings
    schedule: Schedule
    state: Path | None
    profile: str | None

    @classmethod
    def of(
        cls,
        given: Credentials,
        profile: str | None,
        options: Options | None,
        schedule: Schedule | None,
        state: str | Path | None,
    ) -> ClientSettings:
        known = Credentials.__annotations__
        unknown = sorted(given.keys() - known.keys())
        if unknown:
            raise TypeError(f"a KooMap client takes no {unknown[0]!r}; it takes {', '.join(known)}")
        koomap = KooMapSettings.of(cast("Mapping[str, str | None]", given), profile=profile, options=options)
        return cls(koomap, schedule or Schedule(), Path(state) if state is not None else None, profile)

    @property
    def options(self) -> Options:
        return self.koomap.options

    def with_options(self, changes: dict[str, Any]) -> ClientSettings:
        return attrs.evolve(self, koomap=attrs.evolve(self.koomap, options=self.options.replace(**changes)))

    @property
    def record(self) -> Timelines:
        """Where states of tasks are put on record."""
        return Timelines("koomap", self.state)

    def ledger(self) -> Ledger:
        return Ledger(self.state / "ledger.sqlite3" if self.state else None)

    def storage(self, keys: StoreKeys | None) -> Storage:
        """Where OBS is; keys are those that were given, those of the client, or those of the environment."""
        region = self.koomap.region
        endpoint = self.koomap.obs_endpoint or f"https://obs.{region}.myhuaweicloud.com"
        own = self.koomap.credential
        if keys is None and isinstance(own, AccessKeys):
            keys = StoreKeys(own.access_key, own.secret_key, own.security_token)
        if keys is None:
            found = credentials.find("koomap", (), ("ak", "sk", "security_token"), given={}, profile=self.profile)
            if "ak" not in found or "sk" not in found:
                raise CredentialsMissing(
                    "OBS takes access keys, and there are none",
                    advice="Set SKYBIND_KOOMAP_AK and SKYBIND_KOOMAP_SK, or give keys=StoreKeys(...).",
                )
            keys = StoreKeys(found["ak"], found["sk"], found.get("security_token"))
        return Storage(endpoint, region, keys)

    def upload_key(self, subtask: str, folder: Path) -> str:
        return flight_key("koomap", subtask, self.koomap.dialect.base_url, str(folder.resolve()))
