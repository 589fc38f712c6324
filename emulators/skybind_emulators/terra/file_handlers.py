"""Operations of the group `files`."""

from typing import Any

from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.settings import TerraRules
from skybind_emulators.storage import Storage
from skybind_emulators.terra.dialect import NOT_ALLOWED
from skybind_emulators.terra.links import Links
from skybind_emulators.terra.listing import chosen, page
from skybind_emulators.terra.state import State
from skybind_emulators.terra.views import changed, file_view


class FileHandlers:
    """Handlers of the group."""

    def __init__(self, state: State, store: Storage, links: Links, rules: TerraRules) -> None:
        self._state = state
        self._store = store
        self._links = links
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "listFiles": self.list_files,
            "getFile": self.get_file,
            "updateFile": self.update_file,
            "deleteFile": self.delete_file,
        }

    def list_files(self, call: Call) -> Any:
        """A page of files, newest first unless told otherwise."""
        query = call.arguments.query
        with self._state.lock:
            files = chosen(self._state.files.values(), query, self._rules)
            if name := query.get("name"):
                files = [file for file in files if file.name == name]
            if resource_uuid := query.get("resourceUuid"):
                resource = self._state.resources.get(resource_uuid)
                inside = set(resource.files) if resource else set()
                files = [file for file in files if file.uuid in inside]
            linked = query.get("needURL", False)
            return page(
                files,
                query,
                self._rules,
                lambda file: file_view(file, self._links.to(file) if linked else None),
                oldest_first=query.get("orderAsc", False),
            )

    def get_file(self, call: Call) -> Any:
        """A file with its link."""
        with self._state.lock:
            file = self._state.file(call.arguments.path["uuid"])
            return file_view(file, self._links.to(file))

    def update_file(self, call: Call) -> Any:
        """Change name or free text."""
        with self._state.lock:
            file = self._state.file(call.arguments.path["uuid"])
            file.name = call.body.get("name", file.name)
            file.meta = call.body.get("meta", file.meta)
            self._state.touch(file)
            return changed(file_view(file), call.arguments.header)

    def delete_file(self, call: Call) -> Any:
        """Delete a file; it leaves every resource.

        Raises:
            Refusal: 102003, an unfinished job works with it (our assumption).
        """
        with self._state.lock:
            file = self._state.file(call.arguments.path["uuid"])
            if any(self._state.in_work(resource.uuid) for resource in self._state.holders(file.uuid)):
                raise Refusal(NOT_ALLOWED, "an unfinished job works with the file")
            self._state.drop_file(file, self._store)
