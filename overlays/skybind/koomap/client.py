"""KooMap as users see it: :class:`KooMap`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Self, Unpack

import attrs

from skybind.clients import Client
from skybind.errors import SkybindError
from skybind.jobs import JobState, Phase, Schedule
from skybind.koomap.capabilities import CAPABILITIES
from skybind.koomap.choices import (
    DEVICE,
    ClientSettings,
    Credentials,
    Marks,
    held,
    mark_and_write,
    points_of,
)
from skybind.koomap.connection import Connection
from skybind.koomap.folders import PhotoSet, code_of, imported
from skybind.koomap.jobs import TaskJob
from skybind.koomap.modeling import Modeling
from skybind.koomap.positioning import payload_of
from skybind.koomap.reconstruction import Kind, Wanted, ensured_workspace, prepared, subtask_named
from skybind.koomap.refining import bring_up_model
from skybind.koomap.tasks import MOST_ASKED, Task, TaskRef, states_of
from skybind.koomap.usage import UsageLine, usage_lines
from skybind.options import Options
from skybind.polling import Outcome, asked, poll
from skybind.steps import Workflow, run
from skybind.transfers.photos import Source
from skybind.transfers.signing import StoreKeys
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import Transport
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import MarkPoint, ModelingType, RefineSubtask, VpsAnswer

__all__ = ["KooMap"]


@attrs.frozen
class _States:
    koomap: KooMap
    refs: Mapping[str, TaskRef]
    batch: int = MOST_ASKED

    def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        steps = states_of([self.refs[job_id] for job_id in job_ids])
        states: Mapping[str, JobState | SkybindError] = self.koomap._carry(steps, seconds)
        return states


class KooMap(Client[ClientSettings]):
    """A client of Huawei KooMap.

    The groups (``workspaces``, ``real3d_tasks``, ``mark_points`` and so on) hold all documented operations; the methods
    here do more than one call.

    Args:
        credentials: See :class:`Credentials`. What is not given is looked for in the environment
            (``SKYBIND_KOOMAP_TOKEN`` and so on), the profile file and a keyring; see :mod:`skybind.credentials`.
        profile: Section of the profile file.
        options: Timeouts, retries, proxy, hooks.
        schedule: How often tasks are asked about.
        state: Folder for the record of uploads, in place of the user's folder for state.

    Raises:
        CredentialsMissing: no way to authenticate is complete; says what is missing.
        UsageError: a value that cannot be.
    """

    name = "koomap"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
        **credentials: Unpack[Credentials],
    ) -> None:
        self._connect(ClientSettings.of(credentials, profile, options, schedule, state))

    def _connect(self, settings: ClientSettings) -> None:
        connection = Connection(settings.koomap)
        self._bind(settings, connection, connection.transport)

    def _bind(self, settings: ClientSettings, connection: Connection, transport: Transport) -> None:
        self._settings = settings
        self._connection = connection
        self._transport = transport

        groups = self._groups = KoomapGroups(transport)
        self.workspaces = groups.workspaces
        self.satellite_tasks = groups.satellite_tasks
        self.satellite_images = groups.satellite_images
        self.satellite_usage = groups.satellite_usage
        self.real3d_tasks = groups.real3d_tasks
        self.refine_subtasks = groups.refine_subtasks
        self.real3d_usage = groups.real3d_usage
        self.mark_points = groups.mark_points
        self.folders = groups.folders
        self.products = groups.products
        self.refine_products = groups.refine_products
        self.positioning = groups.positioning
        self.navigation = groups.navigation

    @classmethod
    def _of(cls, settings: ClientSettings) -> Self:
        """A client of settings that are there already."""
        made = object.__new__(cls)
        made._connect(settings)
        return made

    @property
    def _place(self) -> str:
        return self._settings.koomap.dialect.base_url

    def with_options(self, **changes: Any) -> KooMap:
        """The same client, over the same connections, with other options: ``koomap.with_options(timeout=5)``."""
        settings = self._settings.with_options(changes)
        view = object.__new__(KooMap)
        view._bind(settings, self._connection, self._transport.with_options(settings.options))
        return view

    def _carry(self, workflow: Workflow[Any], seconds: float | None = None) -> Any:
        if seconds is None:
            return run(workflow, self._groups)
        limited = self.with_options(timeout=min(seconds, self.options.total_timeout))
        return run(workflow, limited._groups)

    # ---------------------------------------------------------------------------------------- tasks as jobs

    def job(self, task: Task | TaskRef | str) -> TaskJob:
        """A task as a job, from the task itself or a resume token; nothing is asked yet.

        Raises:
            UsageError: a token of another service, or a bare id: KooMap finds a task by workspace and id.
        """
        return TaskJob(TaskRef.of(task), self._carry, self._settings.schedule, self._settings.record)

    def poll(
        self,
        jobs: Iterable[TaskJob | Task | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> Iterator[Outcome]:
        """Wait for many tasks from this one thread, a question for a hundred tasks of a workspace at a time.

        Yields:
            Each task as its wait ends: with its final state, or with the error that ended it.
        """
        refs = [job.ref if isinstance(job, TaskJob) else TaskRef.of(job) for job in jobs]
        by_id = {ref.id: ref for ref in refs}
        states = _States(self, by_id)
        told = self._settings.record.noting(progress)
        return poll(by_id, states, schedule=self._settings.schedule, timeout=timeout, progress=told)

    def states(self, jobs: Iterable[TaskJob | Task | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs, with as few questions as the service allows.

        Args:
            jobs: Jobs, tasks or tokens.

        Returns:
            By job id, its state, or the error that asking for it met.
        """
        refs = [job.ref if isinstance(job, TaskJob) else TaskRef.of(job) for job in jobs]
        by_id = {ref.id: ref for ref in refs}
        return asked(by_id, _States(self, by_id), progress=self._settings.record.note)

    # ---------------------------------------------------------------------------------------- folder in, model out

    def upload(
        self,
        source: Source | None = None,
        *,
        folder_code: str | None = None,
        name: str | None = None,  # noqa: ARG002 - a folder has one
        kind: Kind | None = None,
        workers: int = 8,  # noqa: ARG002 - nothing is sent
        progress: Callable[[UploadProgress], None] | None = None,  # noqa: ARG002
        cancelled: Callable[[], bool] = lambda: False,  # noqa: ARG002
    ) -> PhotoSet:
        """The photos of a folder that was imported; nothing is sent, since KooMap's API takes no photos.

        Args:
            source: Photos of this machine; always refused.
            folder_code: A folder that was imported; ``folders.list()`` shows them.
            kind: ``3d``, as in :meth:`reconstruct`.
            name, workers, progress, cancelled: Not used; as with services that take photos.

        Raises:
            NotOffered: photos were given, or no ``folder_code``; says how photos get in.
            NotFound: there is no such folder.
            UsageError: its import goes on, or failed.
        """
        CAPABILITIES.kind(kind or "3d")
        photos: PhotoSet = self._carry(imported(folder_code if source is None else None))
        return photos

    def reconstruct(
        self,
        folder_code: PhotoSet | str,
        kind: Kind = "3d",
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        modeling: Modeling | None = None,
        name: str | None = None,
        description: str = "",
    ) -> TaskJob:
        """Model a folder of oblique photos, once: the same folder and parameters give the same task.

        Args:
            folder_code: What :meth:`upload` returned, or the code of a folder; ``folders.list()`` shows them.
            kind: ``3d``, the only one that KooMap makes of oblique photos.
            workspace: Name or id of a workspace; one of that name is made if there is none.
            model: ``Mesh`` (textured mesh) or ``Nerf`` (radiance field, which can be refined).
            modeling: Parameters; None takes the service's defaults.
            name: Name of the task; made of the other arguments if None.
            description: What the task is for.

        Raises:
            UsageError: a kind that there is not, or a task of that name for other photos; nothing was started.
            Conflict: the task's state does not allow a start.
        """
        wanted = Wanted(code_of(folder_code), ModelingType(model), False, modeling, name or "", description)
        return self._modelled(kind, workspace, wanted)

    def _modelled(self, kind: str, workspace: str, wanted: Wanted) -> TaskJob:
        CAPABILITIES.kind(kind)
        job = self._prepared(workspace, wanted)
        if (job.status()).phase not in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}:
            job.start()
        return job

    def prepare(
        self,
        folder_code: PhotoSet | str,
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        controlled: bool = False,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
    ) -> TaskJob:
        """Make sure that there is a task for a folder, without starting it: the same arguments give the same task.

        Args:
            folder_code: A folder that was imported.
            workspace: Name or id of a workspace; one of that name is made if there is none.
            model: ``Mesh`` or ``Nerf``.
            controlled: Whether control points will be marked.
            modeling: Parameters; None takes the service's defaults.
            name: Name of the task; made of the other arguments if empty.
            description: What the task is for.

        Raises:
            UsageError: a task of that name for other photos or of another kind.
        """
        wanted = Wanted(code_of(folder_code), ModelingType(model), controlled, modeling, name, description)
        return self._prepared(workspace, wanted)

    def _prepared(self, workspace: str, wanted: Wanted) -> TaskJob:
        number = self._carry(ensured_workspace(workspace))
        return self.job(self._carry(prepared(number, wanted)))

    # ---------------------------------------------------------------------------------------- control points

    def reconstruct_controlled(
        self,
        folder_code: PhotoSet | str,
        marks: Marks | None = None,
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
        timeout: timedelta | float | None = None,
        progress: Callable[[JobState], None] | None = None,
    ) -> TaskJob:
        """Model a folder with ground control points: triangulate, mark, write the marker file, start.

        Stops where a person must act: after the aerial triangulation, when there are no mark points. Make the same call
        with them, from any process, and it goes on from there.

        Args:
            folder_code: A folder that was imported.
            marks: Mark points, or a CSV file of them (:func:`read_marks`); None if they are not known yet.
            workspace: Name or id of a workspace.
            model: ``Mesh`` or ``Nerf``.
            modeling: Parameters; None takes the service's defaults.
            name: Name of the task; made of the other arguments if empty.
            description: What the task is for.
            timeout: For the aerial triangulation; seconds or timedelta.
            progress: Called with each answer while it runs.

        Returns:
            The job, which models with the control points.

        Raises:
            ActionNeeded: the aerial triangulation is done, and mark points are missing; its token goes on.
            UsageError: a CSV file that cannot be read; nothing was sent.
            DeadlineExceeded: the aerial triangulation goes on.
            JobFailed: it failed.
        """
        points = points_of(marks) if marks is not None else []
        wanted = Wanted(code_of(folder_code), ModelingType(model), True, modeling, name, description)
        job = self._prepared(workspace, wanted)
        state = job.status()
        if state.phase in {Phase.CREATED, Phase.FAILED, Phase.STOPPED}:
            job.start(triangulation_only=True)
        if state.phase is not Phase.DONE:
            state = job.wait(timeout, progress=progress)
        if state.phase is Phase.HELD:
            if not points:
                raise held(job)
            self._carry(mark_and_write(job.ref, points))
            job.start()
        return job

    def mark(self, task: TaskJob | Task | str, marks: Marks) -> list[MarkPoint]:
        """Mark control points in a task's photos, and write the marker file that its next run reads.

        Points that are there already are left alone, so that the same list may be sent again.

        Raises:
            UsageError: a CSV file that cannot be read; nothing was sent.
            Conflict: the task has no aerial triangulation yet, or takes no control points.
        """
        points = points_of(marks)
        ref = task.ref if isinstance(task, TaskJob) else TaskRef.of(task)
        present: list[MarkPoint] = self._carry(mark_and_write(ref, points))
        return present

    # ---------------------------------------------------------------------------------------- refined models

    def refine(
        self,
        task: TaskJob | Task | str,
        folder: str | Path,
        *,
        name: str = "refined",
        keys: StoreKeys | None = None,
        upload_state: bool = False,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> TaskJob:
        """Upload a model that people refined, and start a refine subtask with it; go on with it when run again.

        Args:
            task: A finished task that models a radiance field.
            folder: The refined model: an .obj file with materials and textures.
            name: Name of the refine subtask.
            keys: Access keys for OBS; the client's own, or those of the environment, if None.
            upload_state: Make the call that tells the service how far the upload is. No document names that call; it is
                our guess. Without it, somebody sets the state in the console.
            workers: Files on their way at a time.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops the upload like Ctrl-C.

        Raises:
            ActionNeeded: all files are in OBS, and the upload's state must be set; its token goes on.
            UploadIncomplete: some files did not go up; the others are safe.
            UsageError: no model in the folder.
            CredentialsMissing: no keys for OBS.
        """
        parent = task.ref if isinstance(task, TaskJob) else TaskRef.of(task)
        path = Path(folder)
        storage = self._settings.storage(keys)
        subtask: RefineSubtask = self._carry(subtask_named(parent.workspace, parent.task, name))
        job = self.job(subtask)
        with self._settings.ledger() as ledger:
            bring_up_model(
                self._groups,
                ledger,
                subtask,
                path,
                key=self._settings.upload_key(job.id, path),
                storage=storage,
                upload_state=upload_state,
                options=self.options,
                clock=self._transport.clock,
                workers=workers,
                told=progress or (lambda _progress: None),
                cancelled=cancelled,
            )
        if job.status().phase not in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}:
            job.start()
        return job

    # ---------------------------------------------------------------------------------------- more

    def locate(self, photo: str | Path, *, uuid: str = DEVICE, **options: Any) -> VpsAnswer:
        """Where a photo was taken and where it looked, by visual positioning.

        Args:
            photo: A JPEG file whose EXIF tells focal length and position.
            uuid: Mark of the device or user.
            options: As :func:`skybind.koomap.positioning.payload_of` takes them: device, gps_accuracy_m, imu, slam.

        Raises:
            PhotoError: the file cannot be used; nothing was sent.
        """
        return self.positioning.locate(uuid=uuid, payload=payload_of(photo, **options))

    def usage(self) -> list[UsageLine]:
        """What the account has used: storage, satellite processing, real-scene 3D modelling."""
        lines: list[UsageLine] = self._carry(usage_lines())
        return lines

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()
