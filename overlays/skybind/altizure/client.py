"""Altizure as users see it: :class:`Altizure`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, Self

import attrs

from skybind.altizure.attachments import Carrier, bring_up_meta, bring_up_model, meta_file_of, model_file_of
from skybind.altizure.buckets import chosen_route
from skybind.altizure.capabilities import CAPABILITIES
from skybind.altizure.connection import Connection
from skybind.altizure.endpoints import Lines
from skybind.altizure.estimating import Estimate, estimated, sizes_of
from skybind.altizure.flights import Means, PhotoSet, bring_up
from skybind.altizure.jobs import Kind, TaskRequest, started, state_after
from skybind.altizure.oauth import EXCHANGE, OAuthDialect, exchange_request, sign_in_url, site_of, token_in
from skybind.altizure.preparing import Wish, on_record, prepared
from skybind.altizure.projects import NewProject, check_mode, made
from skybind.altizure.results import Model
from skybind.altizure.settings import AltizureSettings
from skybind.clients import Client
from skybind.errors import CredentialsMissing, SkybindError, UsageError
from skybind.jobs import Job, JobState, Schedule
from skybind.options import Options
from skybind.polling import Outcome, asked, poll
from skybind.steps import run
from skybind.transfers.photos import Source
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import Transport
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import ImportedModelType, ProjectType, ProjectVisibility, TaskType
from skybind_clients.altizure.models.fragments import ProjectMetaFile

__all__ = ["Altizure"]


@attrs.frozen
class _Port:
    altizure: Altizure

    def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self.altizure.options.total_timeout)
        return run(state_after(job_id), self.altizure.with_options(timeout=limited)._groups)

    def stop(self, job_id: str) -> None:
        self.altizure.tasks.stop(job_id)

    def result(self, job_id: str) -> Model:
        return self.altizure.model(job_id)

    def token(self, job_id: str) -> str:
        return self.altizure._settings.job_token(job_id)


@attrs.frozen
class _States:
    """Altizure has no question about several projects' tasks at once."""

    altizure: Altizure
    batch: int = 1

    def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        port = _Port(self.altizure)
        answers: dict[str, JobState | SkybindError] = {}
        for job_id in job_ids:
            try:
                answers[job_id] = port.state(job_id, seconds)
            except SkybindError as error:
                answers[job_id] = error
        return answers


