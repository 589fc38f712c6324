"""Small stand-ins for what makes photos and models, so that an emulated account is there in a moment."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path
from typing import Any, Literal

from attrs import frozen
from PIL import Image

__all__ = ["PHOTOS", "OnTheSpot", "few_photos", "noisy_photo", "small_mesh"]

PHOTOS = 3
WIDTH_PX, HEIGHT_PX = 40, 30


class OnTheSpot(Executor):
    """Does at once what it is given, so that nothing depends on the timing of threads."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **more))
        except Exception as error:
            future.set_exception(error)
        return future


@frozen
class Made:
    """A file of a model."""

    name: str
    path: Path


def small_mesh(
    kind: Literal["2d", "3d", "lidar"],
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> Sequence[Made]:
    """An engine: writes a triangulation, and a mesh of one vertex if one is wanted."""
    contents = {"AT/camera_list.json": json.dumps({"cameras": [name for name, _ in photos]})}
    if parameters["output_mesh"]:
        contents |= {"terra_obj/model.obj": "v 0 0 0\n", "terra_obj/metadata.xml": "<ModelMetadata/>"}
    made = []
    for name, content in contents.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        made.append(Made(name, path))
    return made


def few_photos(out: Path) -> list[Path]:
    """A flight of small photos, each of its own bytes."""
    files = [out / f"DJI_{number:04d}.JPG" for number in range(PHOTOS)]
    for number, file in enumerate(files):
        file.write_bytes(_jpeg(Image.new("RGB", (WIDTH_PX, HEIGHT_PX), (60 * number, 80, 80))))
    return files


@cache
def noisy_photo() -> bytes:
    """A JPEG of 64 by 48 pixels in which there is something to recognise."""
    pixels = bytes((column * 37 + row * 101) % 256 for row in range(48) for column in range(64))
    return _jpeg(Image.frombytes("L", (64, 48), pixels))


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()
