"""One request on its way through the fields that it asks for."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field
from graphql import GraphQLError

from skybind_emulators.altizure.accounts import UserRecord
from skybind_emulators.faults import Fault

AUTHENTICATION_ERROR = "Authentication Error"


@define(eq=False)
class Visit:
    """Who asks, from where, and what goes wrong on the way.

    Attributes:
        user: whose token was shown; None for no token or one that is not good.
        key_good: whether the app's key was shown.
        base_url: of this server, as the caller reaches it.
        strikes: faults by the key that a root field has in the answer.
        looked: ids of what was looked at already; a request counts once for each.
        replaced: places in the answer, and the text that goes there.
    """

    user: UserRecord | None
    key_good: bool
    base_url: str
    strikes: Mapping[str, tuple[Fault, ...]] = field(factory=dict)
    looked: set[str] = field(factory=set)
    replaced: list[tuple[list[str | int], str]] = field(factory=list)

    def struck(self, info: Any, kind: str) -> Fault | None:
        """The fault of this kind that strikes the root field above the field in ``info``."""
        return self.struck_at(info.path, kind)

    def struck_at(self, path: Any, kind: str) -> Fault | None:
        """The same by a path in the answer."""
        faults = self.strikes.get(str(path.as_list()[0]), ())
        return next((fault for fault in faults if fault.kind == kind), None)

    @property
    def owner(self) -> UserRecord:
        """The user, for what only users may do.

        Raises:
            GraphQLError: there is none.
        """
        if self.user is None:
            raise GraphQLError(AUTHENTICATION_ERROR)
        return self.user

    def first_look(self, identity: str) -> bool:
        """Whether this request did not look at the thing before."""
        if identity in self.looked:
            return False
        self.looked.add(identity)
        return True
