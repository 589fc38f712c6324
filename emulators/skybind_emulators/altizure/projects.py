"""Fields about projects: finding, making, removing, handing over, and what a project shows."""

from typing import Any

from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.moments import iso
from skybind_emulators.altizure.records import ProjectRecord, TaskState
from skybind_emulators.altizure.relay import connection
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.signing import Signer
from skybind_emulators.altizure.starting import size_of
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.tasks import TOTAL_STEPS, Tasks
from skybind_emulators.altizure.users import NOBODY, NOT_YOURS, failed

_FOUND_MAX = 10


class ProjectFields:
    """Resolvers."""

    def __init__(self, state: State, intake: Intake, tasks: Tasks, signer: Signer) -> None:
        self._state = state
        self._intake = intake
        self._tasks = tasks
        self._signer = signer

    def by_field(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        return {
            "Query.project": self.project,
            "Query.allProjects": self.all_projects,
            "Query.geoNearProjects": lambda *_, **__: [],  # no project has a place here
            "Query.search": lambda *_: {},
            "Search.projectID": self.by_id_part,
            "Mutation.createProject": self.create,
            "Mutation.removeProject": self.remove,
            "Mutation.reportProject": self.report,
            "Mutation.transferProject": self.transfer,
            "Project.owner": lambda project, _: self._state.accounts.users.get(project.owner),
            "Project.isImported": lambda project, _: project.imported,
            "Project.projectType": lambda project, _: project.type,
            "Project.date": lambda project, _: iso(project.date),
            "Project.views": lambda *_: 0,
            "Project.stars": lambda *_: 0,
            "Project.numImage": lambda project, _: len(project.of("image")),
            "Project.gigaPixel": lambda project, _: size_of(project.ready),
            "Project.importedModelType": lambda project, _: project.model_type,
            "Project.modelType": lambda *_: None,
            "Project.isChina": lambda *_: False,
            "Project.cloudPath": lambda *_: [],  # nothing is published here
            "Project.annotations": lambda _, __, **page: connection([], page, identify=str),
            "Downloadable.state": lambda *_: "Ready",
            "Downloadable.mtime": lambda file, _: iso(file.mtime),
            "Downloadable.link": lambda file, _: self._signer.link(file.key),
            "Task.taskType": lambda task, _: task.task_type,
            "Task.startDate": lambda task, _: iso(task.start_date),
            "Task.endDate": lambda task, _: iso(task.end_date),
            "Task.queueing": lambda task, _: 1 if task.state is TaskState.PENDING else 0,
            "Task.totalSteps": lambda *_: TOTAL_STEPS,
        }

    def by_looking(self) -> dict[str, Resolver]:
        """Resolvers that look at a task, and may wait for it: they are called without the lock."""
        return {
            "Project.taskState": self.looking(lambda project: project.task and project.task.state),
            "Project.sfmState": self.looking(lambda project: project.task and project.task.state),
            "Project.tasks": self.looking(lambda project: project.tasks),
            "Project.error": self.looking(lambda project: project.error),
            "Project.errorCode": self.looking(lambda project: project.error_code),
            "Project.importedState": self.looking(lambda project: project.imported_state),
            "Project.lastDoneGP": self.looking(_last_done_gp),
            "Project.downloads": self.downloads,
        }

    def looking(self, read: Any) -> Resolver:
        """A field that shows how far a task is."""

        def resolve(project: ProjectRecord, info: Any) -> Any:
            self._tasks.look(project, info.context, info)
            return read(project)

        return resolve

    def project(self, _: Any, info: Any, id: str) -> ProjectRecord | None:
        """The project, if the caller may read it."""
        return self._state.readable(id, info.context.user)

    def all_projects(self, *_: Any, collectionByID: str | None = None, **page: Any) -> dict[str, Any]:  # noqa: N803
        """Public ones, oldest first; there are no collections, so nothing is in one."""
        public = [project for project in self._state.projects.values() if project.visibility == "public"]
        return connection([] if collectionByID else public, page, identify=lambda project: project.id)

    def by_id_part(
        self,
        _: Any,
        info: Any,
        id: str | None = None,
        limit: int | None = None,
        myProject: bool | None = None,  # noqa: N803  the schema's name
    ) -> list[ProjectRecord]:
        """Projects whose id begins so: the caller's, and public ones unless only the caller's are wanted."""
        user = info.context.user
        found = [
            project
            for project in self._state.projects.values()
            if project.id.startswith((id or "").lower())
            and ((user is not None and project.owner == user.id) or (not myProject and project.visibility == "public"))
        ]
        return found[: max(_FOUND_MAX if limit is None else limit, 0)]

    def create(
        self,
        _: Any,
        info: Any,
        name: str,
        type: str | None = None,
        imported: bool | None = None,
        modelType: str | None = None,  # noqa: N803  the schema's name
        visibility: str | None = None,
    ) -> ProjectRecord | None:
        """A project; null for an empty name. Free and public by default, as the official client has it."""
        if not name.strip():
            return None
        return self._state.add_project(
            info.context.owner,
            name=name,
            type=type or "free",
            visibility=visibility or "public",
            imported=bool(imported),
            model_type=(modelType or "PHOTOGRAMMETRY") if imported else None,
            imported_state="Pending" if imported else "Native",
        )

    def remove(self, _: Any, info: Any, id: str) -> ProjectRecord | None:
        """Remove a project with all that belongs to it."""
        project = self._state.owned(id, info.context.owner)
        if project is not None:
            del self._state.projects[project.id]
            self._tasks.forget(project)
            self._intake.forget(project.files.values())
        return project

    def report(self, _: Any, info: Any, id: str, description: str) -> ProjectRecord | None:
        """Note what was said about a project that the caller may read."""
        project = self._state.readable(id, info.context.owner)
        if project is not None:
            project.reports.append(description)
        return project

    def transfer(self, _: Any, info: Any, id: str, options: dict[str, Any] | None = None) -> dict[str, Any]:
        """Make the user of an e-mail address the owner."""
        project = self._state.owned(id, info.context.owner)
        receiver = self._state.accounts.by_email((options or {}).get("email"))
        if project is None:
            return failed(NOT_YOURS, "the project is not yours")
        if receiver is None:
            return failed(NOBODY, "no user has this e-mail address")
        project.owner = receiver.id
        return {"result": "Success"}

    def downloads(self, project: ProjectRecord, info: Any, **page: Any) -> dict[str, Any]:
        """Files of the result, for the owner of a pro project."""
        self._tasks.look(project, info.context, info)
        user = info.context.user
        theirs = user is not None and user.id == project.owner and project.type == "pro"
        return connection(project.downloads if theirs else [], page, identify=lambda file: file.id)


def _last_done_gp(project: ProjectRecord) -> float | None:
    done = [task for task in project.tasks if task.state is TaskState.DONE]
    return done[-1].gp if done else None
