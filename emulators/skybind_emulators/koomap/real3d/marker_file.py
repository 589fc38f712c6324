"""The marker file of a controlled task: all its mark points, by control point. Its form is our assumption."""

import json
from typing import Any

from attrs import frozen

from skybind_emulators.exchange import Refusal
from skybind_emulators.koomap.real3d.album import Album
from skybind_emulators.koomap.real3d.decimals import same
from skybind_emulators.koomap.real3d.making import CAMERAS, readable_triangulation
from skybind_emulators.koomap.real3d.records import PointRecord, TaskRecord
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.refusals import refuse

_PLACE = ("longitude", "latitude", "height", "accuracy")


@frozen
class MarkerFile:
    """Writes and drops marker files. Its methods are called with the lock held."""

    stock: Stock
    vault: Vault
    album: Album

    def write(self, task: TaskRecord) -> None:
        """Write the file anew.

        Raises:
            Refusal: 00021107 the task is uncontrolled; 00021109 its triangulation was not run; 00021165, 00021164,
                00021166 the triangulation's files are all gone, or that of the cameras is, or is broken; 00021108 the
                task has no mark points; 00021162 a photo with a point is not as it was.
        """
        if not task.controlled:
            raise refuse("KMP.00021107")
        if not task.triangulated:
            raise refuse("KMP.00021109")
        self._check_triangulation(task)
        points = self.stock.points_of(task)
        if not points:
            raise refuse("KMP.00021108")
        self._check_photos(task, points)
        key = self.vault.marker_file(task.id)
        self.vault.put(key, json.dumps(_content(task, points), ensure_ascii=False, indent=1).encode("utf-8"))
        task.marker_file = key
        self.stock.touch(task)

    def drop(self, task: TaskRecord) -> None:
        """Forget the file, if there is one."""
        if task.marker_file is not None:
            self.vault.drop(task.marker_file)
            task.marker_file = None

    def _check_triangulation(self, task: TaskRecord) -> None:
        prefix = self.vault.triangulation(task.id)
        if not self.vault.under(prefix):
            raise refuse("KMP.00021165")
        cameras = self.vault.head(prefix + CAMERAS)
        if cameras is None:
            raise refuse("KMP.00021164")
        if not readable_triangulation(cameras.path):
            raise refuse("KMP.00021166")

    def _check_photos(self, task: TaskRecord, points: list[PointRecord]) -> None:
        for code in {point.image_code for point in points}:
            try:
                self.album.image(code, task.folder_code)
            except Refusal:
                raise refuse("KMP.00021162") from None


def _content(task: TaskRecord, points: list[PointRecord]) -> dict[str, Any]:
    groups: list[list[PointRecord]] = []
    for point in points:
        for group in groups:
            if all(same(getattr(group[0], name), getattr(point, name)) for name in _PLACE):
                group.append(point)
                break
        else:
            groups.append([point])
    return {
        "task_id": task.id,
        "coordinate_sys": task.coordinate_sys,
        "control_points": [
            {
                **{name: getattr(group[0], name) for name in _PLACE},
                "marks": [
                    {"id": point.id, "imageCode": point.image_code, "column": point.width_px, "row": point.height_px}
                    for point in group
                ],
            }
            for group in groups
        ],
    }
