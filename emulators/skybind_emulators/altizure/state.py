"""All that the service knows, behind one lock."""

import threading
from typing import Any

from skybind_emulators.altizure.accounts import Accounts, UserRecord
from skybind_emulators.altizure.ids import Ids
from skybind_emulators.altizure.records import FileRecord, ProjectRecord
from skybind_emulators.clock import SimulatedClock


class State:
    """Users and projects. Whoever reads or changes it holds ``lock``."""

    def __init__(self, clock: SimulatedClock, ids: Ids, accounts: Accounts) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.ids = ids
        self.accounts = accounts
        self.projects: dict[str, ProjectRecord] = {}

    def add_project(self, owner: UserRecord, **fields: Any) -> ProjectRecord:
        """A new, empty project."""
        project = ProjectRecord(id=self.ids.object_id(), owner=owner.id, date=self.clock.now(), **fields)
        self.projects[project.id] = project
        return project

    def add_file(self, project: ProjectRecord, **fields: Any) -> FileRecord:
        """A new file of a project."""
        now = self.clock.now()
        file = FileRecord(id=self.ids.object_id(), project_id=project.id, date=now, modified=now, **fields)
        project.files[file.id] = file
        if file.kind == "image" and file.checksum:
            project.by_checksum[file.checksum] = file
        return file

    def readable(self, project_id: str, user: UserRecord | None) -> ProjectRecord | None:
        """The project, if this user, or nobody in particular, may read it."""
        project = self.projects.get(project_id)
        if project is None or (project.visibility == "private" and (user is None or user.id != project.owner)):
            return None
        return project

    def owned(self, project_id: str, user: UserRecord) -> ProjectRecord | None:
        """The project, if it is this user's."""
        project = self.projects.get(project_id)
        return project if project is not None and project.owner == user.id else None

    def owned_file(self, file_id: str, user: UserRecord) -> FileRecord | None:
        """A file of one of this user's projects."""
        for project in self.projects.values():
            if file_id in project.files:
                return project.files[file_id] if project.owner == user.id else None
        return None
