"""A project for a flight: made once, and found again by the record of uploads rather than by its name."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from skybind.errors import AuthenticationFailed, Conflict, NotFound, OutcomeUnknown, ServerError, UsageError
from skybind.steps import Workflow, ask, first
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import (
    ImportedModelType,
    ProjectType,
    ProjectVisibility,
    SystemMode,
)
from skybind_clients.altizure.models.fragments import Project, User
from skybind_clients.runtime import UNSET, Pages

__all__ = ["NewProject", "check_mode", "check_type", "looked_up", "made", "user_id"]

_MOST_LISTED = 500
_TRIES = 3


@attrs.frozen
class NewProject:
    """A project that is wanted.

    Attributes:
        name: Need not differ from those of others.
        type: ``free``, paid from the free quota, or ``pro``, paid with coins; only pro has downloads.
        visibility: ``public``, ``unlisted`` or ``private``.
        model_type: For a finished model in place of photos; None for photos.
    """

    name: str
    type: ProjectType = ProjectType.FREE
    visibility: ProjectVisibility = ProjectVisibility.PUBLIC
    model_type: ImportedModelType | None = None


def check_mode() -> Workflow[None]:
    """Make sure that the service takes uploads now.

    Raises:
        Conflict: it does not.
        AuthenticationFailed: it does not say, which it does of a key that it does not know.
    """

    def mode(api: AltizureGroups) -> SystemMode | None:
        return api.support.system_mode()

    found = yield from ask(mode)
    if found == SystemMode.NORMAL:
        return
    if found is None:
        raise AuthenticationFailed(
            "Altizure does not say whether it takes uploads; it is silent to app keys that it does not know",
            service="altizure",
            status=200,
            operation="getSystemMode",
            advice="Check SKYBIND_ALTIZURE_KEY.",
        )
    raise Conflict(
        f"Altizure takes no uploads now: its mode is {found}",
        service="altizure",
        status=200,
        operation="getSystemMode",
        advice="Try again later.",
        again=True,
    )


def user_id() -> Workflow[str]:
    """Id of the user whose token is sent. Tokens change; the user's flights stay his.

    Raises:
        AuthenticationFailed: nobody is signed in.
    """

    def me(api: AltizureGroups) -> User | None:
        return api.account.me()

    user = yield from ask(me)
    if user is None or not user.id:
        raise AuthenticationFailed(
            "no user is signed in at Altizure",
            service="altizure",
            status=200,
            operation="getMyself",
            advice="Set SKYBIND_ALTIZURE_EMAIL and _PASSWORD, or _ALTITOKEN; an app key alone may not upload.",
        )
    return user.id


def made(wanted: NewProject, *, maybe_made: bool, ours: Callable[[str], bool] = lambda _id: False) -> Workflow[str]:
    """Make a project; returns its id.

    Names may repeat, and a project carries no mark of ours. So an empty one of this name is looked for only where one
    may have been made that is not on record: after a lost answer, or when an earlier run ended between the two.

    Args:
        wanted: What to make.
        maybe_made: An earlier run may have made it.
        ours: Whether a project is on record for something else.
    """

    def create(api: AltizureGroups) -> Project | None:
        return api.projects.create(
            name=wanted.name,
            type_=wanted.type,
            visibility=wanted.visibility,
            imported=UNSET if wanted.model_type is None else True,
            model_type=UNSET if wanted.model_type is None else wanted.model_type,
        )

    trouble: OutcomeUnknown | None = None
    for _ in range(_TRIES):
        if maybe_made:
            found = yield from _empty(wanted, ours)
            if found is not None:
                return found
        try:
            project = yield from ask(create)
        except OutcomeUnknown as error:
            trouble, maybe_made = error, True
        else:
            if project is None or not project.id:
                raise ServerError(
                    "Altizure made a project without an id", service="altizure", status=200, operation="createProject"
                )
            return project.id
    assert trouble is not None
    raise trouble


def _empty(wanted: NewProject, ours: Callable[[str], bool]) -> Workflow[str | None]:
    def listed(api: AltizureGroups) -> Pages[Project]:
        return api.projects.list(search=wanted.name)

    for project in (yield from first(listed, _MOST_LISTED)):
        if (
            project.id
            and project.name == wanted.name
            and not project.num_image
            and not project.task_state
            and bool(project.is_imported) == (wanted.model_type is not None)
            and (project.project_type or "").lower() == wanted.type
            and not ours(project.id)
        ):
            return project.id
    return None


def looked_up(project: str | None) -> Workflow[Project | None]:
    """A project as it is; None if it is not there, or the user may not see it, or none is asked for."""
    if project is None:
        return None

    def get(api: AltizureGroups) -> Project | None:
        return api.projects.get(project)

    try:
        return (yield from ask(get))
    except NotFound:
        return None


def check_type(project: Project, wanted: ProjectType | None) -> None:
    """Make sure that a project is what is asked for: who wants downloads must not find out after paying.

    Raises:
        UsageError: it is something else.
    """
    kind = (project.project_type or "").lower()
    if wanted is not None and kind and kind != wanted:
        raise UsageError(
            f"the photos' project {project.id} is {kind}, and {wanted} was asked for",
            advice="Leave out the type to go on with it, or give a project of the other type.",
        )
