"""Reconstructions at FlightHub: started once, and how they stand."""

import json
from typing import Any

import pytest

from skybind.errors import (
    DeadlineExceeded,
    JobFailed,
    JobStopped,
    NotFound,
    OutcomeUnknown,
    PermissionDenied,
    ServerError,
    Throttled,
    UsageError,
)
from skybind.flighthub import PhotoSet, ReconstructionRefused
from skybind.flighthub.jobs import state_of
from skybind.flighthub.kinds import parameters_text
from skybind.jobs import Phase, Schedule
from skybind_clients.flighthub.models import Model
from unit.overlay.flighthub.service import Resource, Said, lost, once, refused
from unit.overlay.flighthub.town import Town
from unit.overlay.worlds import World

PHOTOS = PhotoSet("r-1", "block 7", files=20, bytes=2000, key="k-1")


def model(**fields: Any) -> Model:
    """An answer of getModel."""
    return Model.from_dict({"model_uuid": "m", "model_status": 14, **fields})


# ------------------------------------------------------------------------------------------------------------- states


@pytest.mark.parametrize(
    ("fields", "phase"),
    [
        ({"model_status": 12}, Phase.QUEUED),
        ({"model_status": 13}, Phase.FAILED),
        ({"model_status": 14}, Phase.RUNNING),
        ({"model_status": 15}, Phase.RUNNING),
        ({"model_status": 15, "zip_status": 0}, Phase.RUNNING),
        ({"model_status": 15, "zip_status": 1}, Phase.RUNNING),
        ({"model_status": 15, "zip_status": 2}, Phase.DONE),
        ({"model_status": 15, "zip_status": 3}, Phase.FAILED),
        ({"model_status": 15, "zip_status": 77}, Phase.RUNNING),
        ({"model_status": 9, "zip_status": 0}, Phase.RUNNING),
        ({"model_status": 9, "zip_status": 2}, Phase.DONE),
        ({"model_status": 9, "zip_status": 3}, Phase.FAILED),
        ({"model_status": 14, "zip_status": 3}, Phase.RUNNING),
        ({"model_status": 8}, Phase.FAILED),
        ({"model_status": 16}, Phase.STOPPED),
        ({"model_status": 16, "zip_status": 2}, Phase.STOPPED),
        ({"model_status": 99}, Phase.UNKNOWN),
        ({"model_status": 99, "zip_status": 2}, Phase.UNKNOWN),
    ],
)
def test_each_state_has_its_phase(fields: dict[str, int], phase: Phase) -> None:
    """Done is a made model with a ready archive; an unknown state ends no wait."""
    assert state_of(model(**fields)).phase is phase


def test_a_state_keeps_what_the_service_said() -> None:
    """Its own names and numbers, the archive's too, and the error code whose meaning is not public."""
    state = state_of(model(model_status=15, zip_status=1, zip_progress=40, reconstruction_progress=100, error_code=7))
    assert state.native == "reconstructed (15), archive running (1, 40 %)"
    assert (state.progress, state.message) == (1.0, "error code 7")
    failed = state_of(model(model_status=13, error_code=31))
    assert failed.message == "no compute was given, error code 31"
    assert state_of(model(model_status=14)).progress is None


# -------------------------------------------------------------------------------------------------------------- start


@pytest.mark.parametrize(("kind", "number"), [("2d", 1), ("3d", 2), ("3dgs", 3), ("lidar", 4)])
def test_a_start_asks_for_one_kind(world: World, town: Town, kind: str, number: int) -> None:
    """One parameter text goes out, as JSON text, and the job is that model."""
    job = world.run(town.client(world).reconstruct(PHOTOS, kind, parameters={"b": 1, "a": [True]}))
    assert town.play.models[job.id]["model_type"] == number
    assert town.play.body_of("start") == {"resource_uuid": "r-1", f"parameter_{kind}": '{"a": [true], "b": 1}'}


def test_several_kinds_are_one_call(world: World, town: Town) -> None:
    """Up to four models of one start, each a job of its own."""
    jobs = world.run(
        town.client(world).reconstruct_several(
            PHOTOS, {"lidar": None, "2d": {"q": 1}, "3d": None, "3dgs": '{"x": 2}'}, delete_resource=True
        )
    )
    assert town.play.count("start") == 1
    assert list(jobs) == ["2d", "3d", "3dgs", "lidar"]
    assert len({job.id for job in jobs.values()}) == 4
    sent = town.play.body_of("start")
    assert (sent["parameter_2d"], sent["parameter_3d"], sent["parameter_3dgs"]) == ('{"q": 1}', "{}", '{"x": 2}')
    assert sent["delete_resource_if_finish"] is True


