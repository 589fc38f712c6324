"""An emulated account of Altizure with something of each kind in it, and what made-up documents are told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
from graphql import (
    ArgumentNode,
    FieldNode,
    IntValueNode,
    ObjectFieldNode,
    StringValueNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from skybind_emulators.settings import AltizureRules, Settings
from unit.emulators.altizure.harness import Altizure, photo, sha1
from unit.emulators.altizure.test_attachments import archive, imported, meta, part

__all__ = ["Account", "acquainted", "furnished"]

# Coins without end: made-up transfers and starts would spend them, and the refusals that follow are right.
RULES = AltizureRules(balance=1e9, fetch_timeout_s=0.2)


@attrs.frozen
class Account:
    """What is there.

    Attributes:
        altizure: the emulator with a client.
        project: a pro project with three images that are Ready, a task that is over, and a meta file.
        image: one of its images.
        pending: an image that nothing was sent of yet.
        model: a project for a finished model; one part lies in the bucket.
        busy: a project whose task is under way, and stays so.
        other_email: of another user.
    """

    altizure: Altizure
    project: str
    image: str
    pending: str
    model: str
    busy: str
    other_email: str = "other@example.com"

    @property
    def ids(self) -> Mapping[str, str]:
        """By root field, the id that makes it succeed; fields about projects take that of the one with images."""
        images = dict.fromkeys(("startImageUpload", "doneImageUpload"), self.pending)
        models = ("uploadModelS3", "uploadModelMinio", "uploadModelURL", "doneModelUpload")
        return {**images, **dict.fromkeys(models, self.model), "stopReconstruction": self.busy}

    def texts(self) -> Mapping[tuple[str, str], str]:
        """Texts that exist, by root field and argument. A code for signing in is good once, so that it is a new one."""
        accounts = self.altizure.emulator.accounts
        user = self.altizure.emulator.user
        accounts.send_code(user.phone)
        return {
            ("getUserToken", "email"): user.email,
            ("getUserToken", "password"): user.password,
            ("requestLoginCode", "phone"): user.phone,
            ("getUserTokenByLoginCode", "phone"): user.phone,
            ("getUserTokenByLoginCode", "code"): accounts.messages[-1][1],
            ("createProject", "name"): "survey",
            ("reportProject", "description"): "a test",
            ("hasImage", "checksum"): sha1(photo(0)),
            **{(name, "email"): self.other_email for name in ("transferProject", "transferCoins")},
            **{(name, "filename"): "pose.txt" for name in ("uploadMetaFileS3", "uploadMetaFileMinio", "uploadMetaURL")},
            **{(name, "filename"): "b.zip" for name in ("uploadModelS3", "uploadModelMinio", "uploadModelURL")},
        }


@contextmanager
def furnished(folder: Path, **settings: Any) -> Iterator[Account]:
    """An account in a folder of its own."""
    altizure = Altizure(folder, Settings(**{"altizure": RULES, **settings}))
    try:
        project = altizure.flight(3, type="pro")
        altizure.start(project)
        altizure.look(project)
        file = meta(altizure, project)["file"]
        altizure.put(project, file["filename"], b"poses", "altizure-meta-s3-paris")
        pending = altizure.register(project, photo(9), "late.jpg")["id"]
        altizure.data("mutation($id: ID!) { startImageUpload(id: $id) { id } }", id=pending)
        model = imported(altizure)
        part(altizure, model, "model.zip", archive())
        busy = altizure.flight(3)
        altizure.faults.add("altizure.startReconstructionWithError", "stall", count=1)
        altizure.start(busy)
        altizure.as_user(email="other@example.com")
        yield Account(altizure, project, altizure.emulator.images[0].id, pending, model, busy)
    finally:
        altizure.close()


def acquainted(document: str, account: Account) -> str:
    """The document with ids and texts that exist in place of those made up, where they are texts at all."""
    visitor = _Acquaints(account)
    return print_ast(visit(parse(document), visitor))


class _Acquaints(Visitor):
    """Changes arguments. Those of fields below a root field are about what that field found."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self._account = account
        self._texts = account.texts()
        self._way: list[str] = []

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self._way.append(node.name.value)

    def leave_field(self, *_: Any) -> None:
        self._way.pop()

    def enter_argument(self, node: ArgumentNode, *_: Any) -> ArgumentNode | None:
        known = self._known(node)
        return None if known is None else ArgumentNode(name=node.name, value=StringValueNode(value=known))

    def enter_object_field(self, node: ObjectFieldNode, *_: Any) -> ObjectFieldNode | None:
        known = self._known(node)
        return None if known is None else ObjectFieldNode(name=node.name, value=StringValueNode(value=known))

    def _known(self, given: ArgumentNode | ObjectFieldNode) -> str | None:
        argument = given.name.value
        root, *below = self._way
        if argument in ("id", "pid") and isinstance(given.value, StringValueNode | IntValueNode):
            if below == ["image"]:
                return self._account.image
            return None if below else self._account.ids.get(root, self._account.project)
        if below or not isinstance(given.value, StringValueNode):
            return None
        return self._texts.get((root, argument))
