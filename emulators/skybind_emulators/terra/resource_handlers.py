"""Operations of the group `resources`."""

from collections.abc import Iterable
from typing import Any

from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.settings import TerraRules
from skybind_emulators.storage import Storage
from skybind_emulators.terra.dialect import NOT_ALLOWED
from skybind_emulators.terra.listing import chosen, page
from skybind_emulators.terra.state import ResourceRecord, State
from skybind_emulators.terra.views import changed, resource_view

INPUT = "map"
OUTPUT = "job_output"
_DELETE_FILES = 1


class ResourceHandlers:
    """Handlers of the group."""

    def __init__(self, state: State, store: Storage, rules: TerraRules) -> None:
        self._state = state
        self._store = store
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "createResource": self.create_resource,
            "listResources": self.list_resources,
            "getResource": self.get_resource,
            "updateResource": self.update_resource,
            "deleteResource": self.delete_resource,
            "copyResource": self.copy_resource,
            "changeResourceFiles": self.change_resource_files,
        }

    def create_resource(self, call: Call) -> Any:
        """Create an input resource, empty or of known files."""
        with self._state.lock:
            files = self._known(call.body.get("files", ()))
            resource = self._state.add_resource(
                name=call.body["name"], type=INPUT, meta=call.body.get("meta", ""), files=files
            )
            return self._changed(resource, call)

    def list_resources(self, call: Call) -> Any:
        """A page of input resources. Output ones are never listed: asking for them gives an empty list."""
        query = call.arguments.query
        with self._state.lock:
            inputs = [resource for resource in self._state.resources.values() if resource.type == INPUT]
            found = [] if query.get("type") == OUTPUT else chosen(inputs, query, self._rules)
            return page(found, query, self._rules, lambda resource: resource_view(resource, self._state))

    def get_resource(self, call: Call) -> Any:
        """A resource, its files and its jobs."""
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["uuid"])
            jobs = self._state.jobs.values()
            return {
                "summary": resource_view(resource, self._state),
                "fileUuids": list(resource.files),
                "inputJobUuids": [job.uuid for job in jobs if job.origin == resource.uuid],
                "outputJobUuids": [job.uuid for job in jobs if job.output == resource.uuid],
            }

    def update_resource(self, call: Call) -> Any:
        """Change name or free text, which a job's lock does not concern (our assumption)."""
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["uuid"])
            resource.name = call.body.get("name", resource.name)
            resource.meta = call.body.get("meta", resource.meta)
            self._state.touch(resource)
            return self._changed(resource, call)

    def delete_resource(self, call: Call) -> Any:
        """Delete a resource; with `deleteMode` 1 also the files that no other holds.

        Raises:
            Refusal: 102003, an unfinished job works with it (our assumption).
        """
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["uuid"])
            if self._state.in_work(resource.uuid):
                raise Refusal(NOT_ALLOWED, "an unfinished job works with the resource")
            del self._state.resources[resource.uuid]
            if call.arguments.query.get("deleteMode") == _DELETE_FILES:
                for uuid in resource.files:
                    if not self._state.holders(uuid):
                        self._state.drop_file(self._state.files[uuid], self._store)

    def copy_resource(self, call: Call) -> Any:
        """Create an input resource that holds the same files, and can be changed whatever became of the original."""
        with self._state.lock:
            original = self._state.resource(call.arguments.path["uuid"])
            resource = self._state.add_resource(
                name=call.body.get("name", original.name),
                type=INPUT,
                meta=call.body.get("meta", original.meta),
                files=list(original.files),
            )
            return self._changed(resource, call)

    def change_resource_files(self, call: Call) -> Any:
        """Add files to a resource or take them out; what is there or gone already does no harm.

        Raises:
            Refusal: 102003, a job has taken the resource; 102002, a file does not exist, and nothing is changed.
        """
        with self._state.lock:
            resource = self._state.resource(call.arguments.path["uuid"])
            if not resource.revisable:
                raise Refusal(NOT_ALLOWED, "a job has taken the resource; it can no longer be changed")
            named = self._known(call.body["files"])
            if call.body["operation"] == "add":
                resource.files += [uuid for uuid in named if uuid not in resource.files]
            else:
                resource.files = [uuid for uuid in resource.files if uuid not in named]
            self._state.touch(resource)

    def _known(self, uuids: Iterable[str]) -> list[str]:
        """The uuids, each once, if all are of files."""
        return list(dict.fromkeys(self._state.file(uuid).uuid for uuid in uuids))

    def _changed(self, resource: ResourceRecord, call: Call) -> dict[str, Any]:
        return changed(resource_view(resource, self._state), call.arguments.header)