def test_the_same_request_is_the_same_job(world: World, town: Town) -> None:
    """Asked for again, by another client, in another order: nothing is started twice."""
    first = world.run(town.client(world).reconstruct(PHOTOS, "3d", parameters={"a": 1, "b": 2}))
    again = world.run(town.client(world).reconstruct(PHOTOS, "3d", parameters={"b": 2, "a": 1}))
    assert (again.id, town.play.count("start")) == (first.id, 1)


def test_other_wishes_are_another_job(world: World, town: Town) -> None:
    """Other parameters, another kind, or ``again``."""
    client = town.client(world)
    ids = [
        world.run(client.reconstruct(PHOTOS, kind, parameters=parameters, again=again)).id
        for kind, parameters, again in (
            ("3d", None, False),
            ("3d", {"a": 1}, False),
            ("2d", None, False),
            ("3d", None, True),
        )
    ]
    assert len(set(ids)) == 4


@pytest.mark.parametrize("status", [8, 13, 16])
def test_what_has_failed_is_started_anew(world: World, town: Town, status: int) -> None:
    """A job that failed or was stopped is not given again."""
    client = town.client(world)
    first = world.run(client.reconstruct(PHOTOS))
    town.play.models[first.id]["model_status"] = status
    assert world.run(client.reconstruct(PHOTOS)).id != first.id


def test_only_what_is_missing_is_started(world: World, town: Town) -> None:
    """Of several kinds, those that run already are left alone."""
    client = town.client(world)
    first = world.run(client.reconstruct(PHOTOS, "2d"))
    jobs = world.run(client.reconstruct_several(PHOTOS, {"2d": None, "3d": None}))
    assert jobs["2d"].id == first.id
    assert set(town.play.body_of("start")) == {"resource_uuid", "parameter_3d"}


@pytest.mark.parametrize("trouble", [lost, refused(210504), Said(b"", 502)])
def test_a_start_whose_answer_is_lost_is_found(world: World, town: Town, trouble: Any) -> None:
    """What runs of this resource and kind, and did not run before, is ours; the start goes out once."""
    stranger = town.play.make("r-1", "3d")
    town.play.make("r-2", "3d")
    town.play.after["start"] = once(trouble)
    job = world.run(town.client(world).reconstruct(PHOTOS, "3d"))
    assert town.play.count("start") == 1
    assert job.id not in {stranger, "model-2"}
    assert town.play.models[job.id]["resource_uuid"] == "r-1"


@pytest.mark.parametrize("trouble", [lost, refused(210500)])
def test_a_start_that_left_nothing_is_not_made_blindly(world: World, town: Town, trouble: Any) -> None:
    """No new model runs: the caller is told, with what the resource says; asked again, it is started once."""
    town.play.resources["r-1"] = Resource("r-1")
    town.play.before["start"] = once(trouble)
    client = town.client(world)
    with pytest.raises((OutcomeUnknown, ServerError)) as caught:
        world.run(client.reconstruct(PHOTOS))
    assert "no new model of it is listed" in caught.value.advice
    assert "is still there" in caught.value.advice
    assert town.play.count("start") == 1
    job = world.run(client.reconstruct(PHOTOS))
    assert (town.play.count("start"), list(town.play.models)) == (2, [job.id])


def test_a_model_that_shows_late_is_taken_by_the_next_call(world: World, town: Town) -> None:
    """The answer is lost and the list is late: the second call finds the model, among others, and makes none."""
    town.play.make("r-2", "3d")
    town.play.make("r-1", "2d")
    town.play.after["start"] = once(lost)
    town.play.before["running"] = once(*[{"list": None}] * 4)
    client = town.client(world)
    with pytest.raises(OutcomeUnknown, match="lost") as caught:
        world.run(client.reconstruct(PHOTOS))
    assert "cannot be read either" in caught.value.advice
    job = world.run(client.reconstruct(PHOTOS))
    assert (town.play.count("start"), job.id) == (1, "model-3")


def test_a_region_without_the_list_can_start(world: World, town: Town) -> None:
    """Where ``models/running`` is a bare 404, a start works, and states are asked one by one."""
    town.play.before["running"] = Said(b"404 page not found", 404)
    client = town.client(world)
    job = world.run(client.reconstruct(PHOTOS))
    town.play.finish(job.id)
    (outcome,) = world.items(client.poll([job], timeout=10))
    assert outcome.state.phase is Phase.DONE
    town.play.after["start"] = once(lost)
    with pytest.raises(OutcomeUnknown):
        world.run(client.reconstruct(PHOTOS, "2d"))


