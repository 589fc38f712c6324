"""Where the steps of a fleet are carried out: threads of this process, or workers of a Dask cluster."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import attrs

from skybind.errors import UsageError
from skybind.transfers.places import is_address, ledger_place

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Engine", "dask_engine", "local_engine"]

#: The resource of a Dask worker that an upload takes; ``dask worker --resources "upload=1"``.
UPLOAD = "upload"
_ANSWERS = 20.0  # seconds that a scheduler has to answer
_OTHERS = 4  # steps beside uploads at a time, for each place where steps are carried out


@attrs.frozen
class Engine:
    """Executors for the steps.

    Attributes:
        uploads: For uploads; it carries out so many of them at a time as it has slots.
        others: For all other steps.
        upload_slots: Uploads at a time. One fills most uplinks: a flight's photos already go side by side.
        other_slots: Other steps at a time.
        close: Ends it; what is not begun is not done.
        cancelled: Tells uploads and downloads in this process to stop, or None where that cannot be told.
    """

    uploads: Executor
    others: Executor
    upload_slots: int
    other_slots: int
    close: Callable[[], None]
    cancelled: Callable[[], bool] | None = None


def local_engine(upload_slots: int = 1) -> Engine:
    """Threads of this process; for one machine there is nothing leaner."""
    stopping = threading.Event()
    uploads = ThreadPoolExecutor(upload_slots, "skybind-fleet-upload")
    others = ThreadPoolExecutor(_OTHERS, "skybind-fleet")

    def close() -> None:
        stopping.set()
        for executor in (uploads, others):
            executor.shutdown(wait=True, cancel_futures=True)

    return Engine(uploads, others, upload_slots, _OTHERS, close, stopping.is_set)


def dask_engine(scheduler: str, upload_slots: int = 1) -> Engine:
    """Workers of a Dask cluster.

    Args:
        scheduler: Address of a scheduler (``tcp://host:8786``), or ``local:N`` for N worker processes of this machine.
        upload_slots: Uploads at a time on each worker of a local cluster; workers elsewhere say how many they take
            themselves, by their resource ``upload``.

    Raises:
        UsageError: Dask is not installed, no such scheduler, workers that take no uploads, or that keep another record.
    """
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 - a second, and only for clusters
    except ImportError as error:
        raise UsageError("a Dask cluster needs Dask", advice="Install it: pip install 'skybind[fleet]'.") from error

    if scheduler.startswith("local"):
        count = scheduler.partition(":")[2] or "2"
        if not count.isdecimal() or count == "0":
            raise UsageError(f"{scheduler}: how many workers?", advice="Say local:N, such as local:2.")
        cluster: Any = LocalCluster(
            n_workers=int(count),
            threads_per_worker=upload_slots + _OTHERS,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # a port is opened in any case, and a second cluster wants another
            scheduler_kwargs={"dashboard": False},
            resources={UPLOAD: upload_slots},
            silence_logs=50,
        )
    else:
        cluster = None
    try:
        client: Client = Client(cluster or scheduler, timeout=_ANSWERS)
    except (OSError, ValueError) as error:
        if cluster is not None:
            cluster.close()
        raise UsageError(
            f"{scheduler}: no Dask scheduler answers there", advice="Check the address, or say local:2."
        ) from error

    def close() -> None:
        client.close()
        if cluster is not None:
            cluster.close()

    try:
        slots, workers = _slots(client)
        if cluster is None:
            _same_record(client)
    except BaseException:
        close()
        raise
    uploads = client.get_executor(pure=False, resources={UPLOAD: 1})
    return Engine(uploads, client.get_executor(pure=False), slots, workers * _OTHERS, close)


def _slots(client: Client) -> tuple[int, int]:
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    slots = int(sum(worker["resources"].get(UPLOAD, 0) for worker in workers))
    if not slots:
        raise UsageError(
            "no worker of the cluster takes uploads",
            advice=f'Start workers with: dask worker ADDRESS --resources "{UPLOAD}=1".',
        )
    return slots, len(workers)


def _same_record(client: Client) -> None:
    """Workers elsewhere must write to the record that we read."""
    here = ledger_place()
    if not is_address(here):
        raise UsageError(
            f"workers of a cluster do not see {here}",
            advice="Set SKYBIND_LEDGER=postgresql://… here and where the workers are started.",
        )
    others = [worker for worker, place in client.run(_place).items() if place != os.environ.get("SKYBIND_LEDGER")]
    if others:
        raise UsageError(
            f"{len(others)} workers keep another record, first {others[0]}",
            advice="Start them with the same SKYBIND_LEDGER as here.",
        )


def _place() -> str | None:
    return os.environ.get("SKYBIND_LEDGER")
