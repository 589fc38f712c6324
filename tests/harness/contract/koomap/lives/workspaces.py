"""Workspaces from creation to deletion, compared with a model at every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.koomap.lives.moving import new_name, tried
from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import Conflict, NotFound

__all__ = ["WorkspaceLives"]

# What names and descriptions may have: both cases, digits, an underscore, another script.
TEXTS = st.text(alphabet="aB7_测", max_size=8)


@attrs.define
class Kept:
    """A workspace as it must be.

    Attributes:
        tasks: ids of those in it.
    """

    name: str
    description: str
    star: bool = False
    tasks: list[str] = attrs.field(factory=list)


class WorkspaceLives(LifeCycle):
    """Workspaces are made, renamed, pinned, filled with tasks, emptied and deleted. Ids of what is deleted stay in
    play."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.spaces: dict[str, Kept] = {}

    @rule(target=ids, text=TEXTS, description=TEXTS)
    def create(self, text: str, description: str) -> str:
        name = new_name("space", text)
        made = self.client.workspaces.create(workspace_name=name, workspace_description=description)
        assert made.workspace_id not in self.spaces, "an id was given out twice"
        self.spaces[made.workspace_id] = Kept(name, description)
        self._like(made, self.spaces[made.workspace_id])
        return str(made.workspace_id)

    @precondition(lambda self: self.spaces)
    @rule()
    def create_of_a_name_that_is_taken(self) -> None:
        name = next(iter(self.spaces.values())).name
        refused(Conflict, lambda: self.client.workspaces.create(workspace_name=name.swapcase()))

    @rule(id_=ids, text=st.none() | TEXTS, description=st.none() | TEXTS, star=st.none() | st.booleans())
    def update(self, id_: str, text: str | None, description: str | None, star: bool | None) -> None:
        change: dict[str, Any] = {}
        if text is not None:
            change["workspace_name"] = new_name("space", text)
        if description is not None:
            change["workspace_description"] = description
        if star is not None:
            change["star"] = int(star)
        if self._gone(id_, lambda gone: self.client.workspaces.update(gone, **change)):
            return
        kept = self.spaces[id_]
        kept.name = change.get("workspace_name", kept.name)
        kept.description = change.get("workspace_description", kept.description)
        kept.star = kept.star if star is None else star
        self._like(self.client.workspaces.update(id_, **change), kept)
        self.list(100, None)

    @precondition(lambda self: self.spaces)
    @rule(limit=st.sampled_from([1, 3, 100]), star=st.none() | st.booleans())
    def list(self, limit: int, star: bool | None) -> None:
        wanted = {id_: kept for id_, kept in self.spaces.items() if star is None or kept.star is star}
        more = {} if star is None else {"star": star}
        pages = self.client.workspaces.list(workspace_ids=[*self.spaces], limit=limit, **more)
        found = {one.workspace_id: one for one in pages}
        assert set(found) == set(wanted)
        for id_, kept in wanted.items():
            self._like(found[id_], kept)

    @rule(id_=ids)
    def fill(self, id_: str) -> None:
        def create(id_: str) -> Any:
            return self.client.real3d_tasks.create(id_, task_name=new_name("space"))

        if not self._gone(id_, create):
            self.spaces[id_].tasks.append(create(id_).task_id)

    @rule(id_=ids)
    def empty(self, id_: str) -> None:
        if self._gone(id_, lambda gone: self.client.real3d_tasks.overview(gone)):
            return
        kept = self.spaces[id_]
        assert self.client.real3d_tasks.overview(id_).total_count == len(kept.tasks)
        while kept.tasks:
            self.client.real3d_tasks.delete(id_, kept.tasks.pop())

    @rule(id_=ids)
    def delete(self, id_: str) -> None:
        if self._gone(id_, self.client.workspaces.delete):
            return
        kept = self.spaces[id_]
        if kept.star or kept.tasks:
            refused(Conflict, lambda: self.client.workspaces.delete(id_))
            return
        self.client.workspaces.delete(id_)
        del self.spaces[id_]

    def short_life(self) -> None:
        first, second = self.create("a", ""), self.create("b", "")
        self.update(second, None, "d", None)  # another's name would be refused
        self.delete(first)
        self.update(first, "e", None, None)

    def _gone(self, id_: str, call: Callable[[str], Any]) -> bool:
        """Whether the workspace was deleted; then the call must not find it."""
        if id_ in self.spaces:
            return False
        refused(NotFound, lambda: call(id_))
        return True

    def _like(self, found: Any, kept: Kept) -> None:
        seen = (found.workspace_name, found.workspace_description, bool(found.star))
        assert seen == (kept.name, kept.description, kept.star)

    def teardown(self) -> None:
        """Take away what this run made."""
        for id_, kept in self.spaces.items():
            for task in kept.tasks:
                tried(lambda id_=id_, task=task: self.client.real3d_tasks.delete(id_, task))
            tried(lambda id_=id_: self.client.workspaces.update(id_, star=0))
            tried(lambda id_=id_: self.client.workspaces.delete(id_))