def test_looking_for_a_lost_start_bears_a_bad_line(world: World, town: Town) -> None:
    """Questions that fail after the lost answer do not hide it, nor end the search."""
    town.play.after["start"] = once(lost)
    before = {"first": True}

    def bad(_body: Any) -> Any:
        if before.pop("first", False):
            return None
        return None if town.play.count("running") > 4 else lost

    town.play.before["running"] = bad
    job = world.run(town.client(world).reconstruct(PHOTOS))
    assert (job.id, town.play.count("start")) == ("model-1", 1)


def test_models_of_other_requests_are_not_taken(world: World, town: Town) -> None:
    """After a lost answer, a job on record for other parameters is not mistaken for this one."""
    client = town.client(world)
    other = world.run(client.reconstruct(PHOTOS, parameters={"a": 1}))
    town.play.before["start"] = once(lost)
    with pytest.raises(OutcomeUnknown):
        world.run(client.reconstruct(PHOTOS, parameters={"a": 2}))
    assert world.run(client.reconstruct(PHOTOS, parameters={"a": 2})).id != other.id


def test_a_throttled_start_goes_again(world: World, town: Town) -> None:
    """Who is throttled has started nothing."""
    town.play.before["start"] = once(refused(210429), refused("210429"))
    world.run(town.client(world).reconstruct(PHOTOS))
    assert (town.play.count("start"), len(town.play.models)) == (3, 1)
    town.play.before["start"] = refused(210429)
    with pytest.raises(Throttled):
        world.run(town.client(world).reconstruct(PHOTOS, "2d"))


def test_a_refused_start_is_an_error(world: World, town: Town) -> None:
    """A final refusal comes out as it is, and nothing is looked for."""
    town.play.before["start"] = refused(200403, "no images left")
    with pytest.raises(PermissionDenied, match="no images left"):
        world.run(town.client(world).reconstruct(PHOTOS))
    assert town.play.count("running") == 1


@pytest.mark.parametrize("nothing", [{"uuid": "", "sub_error_code": 31}, None])
def test_a_kind_that_was_not_started_is_named(world: World, town: Town, nothing: Any) -> None:
    """Each of several may fail by itself: the error names it, and those that run are on record."""

    def half(_body: Any) -> Any:
        answer = {"model_3d": nothing} if nothing else {}
        return {"model_2d": {"uuid": town.play.make("r-1", "2d"), "status": 12, "sub_error_code": 0}, **answer}

    town.play.before["start"] = half
    client = town.client(world)
    with pytest.raises(ReconstructionRefused, match="3d") as caught:
        world.run(client.reconstruct_several(PHOTOS, {"2d": None, "3d": None}))
    assert caught.value.started == {"2d": "model-1"}
    assert "2d as model-1" in str(caught.value)
    town.play.before.clear()
    jobs = world.run(client.reconstruct_several(PHOTOS, {"2d": None, "3d": None}))
    assert jobs["2d"].id == "model-1"


# ------------------------------------------------------------------------------------------- what cannot be asked for


@pytest.mark.parametrize(
    ("kind", "files", "works"),
    [("2d", 4, False), ("2d", 5, True), ("3d", 20_000, True), ("lidar", 20_001, False), ("3dgs", 9, False),
     ("3dgs", 10, True), ("3dgs", 4_000, True), ("3dgs", 4_001, False)],
)  # fmt: skip
def test_the_number_of_files_is_checked_first(world: World, town: Town, kind: Any, files: int, works: bool) -> None:
    """5 to 20 000 for 2D, 3D and LiDAR, 10 to 4 000 for 3DGS; refused before anything is sent."""
    photos = PhotoSet("r-1", "n", files=files, bytes=1)
    client = town.client(world).with_options(check_limits=True)
    if works:
        world.run(client.reconstruct(photos, kind))
    else:
        with pytest.raises(UsageError, match=f"{files:,} files"):
            world.run(client.reconstruct(photos, kind))
        assert town.play.calls == []


@pytest.mark.parametrize("kind", ["4d", "", "3D"])
def test_an_unknown_kind_is_refused(world: World, town: Town, kind: Any) -> None:
    """Before anything is sent."""
    with pytest.raises(UsageError, match="FlightHub makes no"):
        world.run(town.client(world).reconstruct(PHOTOS, kind))
    assert town.play.calls == []


