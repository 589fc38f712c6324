"""Operations of the group `workspaces`."""

from typing import Any

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.workspaces import WorkspaceRecord, Workspaces

_ID_LENGTH = 32
_BAD_ID = "KMP.00011110"
_BAD_TIME = "KMP.00011111"


class WorkspaceHandlers:
    """Handlers of the group."""

    def __init__(self, account: Account, workspaces: Workspaces) -> None:
        self._account = account
        self._workspaces = workspaces

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "createCommonWorkspace": self.create,
            "listCommonWorkspace": self.list_page,
            "updateCommonWorkspace": self.update,
            "deleteCommonWorkspace": self.delete,
        }

    def create(self, call: Call) -> Any:
        """Create a workspace.

        Raises:
            Refusal: 00011105 the name is taken; 00011100 there are as many as there may be.
        """
        with self._workspaces.lock:
            body = call.body
            record = self._workspaces.create(body["workspace_name"], body.get("workspace_description", ""))
            return self._view(record)

    def list_page(self, call: Call) -> Any:
        """A page of workspaces: pinned ones first, then newest first unless told otherwise (our assumption).

        Raises:
            Refusal: 00011110 an id is not 32 characters; 00011111 a time does not exist.
        """
        query = call.arguments.query
        created = period(query, "create_time_from", "create_time_to", _BAD_TIME)
        updated = period(query, "update_time_from", "update_time_to", _BAD_TIME)
        wanted, part, star = query.get("workspace_ids"), query.get("workspace_name", ""), query.get("star")
        if any(len(workspace_id) != _ID_LENGTH for workspace_id in wanted or ()):
            raise refuse(_BAD_ID)
        with self._workspaces.lock:
            found = [
                record
                for record in self._workspaces.all()
                if (not wanted or record.workspace_id in wanted)
                and part.casefold() in record.workspace_name.casefold()
                and (star is None or bool(record.star) is star)
                and created(record.create_time)
                and updated(record.update_time)
            ]
            found.sort(key=lambda record: record.serial, reverse=query.get("order_by") != "create_time_asc")
            found.sort(key=lambda record: -record.star)
            rows, page = paged(found, query.get("offset", 0), query.get("limit", 10))
            return {"data": [self._view(record) for record in rows], "page": page}

    def update(self, call: Call) -> Any:
        """Change a workspace. A body that changes nothing is no mistake (our assumption).

        Raises:
            Refusal: 00011110, 00011104 no such workspace; 00011105 the name is taken; 00011101 as many are pinned as
                may be.
        """
        with self._workspaces.lock:
            record = self._found(call)
            body = call.body
            self._workspaces.change(
                record,
                name=body.get("workspace_name"),
                description=body.get("workspace_description"),
                star=body.get("star"),
            )
            return self._view(record)

    def delete(self, call: Call) -> Any:
        """Delete a workspace that is not pinned and has no tasks.

        Raises:
            Refusal: 00011110, 00011104 no such workspace; 00011102 pinned; 00011103 it has tasks.
        """
        with self._workspaces.lock:
            self._workspaces.delete(self._found(call))
            return True

    def _found(self, call: Call) -> WorkspaceRecord:
        workspace_id = call.arguments.path["workspace_id"]
        if len(workspace_id) != _ID_LENGTH:
            raise refuse(_BAD_ID)
        return self._workspaces.find(workspace_id)

    def _view(self, record: WorkspaceRecord) -> dict[str, Any]:
        return {
            "workspace_id": record.workspace_id,
            "workspace_name": record.workspace_name,
            "workspace_description": record.workspace_description,
            "tenant_domain_id": self._account.domain_id,
            "creator": record.creator,
            "latest_operator": record.latest_operator,
            "create_time": moment(record.create_time),
            "update_time": moment(record.update_time),
            "star": record.star,
            # C-26: by the text of the manual, against the name: true when it can not be deleted.
            "can_delete": bool(record.star) or self._workspaces.has_tasks(record.workspace_id),
        }
