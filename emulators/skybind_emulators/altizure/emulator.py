"""Altizure, put together."""

from pathlib import Path

from skybind_emulators.altizure.accounts import Accounts
from skybind_emulators.altizure.attachments import AttachmentFields
from skybind_emulators.altizure.buckets import Buckets
from skybind_emulators.altizure.gate import Gate, refusals
from skybind_emulators.altizure.ids import Ids
from skybind_emulators.altizure.images import ImageFields
from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.making import Engine, Maker, reconstruct
from skybind_emulators.altizure.projects import ProjectFields
from skybind_emulators.altizure.records import FileRecord, ProjectRecord, TaskRecord
from skybind_emulators.altizure.schema import bound
from skybind_emulators.altizure.service import SERVICE, Service
from skybind_emulators.altizure.signin import SignIn
from skybind_emulators.altizure.signing import Signer
from skybind_emulators.altizure.starts import StartFields
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.support import SupportFields
from skybind_emulators.altizure.tasks import Tasks
from skybind_emulators.altizure.users import UserFields
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.store import ObjectStore


class AltizureEmulator:
    """One server of Altizure, with one app and, at first, one user.

    Attributes:
        app: the ASGI application: GraphQL at ``/graphql``, sign-in pages below ``/auth``.
        accounts: the app's key and secret, users, tokens; further users can be added here.
        user: the user that is there from the start.
        altitoken: a token of this user that is valid from the start.
        faults: where misbehaviour is ordered, for all services.
        clock: the time of the service.
        store: the object store behind it.
        buckets: where uploads may go.
    """

    def __init__(
        self,
        settings: Settings,
        store: ObjectStore,
        faults: Faults,
        clock: SimulatedClock,
        *,
        storage_url: str,
        engine: Engine,
        folder: Path | None,
        log: RequestLog,
    ) -> None:
        rules, seed = settings.altizure, settings.seed
        self.faults = faults
        self.clock = clock
        self.store = store
        self.accounts = Accounts(clock, Ids(seed, "accounts"), rules)
        self.user = self.accounts.add_user()
        self.altitoken = self.accounts.token(self.user)
        self._rules = rules
        self._state = state = State(clock, Ids(seed, "ids"), self.accounts)
        self._intake = intake = Intake(state, store, faults, speed=settings.pace, rules=rules)
        maker = Maker(store, engine, folder, seed)
        self._tasks = tasks = Tasks(state, intake, maker, faults, speed=settings.pace, rules=rules)
        self.buckets = buckets = Buckets(store, settings.region, rules.clouds)
        signer = Signer(store, clock, Ids(seed, "storage"), rules, base_url=storage_url)
        users = UserFields(state, tasks, rules)
        support = SupportFields(buckets, settings.region, rules)
        projects = ProjectFields(state, intake, tasks, signer)
        images = ImageFields(state, intake, buckets, signer, rules)
        attachments = AttachmentFields(state, intake, tasks, buckets, signer)
        gate = Gate(state, rules)
        held = [users.by_field(), projects.by_field(), images.by_field(), attachments.by_field()]
        free = [projects.by_looking(), images.by_looking(), attachments.by_looking(), support.by_field()]
        free.append(StartFields(state, intake, tasks, rules).by_looking())
        resolvers = gate.locked({name: one for group in held for name, one in group.items()})
        resolvers |= {name: one for group in free for name, one in group.items()}
        faults.learn({f"{SERVICE}.{name}": codes for name, codes in refusals().items()})
        pages = SignIn(state, self.user, rules)
        schema = bound(gate.guarded(resolvers))
        self.app = Service(schema, gate, pages, faults, clock, log, body_max=rules.body_max)

    def __repr__(self) -> str:
        return f"AltizureEmulator(user={self.user.email!r})"

    @property
    def projects(self) -> list[ProjectRecord]:
        """All projects, oldest first."""
        with self._state.lock:
            self._intake.settle()
            self._tasks.settle()
            return list(self._state.projects.values())

    @property
    def images(self) -> list[FileRecord]:
        """All images of all projects, oldest first, brought up to the present."""
        with self._state.lock:
            found = [image for project in self._state.projects.values() for image in project.of("image")]
        self._intake.look(found)
        return found

    @property
    def tasks(self) -> list[TaskRecord]:
        """All tasks of all projects, oldest first."""
        return [task for project in self.projects for task in project.tasks]

    def arrivals(self, field: str) -> int:
        """How often this query or mutation was asked for, whatever became of it."""
        return self.app.arrivals[field]

    def close(self) -> None:
        """Throw away what is under way, and end the threads that do it."""
        self._tasks.close()
        self._intake.close()


def make_altizure(
    settings: Settings,
    store: ObjectStore,
    faults: Faults,
    clock: SimulatedClock,
    *,
    storage_url: str = "http://storage.invalid",
    engine: Engine | None = None,
    folder: Path | None = None,
    log: RequestLog | None = None,
) -> AltizureEmulator:
    """Put an emulator together. Its ``app`` can be served, or called in process.

    Args:
        settings: region, speed, seed and rules; ports are not used here.
        store: an object store; the buckets that are needed are made in it.
        faults: the registry that tests add to.
        clock: the service's time.
        storage_url: where the store is served; credentials and links name it.
        engine: what makes results; by default, ``skybind_emulators.products.reconstruct``.
        folder: where results lie until they are in the store; by default, the system's temporary folder.
        log: gets one line per request.
    """
    return AltizureEmulator(
        settings,
        store,
        faults,
        clock,
        storage_url=storage_url,
        engine=engine or reconstruct,
        folder=folder,
        log=log or RequestLog(None),
    )
