"""A workflow over all operations of Altizure, written once for sync and async."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from skybind.steps import Workflow, ask, first
from skybind_clients.altizure.models.enums import (
    BucketMinio,
    BucketMinioMeta,
    BucketMinioModel,
    BucketOSS,
    BucketS3,
    BucketS3Model,
    Currency,
    ImageType,
    TaskType,
    UploadFileState,
)
from skybind_emulators import Running
from unit.emulators.altizure.harness import photo, sha1
from unit.emulators.altizure.test_attachments import archive

__all__ = ["all_of_altizure"]

PHOTOS = [photo(number) for number in range(5)]
GOOD = {UploadFileState.READY}


def all_of_altizure(emulators: Running) -> Workflow[None]:
    """One call after another, each of an operation."""
    project = yield from _project()
    yield from _images(emulators, project)
    yield from _meta_files(emulators, project)
    yield from _tasks(emulators, project)
    yield from _models(emulators)
    yield from _about()
    yield from _account(emulators)
    yield from _end(emulators, project)


def _project() -> Workflow[str]:
    made = yield from ask(lambda api: api.projects.create(name="survey", type_="pro", visibility="public"))
    assert (yield from ask(lambda api: api.projects.get(made.id))).name == "survey"
    assert [found.id for found in (yield from ask(lambda api: api.projects.find(id=made.id[:8])))] == [made.id]
    lists: list[Callable[[Any], Any]] = [
        lambda api: api.projects.list(first=1),
        lambda api: api.projects.list_reconstructions(),
        lambda api: api.projects.list_public(),
    ]
    for listed in lists:
        assert made.id in {found.id for found in (yield from first(listed))}
    yield from ask(lambda api: api.projects.list_near(latitude=22.3, longitude=114.2))
    yield from first(lambda api: api.projects.list_annotations(made.id))
    yield from ask(lambda api: api.projects.geometry(made.id))
    yield from ask(lambda api: api.projects.list_published(made.id))
    return str(made.id)


def _images(emulators: Running, pid: str) -> Workflow[None]:
    nearest = yield from ask(lambda api: api.buckets.for_images())
    assert BucketOSS.SHENZHEN in {found.bucket for found in nearest}
    keys = yield from ask(lambda api: api.images.sign_oss(pid, bucket=BucketOSS.SHENZHEN, filename=""))
    one, two, three, four, fifth = PHOTOS
    place = {"filename": "a.jpg", "type_": ImageType.JPEG}
    image = yield from ask(
        lambda api: api.images.upload_oss(pid, bucket=BucketOSS.SHENZHEN, checksum=sha1(one), **place)
    )
    yield from ask(lambda api: api.images.start_upload(image.id))
    emulators.store.put(keys.bucket, f"{pid}/{image.filename}", one)
    yield from ask(lambda api: api.images.done_upload(image.id))
    assert (yield from ask(lambda api: api.images.get(pid, image.id))).state == UploadFileState.READY
    assert (yield from ask(lambda api: api.images.has(pid, checksum=sha1(one)))).id == image.id
    for content, name in ((two, "s3"), (three, "minio"), (four, "s3")):
        yield from _by_link(emulators, pid, content, name)
    by_url = yield from ask(
        lambda api: api.images.upload_url(pid, url="http://127.0.0.1:1/b.jpg", checksum=sha1(fifth))
    )
    states = {found.id: found.state for found in (yield from first(lambda api: api.images.list(pid)))}
    assert states.pop(by_url.id) == UploadFileState.INVALID  # nobody serves it
    assert (len(states), set(states.values())) == (4, GOOD)
    originals = yield from first(lambda api: api.images.list_originals(pid))
    assert sum(found.url is not None for found in originals) == 4


def _by_link(emulators: Running, pid: str, content: bytes, cloud: str) -> Workflow[None]:
    place = {"filename": f"{sha1(content)}.jpg", "checksum": sha1(content)}
    if cloud == "s3":
        signed = yield from ask(lambda api: api.images.upload_s3(pid, bucket=BucketS3.PARIS, **place))
    else:
        signed = yield from ask(lambda api: api.images.upload_minio(pid, bucket=BucketMinio.MINIO, **place))
    yield from ask(lambda api: api.images.start_upload(signed.image.id))
    _put(emulators, signed.url, content)


def _put(emulators: Running, url: str, content: bytes) -> None:
    """Lay bytes where a signed address leads."""
    bucket, _, key = url.partition("?")[0].split("/", 3)[3].partition("/")
    emulators.store.put(bucket, key, content)


def _meta_files(emulators: Running, pid: str) -> Workflow[None]:
    yield from ask(lambda api: api.buckets.for_meta_files())
    signed = yield from ask(lambda api: api.meta_files.upload_s3(pid, bucket=BucketS3.PARIS, filename="pose.txt"))
    _put(emulators, signed.url, b"poses")
    assert (yield from ask(lambda api: api.meta_files.get(pid, signed.file.id))).state == UploadFileState.READY
    assert (yield from ask(lambda api: api.meta_files.has(pid, checksum=sha1(b"poses")))).id == signed.file.id
    yield from ask(lambda api: api.meta_files.upload_minio(pid, bucket=BucketMinioMeta.MINIO, filename="camera.txt"))
    yield from ask(lambda api: api.meta_files.upload_url(pid, url="http://127.0.0.1:1/group.txt"))


def _tasks(emulators: Running, pid: str) -> Workflow[None]:
    emulators.faults.add("altizure.startReconstructionWithError", "stall", count=1)
    yield from ask(lambda api: api.tasks.start(pid, task_type=TaskType.NATIVE))
    yield from ask(lambda api: api.tasks.stop(pid))
    emulators.faults.clear()
    emulators.altizure.user.coupons["c1"] = 5.0
    yield from ask(lambda api: api.tasks.start_with_coupons(pid, coupons=["c1"]))
    assert (yield from ask(lambda api: api.projects.progress(pid))).task_state == "Done"
    assert (yield from first(lambda api: api.projects.list_downloads(pid)))
    yield from ask(lambda api: api.tasks.pre_start(pid))


def _models(emulators: Running) -> Workflow[None]:
    yield from ask(lambda api: api.buckets.for_models())
    made = yield from ask(lambda api: api.projects.create(name="model", imported=True, model_type="CAD"))
    place: dict[str, Any] = {"filename": "model.zip"}
    signed = yield from ask(lambda api: api.models.upload_s3(made.id, bucket=BucketS3Model.LONDON, **place))
    _put(emulators, signed.url, archive())
    yield from ask(lambda api: api.models.done_upload(made.id, merge=False))
    other = yield from ask(lambda api: api.projects.create(name="parts", imported=True))
    yield from ask(lambda api: api.models.upload_minio(other.id, bucket=BucketMinioModel.MINIO, **place))
    yield from ask(lambda api: api.models.upload_url(other.id, url="http://127.0.0.1:1/model.zip"))


def _about() -> Workflow[None]:
    assert (yield from ask(lambda api: api.support.api_version())) == "2.7.4"
    assert (yield from ask(lambda api: api.support.system_mode())) == "Normal"
    assert "OSS" in (yield from ask(lambda api: api.support.supported_clouds(kind="image")))
    assert (yield from ask(lambda api: api.support.enum_values(name="BucketOSS")))
    address = (yield from ask(lambda api: api.support.endpoints())).api
    page = f"{address}/graphql?query=%7Bversions%7Bapi%7D%7D"  # the server can reach itself
    assert (yield from ask(lambda api: api.support.test_network(url=page))) == "Success"
    info = yield from ask(lambda api: api.support.explain_error(code="RECONSTRUCTION_FAILED", lang="en"))
    assert info.description
    assert (yield from ask(lambda api: api.costs.gigapixels(width=4000, height=3000, num_img=100))) == 1.2
    assert round((yield from ask(lambda api: api.costs.coins_to_money(coins=3.0, currency=Currency.USD))), 2) == 35.4
    assert round((yield from ask(lambda api: api.costs.money_to_coins(money=12.0, currency=Currency.USD))), 2) == 1.02


def _account(emulators: Running) -> Workflow[None]:
    altizure = emulators.altizure
    user = altizure.user
    assert (yield from ask(lambda api: api.account.me())).email == user.email
    assert (yield from ask(lambda api: api.account.get_token(email=user.email, password=user.password)))
    yield from ask(lambda api: api.account.request_login_code(phone=user.phone))
    code = altizure.accounts.messages[-1][1]
    assert (yield from ask(lambda api: api.account.get_token_by_code(phone=user.phone, code=code)))
    yield from ask(lambda api: api.account.set_picture(img_str="aGk="))


def _end(emulators: Running, pid: str) -> Workflow[None]:
    other = emulators.altizure.accounts.by_email("other@example.com")
    if other is None:
        other = emulators.altizure.accounts.add_user(email="other@example.com")
    yield from ask(lambda api: api.account.transfer_coins(amount=1.0, email=other.email, message="thanks"))
    yield from ask(lambda api: api.projects.report(pid, description="a test"))
    spare = yield from ask(lambda api: api.projects.create(name="spare"))
    yield from ask(lambda api: api.projects.transfer(spare.id, email=other.email))
    yield from ask(lambda api: api.projects.remove(pid))
