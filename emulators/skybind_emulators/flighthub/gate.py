"""The door of FlightHub: versions of the path, headers, the organisation's token, and how often it may be shown."""

from collections.abc import Mapping

from attrs import field, frozen

from skybind_emulators.exchange import Answer, Request, Turned, json_answer
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.spec import Specification
from skybind_emulators.throttle import Throttle

_VERSIONS = ("v0.1", "v2.0")
_BAD_TOKEN, _NO_PERMISSION, _TOO_MANY = 200401, 200403, 210429
_LANGUAGES = ("en", "zh")


@frozen
class Gate:
    """Who may pass.

    Attributes:
        versions: versions of the path that each operation is known from.
        token: the organisation's token.
        project: uuid of its one project.
        throttle: how many requests the token may make in a second.
    """

    versions: Mapping[str, tuple[str, ...]]
    token: str = field(repr=False)
    project: str
    throttle: Throttle
    rules: FlightHubRules

    def admit(self, request: Request) -> None:
        """Let a request pass.

        Raises:
            Turned: with the answer to give.
        """
        version = request.path.decode("latin-1").split("/")[2:3]
        operation = request.operation.id if request.operation else ""
        if operation and version != [] and version[0] not in self.versions.get(operation, _VERSIONS):
            raise Turned(Answer(404, b"404 page not found", content_type="text/plain"))  # bare, not the service's
        headers = request.headers
        if headers.get("x-user-token") != self.token:
            status = {"http": 401, "code": 200}[self.rules.refused_token]
            raise self._turned(status, _BAD_TOKEN, "the token is missing or not valid here")
        for name in self.rules.headers_needed:
            if not headers.get(name):
                raise self._turned(400, self.rules.invalid_code, f"the header {name} is missing")
        if "x-language" in headers and headers["x-language"] not in _LANGUAGES:
            raise self._turned(400, self.rules.invalid_code, f"the header x-language is not {' or '.join(_LANGUAGES)}")
        self._check_project(operation, headers.get("x-project-uuid"))
        if not self.throttle.takes("token"):
            raise self._turned(429, _TOO_MANY, "too many requests", (("Retry-After", "1"),))

    def _check_project(self, operation: str, shown: str | None) -> None:
        if shown is None and operation not in self.rules.project_needed:
            return
        if shown != self.project:
            raise self._turned(200, _NO_PERMISSION, "the project is missing or not one of the token's maker")

    def _turned(self, status: int, code: int, message: str, headers: tuple[tuple[str, str], ...] = ()) -> Turned:
        shown = str(code) if self.rules.codes == "text" else code
        return Turned(json_answer(status, {"code": shown, "message": message}, headers))


def versions_of(specification: Specification) -> dict[str, tuple[str, ...]]:
    """Versions of the path that each operation is known from, from the document's ``x-versions``."""
    return {
        node["operationId"]: tuple(node["x-versions"])
        for item in specification.document["paths"].values()
        for node in item.values()
        if isinstance(node, Mapping) and "x-versions" in node
    }
