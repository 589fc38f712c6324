"""A client that shares nothing with this project: documents by plain HTTP, as the public pages write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests

from skybind_emulators import Running

__all__ = ["Speaker"]


class Speaker:
    """Shows an app's key and a user's token."""

    def __init__(self, running: Running) -> None:
        self.facts = running.ready["services"]["altizure"]
        self.session = requests.Session()
        self.session.trust_env = False

    @property
    def headers(self) -> Mapping[str, str]:
        """What goes with each request."""
        return {"key": self.facts["key"], "altitoken": self.facts["altitoken"]}

    def answer(self, document: str, *, user: bool = True, **variables: Any) -> requests.Response:
        """Send a document as the official client does."""
        headers = self.headers if user else {"key": self.facts["key"]}
        body = {"query": document, "variables": variables}
        return self.session.post(self.facts["endpoint"], json=body, headers=headers, timeout=20)

    def ask(self, document: str, *, user: bool = True, **variables: Any) -> Any:
        """The data of a document that must be answered in full; of one root field, what it holds."""
        response = self.answer(document, user=user, **variables)
        body = response.json()
        assert (response.status_code, body.get("errors")) == (200, None), body
        data = body["data"]
        return next(iter(data.values())) if len(data) == 1 else data

    def project(self, name: str = "survey") -> str:
        """A new project."""
        return str(self.ask("mutation ($n: String!) { createProject(name: $n, type: pro) { id } }", n=name)["id"])

    def states(self, project: str) -> dict[str, str]:
        """State of each image by its name."""
        query = "query ($p: ID!) { project(id: $p) { allImages { edges { node { name state } } } } }"
        edges = self.ask(query, p=project)["allImages"]["edges"]
        return {edge["node"]["name"]: edge["node"]["state"] for edge in edges}

    def close(self) -> None:
        """Close the connections."""
        self.session.close()