class Altizure(Client[AltizureSettings]):
    """A client of Altizure.

    The groups (``projects``, ``images``, ``tasks`` and so on) hold all operations; the methods here do more than one
    call.

    Args:
        key: App key. What is not given is looked for in the environment (``SKYBIND_ALTIZURE_KEY`` and so on), the
            profile file and a keyring; see :mod:`skybind.credentials`.
        altitoken: Token of a user; what belongs to nobody is done without.
        email: Of a user; with the password it gets tokens, and renews them when they are refused.
        password: Of that user.
        endpoint: ``com``, ``cn``, or the address of a private server. If None, the public one that answers first, and
            the other one when that cannot be reached any more.
        app_secret: Of the app; only for :meth:`exchange_code`, on a server.
        oss_endpoint: Address of OSS, in place of what the service says.
        s3_endpoint: Where to connect to in place of the hosts in signed addresses.
        profile: Section of the profile file.
        options: Timeouts, retries, proxy, hooks.
        schedule: How often tasks and images are asked about.
        state: Folder for the record of uploads, in place of the user's folder for state.

    Raises:
        CredentialsMissing: no app key, or an e-mail without password.
        UsageError: a value that cannot be.
    """

    name = "altizure"
    capabilities = CAPABILITIES

    def __init__(
        self,
        key: str | None = None,
        altitoken: str | None = None,
        *,
        email: str | None = None,
        password: str | None = None,
        endpoint: str | None = None,
        app_secret: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "key": key,
            "altitoken": altitoken,
            "email": email,
            "password": password,
            "endpoint": endpoint,
            "app_secret": app_secret,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
        }
        settings = AltizureSettings.of(given, profile=profile, options=options, schedule=schedule, state=state)
        connection = Connection(settings)
        self._bind(settings, connection, connection.lines)

    def _bind(self, settings: AltizureSettings, connection: Connection, lines: Lines) -> None:
        self._settings = settings
        self._connection = connection
        self._lines = lines

        groups = self._groups = AltizureGroups(lines)
        self.projects = groups.projects
        self.images = groups.images
        self.meta_files = groups.meta_files
        self.models = groups.models
        self.tasks = groups.tasks
        self.buckets = groups.buckets
        self.account = groups.account
        self.costs = groups.costs
        self.support = groups.support

    @classmethod
    def _of(cls, settings: AltizureSettings) -> Self:
        """A client of settings that are there already."""
        made_of = object.__new__(cls)
        connection = Connection(settings)
        made_of._bind(settings, connection, connection.lines)
        return made_of

    @property
    def _place(self) -> str:
        return " or ".join(self._settings.addresses)

    def with_options(self, **changes: Any) -> Altizure:
        """The same client, over the same connections, with other options: ``altizure.with_options(timeout=5)``."""
        settings = attrs.evolve(self._settings, options=self._settings.options.replace(**changes))
        view = object.__new__(Altizure)
        view._bind(settings, self._connection, self._lines.with_options(settings.options))
        return view

    # ---------------------------------------------------------------------------------------- signing in

    def sign_in(self, phone: str, code: str) -> str:
        """Sign a user in by a code that ``account.request_login_code`` had sent to a phone.

        Returns:
            The user's token, which this client and its views send from now on. Keep it as a password.

        Raises:
            UsageError: this client signs in by e-mail and password.
            AuthenticationFailed: the code is wrong, or was used before.
        """
        _check_phone(self._settings)
        token = AltizureGroups(self._connection.unsigned).account.get_token_by_code(phone=phone, code=code, fresh=False)
        self._settings.token.value = token
        return token or ""

    def sign_in_url(self, redirect_uri: str, state: str, response_type: Literal["token", "code"] = "token") -> str:
        """The page to send a user to; see :mod:`skybind.altizure.oauth` for the state, and for what comes back."""
        return sign_in_url(self._lines.address(), self._settings.key, redirect_uri, state, response_type)

    def exchange_code(self, code: str, redirect_uri: str) -> str:
        """Swap the code of an OAuth sign-in for the user's token, with the app's secret. For servers only.

        Raises:
            CredentialsMissing: the client has no app secret.
            AuthenticationFailed: the code is wrong or was used before, or the secret is not the app's.
        """
        request = exchange_request(self._settings.key, secret_of(self._settings), code, redirect_uri)
        transport = Transport(OAuthDialect(site_of(self._lines.address())), self.options.replace(headers={}))
        try:
            return transport(EXCHANGE, request, token_in)
        finally:
            transport.close()

    # ---------------------------------------------------------------------------------------- photos up, model down

    def upload(
        self,
        source: Source,
        *,
        name: str | None = None,
        kind: Kind | None = None,
        project: str | None = None,
        project_type: ProjectType | str | None = None,
        visibility: ProjectVisibility | str = ProjectVisibility.PUBLIC,
        cloud: str | None = None,
        bucket: str | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PhotoSet:
        """Upload a folder of photos and wait until the service has looked into each, or go on with it.

        Run again after a crash, it sends only what the service does not have. Images that the service found Invalid are
        sent once more, unless their content is what is wrong.

        Args:
            source: A folder with its sub-folders, or a list of files: JPEG, PNG, TIFF.
            name: Name of the project; the folder's if None.
            kind: What shall be made of them: ``3d``, as in :meth:`reconstruct`.
            project: Id of a project to add to, in place of one that is made for this folder.
            project_type: ``free``, or ``pro``, which pays at the start and has downloads. A project that is made is
                free if this is None; one that is there must be what is asked for.
            visibility: ``public``, ``unlisted`` or ``private``.
            cloud: ``OSS``, ``S3`` or ``MINIO``; the one with the nearest bucket if None.
            bucket: One of that cloud's; the nearest if None.
            workers: Photos on their way at a time.
            progress: Called about ten times a second while bytes flow, and after each look at the images.
            cancelled: Asked as often; True stops the upload like Ctrl-C.

        Raises:
            PhotoError: no photos, one that cannot be read, or two of one name; nothing was sent.
            PhotosRefused: the same, and limits of the service; lists all findings. Nothing was sent.
            UploadIncomplete: some did not go up or are Invalid; ``failed`` names them with reasons.
            UsageError: no such bucket, or the folder's project is of another type than asked for.
            Conflict: the service takes no uploads now.
            AuthenticationFailed: nobody is signed in.
            LedgerError: another process uploads this folder, or the record cannot be written.
        """
        wish = Wish(source, kind, name, project, project_type, visibility, cloud, bucket)
        flight, route = run(prepared(wish, self._settings), self._groups)
        means = Means(
            storage=self._settings.storage,
            options=self.options,
            clock=self._lines.clock,
            schedule=self._settings.schedule,
            workers=workers,
            told=progress or (lambda _progress: None),
            cancelled=cancelled,
        )
        with self._settings.ledger() as ledger:
            return bring_up(self._groups, ledger, flight, route, means)

    def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        name: str | None = None,  # noqa: ARG002 - a task goes by its project's name
        task_type: TaskType | str | None = None,
        coupons: Sequence[str] = (),
        pre_start: bool = False,
        again: bool = False,
    ) -> Job[Model]:
        """Start a reconstruction, once: the same photos and arguments give the same job.

        A pro project pays now. A task that failed or was stopped is started anew.

        Args:
            photos: What :meth:`upload` returned, or the id of a project.
            kind: ``3d``, the only one that Altizure makes.
            name: Not used: a task goes by the name of its project.
            task_type: ``Native`` or ``Dense``; the service's own choice if None.
            coupons: Ids of coupons to pay with.
            pre_start: Have it start by itself once each image is Ready or Invalid, for images that are still looked
                into.
            again: Start another task even if this one was started before.

        Raises:
            UsageError: a kind that there is not; nothing was sent.
            QuotaExceeded: neither balance nor coupons suffice.
            Conflict: the service does not start it, and says why.
            OutcomeUnknown: the answer was lost, and the service shows no task; look before starting it again.
        """
        project = photos if isinstance(photos, str) else photos.project_id
        request = TaskRequest.of(project, kind, task_type, coupons, pre_start)
        with self._settings.ledger() as ledger:
            record = on_record(photos, request, ledger, salt=str(time.time_ns()) if again else "")
            steps = started(request, record.job, lambda job: ledger.set_job(record.flight, record.digest, job))
            return self.job(run(steps, self._groups))

    def job(self, token_or_id: str) -> Job[Model]:
        """A project's task by resume token or project id; nothing is asked yet.

        Raises:
            UsageError: a token of another service or server, or a damaged one.
        """
        settings = self._settings
        return Job(settings.job_id(token_or_id), _Port(self), schedule=settings.schedule, record=settings.record)

    def poll(
        self,
        jobs: Iterable[Job[Model] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> Iterator[Outcome]:
        """Wait for many jobs from this one thread, a question for each in turn.

        Args:
            jobs: Jobs, tokens or project ids.
            timeout: Seconds or timedelta for the whole wait.
            progress: Called with each answer.

        Yields:
            Each job as its wait ends: with its final state, or with the error that ended it.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll(ids, _States(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    def states(self, jobs: Iterable[Job[Model] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs, with as few questions as the service allows.

        Args:
            jobs: Jobs, tokens or project ids.

        Returns:
            By job id, its state, or the error that asking for it met.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        return asked(ids, _States(self), progress=self._settings.record.note)

    def model(self, project_id: str) -> Model:
        """What a project's task made; nothing is asked yet."""
        return Model(project_id, self._groups, self.options)

    def estimate(self, photos: Source | None = None, *, sizes: Sequence[tuple[int, int]] | None = None) -> Estimate:
        """What a reconstruction would cost, from the headers of the files; nothing is uploaded.

        Args:
            photos: A folder or files.
            sizes: Width and height in pixels of each image, in their place.

        Raises:
            UsageError: both or neither were given.
            PhotoError: no photos, or one whose size cannot be told.
        """
        return run(estimated(sizes_given(photos, sizes)), self._groups)

    # ---------------------------------------------------------------------------------------- more than photos

    def upload_meta(
        self, project: PhotoSet | str, path: str | Path, *, cloud: str | None = None, bucket: str | None = None
    ) -> ProjectMetaFile:
        """Upload a meta file (``camera.txt``, ``pose.txt``, ``group.txt``, ...), after the photos, unless it is there.

        Raises:
            UsageError: a name that no meta file has, or no such bucket.
            UploadIncomplete: it did not go up, or the service cannot use it.
            DeadlineExceeded: the service takes too long to look into it.
        """
        project_id = project if isinstance(project, str) else project.project_id
        file = meta_file_of(Path(path))
        route = run(chosen_route("meta", cloud, bucket), self._groups)
        carrier = Carrier(self.options, self._settings.storage.s3)
        return bring_up_meta(self._groups, project_id, file, route, carrier, schedule=self._settings.schedule)

    def import_model(
        self,
        path: str | Path,
        model_type: ImportedModelType | str = ImportedModelType.PHOTOGRAMMETRY,
        *,
        name: str | None = None,
        visibility: ProjectVisibility | str = ProjectVisibility.PUBLIC,
        project: str | None = None,
        cloud: str | None = None,
        bucket: str | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Job[Model]:
        """Upload a finished model, zipped, and have it converted; above 5 GiB it goes in parts of 100 MiB.

        Args:
            path: A zip file; its name has letters, digits, dots and underscores.
            model_type: ``CAD``, ``PHOTOGRAMMETRY`` or ``PTCLOUD``.
            name: Name of the project; the file's if None.
            visibility: ``public``, ``unlisted`` or ``private``.
            project: Id of a project for such a model, in place of another one.
            cloud: ``S3`` or ``MINIO``.
            bucket: One of that cloud's.
            cancelled: Asked between blocks; True breaks off.

        Returns:
            The conversion as a job.

        Raises:
            UsageError: a name that Altizure does not take, or no such file; nothing was sent.
            UploadIncomplete: a part did not go up.
            Conflict: the service takes no uploads now.
        """
        file = model_file_of(Path(path))
        run(check_mode(), self._groups)
        route = run(chosen_route("model", cloud, bucket), self._groups)
        wanted = NewProject(
            name or file.path.stem,
            visibility=ProjectVisibility(visibility),
            model_type=ImportedModelType(model_type),
        )
        project_id = project or run(made(wanted, maybe_made=False), self._groups)
        carrier = Carrier(self.options, self._settings.storage.s3, cancelled=cancelled)
        bring_up_model(self._groups, project_id, file, route, carrier)
        return self.job(project_id)

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()


def _check_phone(settings: AltizureSettings) -> None:
    if settings.login is not None:
        raise UsageError(
            "this client signs in by e-mail and password", advice="Make one without them, to sign in by phone."
        )


def secret_of(settings: AltizureSettings) -> str:
    """The app's secret.

    Raises:
        CredentialsMissing: there is none.
    """
    if not settings.app_secret:
        raise CredentialsMissing(
            "swapping a code needs the app's secret", advice="Set SKYBIND_ALTIZURE_APP_SECRET, on a server only."
        )
    return settings.app_secret


def sizes_given(photos: Source | None, sizes: Sequence[tuple[int, int]] | None) -> Sequence[tuple[int, int]]:
    """The sizes to estimate from.

    Raises:
        UsageError: both or neither were given.
    """
    if (photos is None) == (sizes is None):
        raise UsageError("an estimate is of photos or of sizes; give one of them")
    return sizes if sizes is not None else sizes_of(photos or ())
