"""Operations of the group `jobs`."""

from typing import Any

from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.settings import TerraRules
from skybind_emulators.terra.dialect import JOB_LIMIT, JOB_LIMIT_MESSAGE, NOT_ALLOWED
from skybind_emulators.terra.listing import chosen, page
from skybind_emulators.terra.parameters import ParameterCheck
from skybind_emulators.terra.resource_handlers import OUTPUT
from skybind_emulators.terra.runs import Runs
from skybind_emulators.terra.state import JobStatus, State
from skybind_emulators.terra.views import changed, job_entry, job_view

_FILTERS = {"type": "type", "status": "status", "originResourceUuid": "origin", "outputResourceUuid": "output"}


class JobHandlers:
    """Handlers of the group."""

    def __init__(self, state: State, runs: Runs, parameters: ParameterCheck, rules: TerraRules) -> None:
        self._state = state
        self._runs = runs
        self._parameters = parameters
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "createJob": self.create_job,
            "listJobs": self.list_jobs,
            "getJob": self.get_job,
            "updateJob": self.update_job,
            "deleteJob": self.delete_job,
            "startJob": self.start_job,
            "stopJob": self.stop_job,
            "copyJob": self.copy_job,
        }

    def create_job(self, call: Call) -> Any:
        """Create a job that waits for its start."""
        with self._state.lock:
            self._room_for_one()
            job = self._state.add_job(name=call.body["name"], meta=call.body.get("meta", ""))
            return changed(job_view(job), call.arguments.header)

    def list_jobs(self, call: Call) -> Any:
        """A page of jobs. It counts as a look at the status of every job."""
        query = call.arguments.query
        with self._state.lock:
            running = [job.uuid for job in self._state.unfinished_jobs()]
        self._look(running, call)
        with self._state.lock:
            jobs = chosen(self._state.jobs.values(), query, self._rules)
            for name, attribute in _FILTERS.items():
                if (wanted := query.get(name, "")) != "":
                    jobs = [job for job in jobs if getattr(job, attribute) == wanted]
            return page(jobs, query, self._rules, job_entry)

    def get_job(self, call: Call) -> Any:
        """A job. It counts as a look at its status."""
        uuid = call.arguments.path["uuid"]
        self._look([uuid], call)
        with self._state.lock:
            return job_view(self._state.job(uuid))

    def update_job(self, call: Call) -> Any:
        """Change name or free text, in any state (our assumption)."""
        with self._state.lock:
            job = self._state.job(call.arguments.path["uuid"])
            job.name = call.body.get("name", job.name)
            job.meta = call.body.get("meta", job.meta)
            self._state.touch(job)
            return changed(job_view(job), call.arguments.header)

    def delete_job(self, call: Call) -> Any:
        """Delete a job that does not run. Its output stays (our assumption).

        Raises:
            Refusal: 102003, it runs.
        """
        with self._state.lock:
            job = self._state.job(call.arguments.path["uuid"])
            if job.status is not JobStatus.CREATED and not job.status.final:
                raise Refusal(NOT_ALLOWED, f"the job runs (status {job.status.value}); stop it first")
            del self._state.jobs[job.uuid]

    def start_job(self, call: Call) -> Any:
        """Start a job: lock its input, create its output, begin.

        Raises:
            Refusal: 102114 no such job; 102003 it was started before; 102002 no such resource; 102001 the parameters
                do not fit the job's type.
        """
        body = call.body
        with self._state.lock:
            job = self._state.job(call.arguments.path["uuid"])
            if job.status is not JobStatus.CREATED:
                raise Refusal(NOT_ALLOWED, f"the job was started before (status {job.status.value})")
            resource = self._state.resource(body["resourceUuid"])
            kind = int(body["type"])
            parameters = self._parameters.read(kind, body["parameters"])
            output = self._state.add_resource(name=f"output of job: {job.uuid}", type=OUTPUT, revisable=False)
            resource.revisable = False
            self._state.touch(resource)
            job.type, job.parameters = kind, body["parameters"]
            job.origin, job.output = resource.uuid, output.uuid
            job.started_at = self._state.clock.now()
            self._state.touch(job)
            self._runs.begin(
                job, resource, parameters, stalled_by=call.struck("stall"), doomed=call.struck("fail") is not None
            )

    def stop_job(self, call: Call) -> Any:
        """Stop a job whose status is below 4, started or not.

        Raises:
            Refusal: 102003, it is past that.
        """
        with self._state.lock:
            job = self._state.job(call.arguments.path["uuid"])
            if job.status >= JobStatus.PROCESSING_RESULTS:
                raise Refusal(NOT_ALLOWED, f"the job can no longer be stopped (status {job.status.value})")
            self._runs.stop(job)

    def copy_job(self, call: Call) -> Any:
        """Create a job with the same name, free text and type, which waits for its start."""
        with self._state.lock:
            original = self._state.job(call.arguments.path["uuid"])
            self._room_for_one()
            job = self._state.add_job(
                name=call.body.get("name", original.name),
                meta=call.body.get("meta", original.meta),
                type=original.type,
            )
            return changed(job_view(job), call.arguments.header)

    def _look(self, uuids: list[str], call: Call) -> None:
        stalled, doomed = call.struck("stall") is not None, call.struck("fail") is not None
        self._runs.read(uuids, stalled=stalled, doomed=doomed)

    def _room_for_one(self) -> None:
        if len(self._state.unfinished_jobs()) >= self._rules.unfinished_jobs:
            raise Refusal(JOB_LIMIT, JOB_LIMIT_MESSAGE)
