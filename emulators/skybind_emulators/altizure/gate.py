"""What stands in front of every query and mutation: the app's key, the user's token, faults, the system's mode."""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLError

from skybind_emulators.altizure.schema import Resolver, root_fields
from skybind_emulators.altizure.starting import StartCode
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.visit import AUTHENTICATION_ERROR, Visit
from skybind_emulators.exchange import Answer, json_answer
from skybind_emulators.faults import Fault
from skybind_emulators.settings import AltizureRules

# Mutations by which nobody changes anything of a user's.
_SIGN_IN = frozenset({"getUserToken", "requestLoginCode", "getUserTokenByLoginCode"})
_ASKS = frozenset({"hasImage"})
# These answer in words of their own while nothing can be changed, or end what goes on.
_STARTS = frozenset({"startReconstructionWithError", "stopReconstruction"})
# Here `expire-token` ends what is handed out, elsewhere the token that is shown.
_HANDS_OUT = frozenset(
    {
        "uploadImageOSS",
        "uploadImageS3",
        "uploadImageMinio",
        "uploadMetaFileS3",
        "uploadMetaFileMinio",
        "uploadModelS3",
        "uploadModelMinio",
    }
)


def refusals() -> dict[str, tuple[int | str, ...]]:
    """What a ``refuse`` fault can order, by query or mutation."""
    codes: dict[str, tuple[int | str, ...]] = dict.fromkeys(root_fields(), (AUTHENTICATION_ERROR,))
    codes["startReconstructionWithError"] = (AUTHENTICATION_ERROR, *(code.value for code in StartCode))
    return codes


class Gate:
    """Lets visitors in, and guards each query and mutation."""

    def __init__(self, state: State, rules: AltizureRules) -> None:
        self._state = state
        self._rules = rules

    def visit(self, headers: Mapping[str, str], base_url: str, strikes: Mapping[str, tuple[Fault, ...]]) -> Visit:
        """A visit by whoever sends these headers."""
        with self._state.lock:
            accounts = self._state.accounts
            user = accounts.user_of(headers.get("altitoken"))
            return Visit(user, accounts.knows_key(headers.get("key")), base_url, strikes)

    def turned_away(self, headers: Mapping[str, str]) -> Answer | None:
        """With the rule ``forbidden``, nobody without the app's key gets further than introspection."""
        if self._rules.bad_key == "empty" or self._state.accounts.knows_key(headers.get("key")):
            return None
        return json_answer(403, {"errors": [{"message": "The app key is missing or not good."}]})

    def guarded(self, resolvers: Mapping[str, Resolver]) -> dict[str, Resolver]:
        """The resolvers, with the checks in front of those of queries and mutations."""
        return {
            name: self._guard(name, resolver) if name.startswith(("Query.", "Mutation.")) else resolver
            for name, resolver in resolvers.items()
        }

    def locked(self, resolvers: Mapping[str, Resolver]) -> dict[str, Resolver]:
        """The resolvers, each called with the state's lock held."""
        return {name: self._lock(resolver) for name, resolver in resolvers.items()}

    def _lock(self, resolver: Resolver) -> Resolver:
        def resolve(source: Any, info: Any, **arguments: Any) -> Any:
            with self._state.lock:
                return resolver(source, info, **arguments)

        return resolve

    def _guard(self, name: str, resolver: Resolver) -> Callable[..., Any]:
        kind, _, field = name.partition(".")
        changes = kind == "Mutation" and field not in _SIGN_IN
        writes = changes and field not in _ASKS | _STARTS

        def resolve(source: Any, info: Any, **arguments: Any) -> Any:
            visit: Visit = info.context
            if not visit.key_good or visit.struck(info, "null-answer"):
                return None
            refused = visit.struck(info, "refuse")
            if refused is not None and refused.code == AUTHENTICATION_ERROR:
                raise GraphQLError(AUTHENTICATION_ERROR)
            if visit.struck(info, "expire-token") and field not in _HANDS_OUT:
                visit.user = None
            if changes:
                visit.owner  # noqa: B018  raises for nobody
            if writes and self._rules.system_mode != "Normal":
                return None
            return resolver(source, info, **arguments)

        return resolve