@pytest.mark.parametrize("parameters", ["[1]", "no", '"text"', {"a": object()}, {"a": float("nan")}])
def test_parameters_are_a_json_object(parameters: Any) -> None:
    """A text must be one, a mapping must become one."""
    with pytest.raises(UsageError):
        parameters_text(parameters)


def test_parameters_go_out_unchanged() -> None:
    """The keys are not public, so nothing is added, left out or renamed."""
    given = {"任意": {"x": [1, 2.5, None]}}
    assert json.loads(parameters_text(given)) == given
    assert parameters_text('{"b":1,  "a":2}') == '{"b":1,  "a":2}'
    assert parameters_text(None) == "{}"


# ------------------------------------------------------------------------------------------------- waiting and stopping


def test_a_wait_goes_to_the_end(world: World, town: Town) -> None:
    """Queued, running, archive: told as it goes, and the result is that model."""
    client = town.client(world)
    job = world.run(client.reconstruct(PHOTOS))
    steps = iter(
        [
            {},
            {"model_status": 14, "reconstruction_progress": 50},
            {"model_status": 15, "zip_status": 1},
            {"zip_status": 2},
        ]
    )
    town.play.before["model"] = lambda _body: town.play.models[job.id].update(next(steps))
    seen: list[Any] = []
    result = world.run(job.result(timeout=10, progress=seen.append))
    assert [state.phase for state in seen] == [Phase.QUEUED, Phase.RUNNING, Phase.RUNNING, Phase.DONE]
    assert result.job_id == job.id


@pytest.mark.parametrize(
    ("fields", "error"), [({"model_status": 8, "error_code": 5}, JobFailed), ({"model_status": 16}, JobStopped)]
)
def test_a_job_without_a_result_says_so(world: World, town: Town, fields: Any, error: type[Exception]) -> None:
    """Failed with the code, or stopped."""
    job = world.run(town.client(world).reconstruct(PHOTOS))
    town.play.models[job.id] |= fields
    with pytest.raises(error) as caught:
        world.run(job.wait(timeout=5))
    assert caught.value.token == job.token  # type: ignore[attr-defined]
    assert error is JobStopped or "error code 5" in str(caught.value)


def test_an_unknown_state_ends_no_wait(world: World, town: Town) -> None:
    """A number that nobody knows is waited through, until the deadline."""
    job = world.run(town.client(world).reconstruct(PHOTOS))
    town.play.models[job.id]["model_status"] = 99
    with pytest.raises(DeadlineExceeded, match=r"unknown \(99\)"):
        world.run(job.wait(timeout=0.5))


def test_stop(world: World, town: Town) -> None:
    """Stopping goes again after a lost answer; the job is stopped then."""
    job = world.run(town.client(world).reconstruct(PHOTOS))
    town.play.after["stop"] = once(lost)
    world.run(job.stop())
    assert town.play.count("stop") == 2
    assert world.run(job.status()).phase is Phase.STOPPED


def test_another_process_goes_on_by_token(world: World, town: Town) -> None:
    """A token names the same model in another client."""
    job = world.run(town.client(world).reconstruct(PHOTOS))
    assert world.run(town.client(world).job(job.token).status()).job_id == job.id


def test_many_jobs_are_asked_about_together(world: World, town: Town) -> None:
    """One question for all that run, one each for the others; each comes out as it ends."""
    for number in range(4):
        town.play.make(f"r-{number}", "3d", model_status=14)
    town.play.finish("model-2")
    town.play.models["model-3"]["model_status"] = 8
    rounds = {"left": 3}

    def ends(_body: Any) -> None:
        rounds["left"] -= 1
        if rounds["left"] == 0:
            town.play.finish("model-1")
            town.play.finish("model-4")

    town.play.before["running"] = ends
    client = town.client(world, schedule=Schedule(first=0.01, longest=0.02, grace=0.0))
    outcomes = world.items(client.poll([f"model-{n}" for n in range(1, 5)] + ["model-9"], timeout=10))
    by_job = {outcome.job_id: outcome for outcome in outcomes}
    assert len(by_job) == 5
    assert town.play.count("running") >= 3
    assert isinstance(by_job["model-9"].error, NotFound)
    assert by_job["model-3"].state.phase is Phase.FAILED
    assert {by_job[f"model-{n}"].state.phase for n in (1, 2, 4)} == {Phase.DONE}
