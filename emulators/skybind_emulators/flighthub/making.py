"""Models on their way: how they move, what they make, how they end."""

import logging
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Literal

from attrs import define, field

from skybind_emulators.engine import Engine
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.flighthub.archive import write_archive
from skybind_emulators.flighthub.progress import duration_s, progress
from skybind_emulators.flighthub.state import ModelRecord, ModelStatus, ModelType, ResourceStatus, State, ZipStatus
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.speed import Speed
from skybind_emulators.storage import Storage

# The engine makes no Gaussian splats; what stands in for them is a 3D result. The archive's content is UNKNOWN anyway.
_ENGINE_KINDS: Mapping[ModelType, Literal["2d", "3d", "lidar"]] = {
    ModelType.MAP_2D: "2d",
    ModelType.MODEL_3D: "3d",
    ModelType.SPLATS_3DGS: "3d",
    ModelType.LIDAR: "lidar",
}

_log = logging.getLogger(__name__)


@define(eq=False)
class _Run:
    whole_s: float
    seen_at: float
    made: "Future[Path]"
    out: Path
    stalled_by: Fault | None
    doomed: bool
    elapsed_s: float = 0.0
    reads: int = 0
    ending: threading.Lock = field(factory=threading.Lock)


class Making:
    """The models that are being made.

    The archive is made in a thread from the moment of the start, and is published when the model's time is up. Methods
    that may wait for it must not be called with the state's lock held.
    """

    def __init__(
        self,
        state: State,
        store: Storage,
        faults: Faults,
        *,
        bucket: str,
        speed: Speed,
        rules: FlightHubRules,
        seed: int,
        engine: Engine,
        folder: Path | None,
    ) -> None:
        self._state = state
        self._store = store
        self._faults = faults
        self._bucket = bucket
        self._speed = speed
        self._rules = rules
        self._seed = seed
        self._engine = engine
        self._folder = folder
        self._runs: dict[str, _Run] = {}
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-flighthub")

    def begin(
        self, model: ModelRecord, inputs: Sequence[tuple[str, Path]], *, stalled_by: Fault | None, doomed: bool
    ) -> None:
        """Start making a model. The state's lock is held."""
        out = Path(tempfile.mkdtemp(prefix="model-", dir=self._folder))
        made = self._workers.submit(self._make, model.uuid, model.type, inputs, out)
        now = self._state.clock.simulated()
        self._runs[model.uuid] = _Run(duration_s(len(inputs)), now, made, out, stalled_by, doomed)

    def settle(self, *, looked_at: Sequence[str] = (), stalled: bool = False, doomed: bool = False) -> None:
        """Bring all models up to the present, and end those whose time is up.

        Args:
            looked_at: models whose state is read by this call, which counts for the speed ``polls:N``.
            stalled: time has stood still since the last look, and this look does not count.
            doomed: the models that are looked at will end as failed.
        """
        due = []
        with self._state.lock:
            now = self._state.clock.simulated()
            for uuid, run in self._runs.items():
                held = stalled or (run.stalled_by is not None and self._faults.armed(run.stalled_by))
                run.elapsed_s += 0.0 if held else now - run.seen_at
                run.reads += uuid in looked_at and not held
                run.doomed = run.doomed or (doomed and uuid in looked_at)
                run.seen_at = now
                if not held and self._shown(self._state.models[uuid], run):
                    due.append((self._state.models[uuid], run))
        made, _ = wait([run.made for _, run in due], timeout=self._rules.patience_s)
        for model, run in due:
            if run.made in made:
                with run.ending:
                    if not model.over:
                        self._publish(model, run)

    def stop(self, model: ModelRecord) -> None:
        """Show a model as cancelled and give its images back. The state's lock is held."""
        model.status, model.over = ModelStatus.CANCELLED, True
        self._state.quota += model.charged
        self._forget(model)

    def close(self) -> None:
        """Throw away what is under way."""
        self._workers.shutdown(wait=True, cancel_futures=True)
        for run in self._runs.values():
            shutil.rmtree(run.out, ignore_errors=True)
        self._runs.clear()

    def _shown(self, model: ModelRecord, run: _Run) -> bool:
        """Write into the record how far it is; whether its outcome is due."""
        now = progress(self._speed, reads=run.reads, elapsed_s=run.elapsed_s, whole_s=run.whole_s)
        model.status, model.progress = now.status, now.percent
        model.zip_status, model.zip_progress = now.zip_status, now.zip_percent
        return now.over

    def _publish(self, model: ModelRecord, run: _Run) -> None:
        failure = run.made.exception()
        if failure is None and not run.doomed:
            key = f"{self._rules.archive_prefix}/{model.uuid}/{model.type.name.lower()}.zip"
            stored = self._store.put(self._bucket, key, run.made.result())
            with self._state.lock:
                mapped = model.type in (ModelType(number) for number in self._rules.mapped_types)
                model.status = ModelStatus.MAPPING_DONE if mapped else ModelStatus.RECONSTRUCTED
                model.zip_status, model.zip_progress = ZipStatus.FINISHED, 100
                model.zip_key, model.size = key, stored.size
        else:
            if failure is not None:
                _log.info("model %s failed: %s", model.uuid, failure)
            with self._state.lock:
                model.status, model.error_code = ModelStatus.MAPPING_FAILED, self._rules.failure_code
                model.zip_status, model.zip_progress = ZipStatus.INITIAL, 0
        with self._state.lock:
            model.over = True
            self._forget(model)

    def _forget(self, model: ModelRecord) -> None:
        """End a run, and delete the resource if that was asked for and this was the last of its models."""
        run = self._runs.pop(model.uuid, None)
        if run is not None:
            run.made.cancel()
            run.made.add_done_callback(lambda _: shutil.rmtree(run.out, ignore_errors=True))
        resource = self._state.resources.get(model.resource_uuid)
        if resource is None or any(other.resource_uuid == resource.uuid for other in self._state.running()):
            return
        if resource.delete_when_done or resource.status is ResourceStatus.WAITING_FOR_DELETION:
            for file in resource.files.values():
                self._store.delete(resource.bucket, file.key)
            resource.status = ResourceStatus.DELETED

    def _make(self, uuid: str, kind: ModelType, inputs: Sequence[tuple[str, Path]], out: Path) -> Path:
        products = self._engine(
            _ENGINE_KINDS[kind], inputs, job_id=uuid, out=out / "result", parameters={}, seed=self._seed
        )
        write_archive(products, out / "model.zip")
        return out / "model.zip"
