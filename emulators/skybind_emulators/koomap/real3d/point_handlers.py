"""Operations on mark points: control points that people point out in photos, once the triangulation is there."""

from decimal import Decimal
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.album import Album
from skybind_emulators.koomap.real3d.decimals import control_point, decimal_text, same
from skybind_emulators.koomap.real3d.marker_file import MarkerFile
from skybind_emulators.koomap.real3d.records import ImageRecord, PointRecord, TaskRecord
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.views import point_view
from skybind_emulators.koomap.refusals import refuse

_UPLOAD_FAILED = "KMP.00021163"


@frozen
class PointHandlers:
    """Handlers of these operations."""

    stock: Stock
    album: Album
    marker_file: MarkerFile

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return {
            "addSpurPoint": self.add,
            "deleteSpurPoint": self.delete,
            "listSpurPoints": self.list,
            "showSpurCount": self.count,
            "createMarkerInfo": self.write_file,
        }

    def add(self, call: Call) -> Any:
        """Mark a control point in a photo.

        Raises:
            Refusal: a field is missing or no decimal number; 00021151 no such task; 00021172 the task is uncontrolled;
                00021173 its triangulation is not there; 00021152, 00021153, 00021154, 00021162 as ``Album.image``;
                00021156 the pixel is outside the photo; 00021168 to 00021171 the control point is out of range;
                00021157 the same pixel is marked already.
        """
        body = call.body
        with self.stock.lock:
            image_code = str(reading.needed(body, "imageCode"))
            pixel = {name: decimal_text(body, name) for name in ("pointWidth", "pointHeight")}
            task = self._task(body)
            if not task.controlled:
                raise refuse("KMP.00021172")
            if not task.triangulated:
                raise refuse("KMP.00021173")
            image = self.album.image(image_code, task.folder_code)
            _check_inside(image, pixel["pointWidth"], pixel["pointHeight"])
            place = control_point(body)
            for other in self.stock.points_of(task):
                here = same(other.width_px, pixel["pointWidth"]) and same(other.height_px, pixel["pointHeight"])
                if here and other.image_code == image_code:
                    raise refuse("KMP.00021157")
            point = PointRecord(
                id=self.stock.ids.decimal(),
                task_id=task.id,
                image_code=image_code,
                width_px=pixel["pointWidth"],
                height_px=pixel["pointHeight"],
                **place,
                creator=self.stock.account.creator,
                serial=self.stock.serial(),
            )
            self.stock.points[point.id] = point
            task.has_marker = True
            self.stock.touch(task)
            return point_view(point)

    def delete(self, call: Call) -> Any:
        """Delete a mark point. Without any left, the task's marker file no longer counts.

        Raises:
            Refusal: 00021158 no such point; 00021160 another user made it.
        """
        with self.stock.lock:
            point = self.stock.points.get(str(reading.needed(call.body, "id")))
            if point is None:
                raise refuse("KMP.00021158")
            if point.creator != self.stock.account.creator:
                raise refuse("KMP.00021160")
            del self.stock.points[point.id]
            task = self.stock.tasks[point.task_id]
            task.has_marker = bool(self.stock.points_of(task))
            if not task.has_marker:
                self.marker_file.drop(task)
            self.stock.touch(task)
            return True

    def list(self, call: Call) -> Any:
        """A page of the mark points in a photo, newest first (as in the manual's example).

        Raises:
            Refusal: 00021151 no such task; 00021152 no such photo; 00021153 it is not in the task's folder; 00021201,
                00021202 offset or limit out of range.
        """
        offset, limit = reading.page_of(call.body)
        self.album.draw()
        with self.stock.lock:
            image_code = str(reading.needed(call.body, "imageCode"))
            task = self._task(call.body)
            self.album.image(image_code, task.folder_code)
            found = [point for point in self.stock.points_of(task) if point.image_code == image_code]
            found.sort(key=lambda point: point.serial, reverse=True)
            rows, page = paged(found, offset, limit)
            return {"spurInfos": [point_view(point) for point in rows], "page": page}

    def count(self, call: Call) -> Any:
        """In how many photos of a task a control point is marked. Control points are the same if all four numbers are.

        Raises:
            Refusal: 00021151 no such task; 00021168 to 00021171 the control point is out of range.
        """
        with self.stock.lock:
            task = self._task(call.body)
            wanted = control_point(call.body)
            found = [
                point.image_code
                for point in self.stock.points_of(task)
                if all(same(getattr(point, name), text) for name, text in wanted.items())
            ]
            return {"count": len(set(found))}

    def write_file(self, call: Call) -> Any:
        """Write the file that tells a controlled modelling all mark points of its task.

        Raises:
            Refusal: 00021151 no such task; 00021163 a fault keeps the file from being stored; others as
                ``MarkerFile.write``.
        """
        with self.stock.lock:
            task = self._known(call.arguments.path["task_id"])
            if call.struck("fail"):
                raise refuse(_UPLOAD_FAILED)
            self.marker_file.write(task)
            return True

    def _task(self, body: reading.Fields) -> TaskRecord:
        return self._known(str(reading.needed(body, "taskId")))

    def _known(self, task_id: str) -> TaskRecord:
        if task_id not in self.stock.tasks:
            raise refuse("KMP.00021151")
        return self.stock.tasks[task_id]


def _check_inside(image: ImageRecord, column: str, row: str) -> None:
    if not (0 <= Decimal(column) <= image.width_px and 0 <= Decimal(row) <= image.height_px):
        raise refuse("KMP.00021156")
