"""New satellite tasks: what a request for one must be like."""

import re
from collections.abc import Mapping
from typing import Any

from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.satellite.checking import MOSAIC, mismatches, named_after, raw_images, result_stems
from skybind_emulators.koomap.satellite.coordinates import check_coordinates
from skybind_emulators.koomap.satellite.images import RESULT, ImageRecord, Images
from skybind_emulators.koomap.satellite.materials import Materials
from skybind_emulators.koomap.satellite.tasks import TaskRecord, Tasks
from skybind_emulators.settings import KooMapRules

_HAN = "\u4e00-\u9fa5"
_ALIAS = re.compile(rf"[{_HAN}A-Za-z0-9_.-]{{0,255}}")
_DESCRIPTION = re.compile(rf"[{_HAN}A-Za-z0-9_-]{{0,255}}")
_RECTIFIED = "L3"


class Orders:
    """Takes requests for tasks. Its methods are called with the lock held."""

    def __init__(self, tasks: Tasks, images: Images, materials: Materials, rules: KooMapRules) -> None:
        self._tasks = tasks
        self._images = images
        self._materials = materials
        self._rules = rules

    def taken(self) -> set[str]:
        """Names of results that are there, or are promised by a task."""
        made = {image.name for image in self._images.all() if image.origin == RESULT}
        return made.union(*(task.results for task in self._tasks.records.values()))

    def take(self, body: Mapping[str, Any]) -> TaskRecord:
        """A new task. What was asked for is checked from the workspace to the names of the results.

        Raises:
            Refusal: 00051053, 00051061, 00051002 the workspace; 00051004 the name is taken, without regard to case
                (our assumption); 00051011 there are as many tasks as there may be; 00051075 clipping and tiling need
                L5; 00051006, 00051007, 00051056 the vector; 00051008 L3 needs a csv file; 00051076 the images do not go
                together; what images, csv files and the coordinate system are refused for; 00051069, 00051010,
                00051005, 00051022 names, aliases and descriptions of the results.
        """
        tasks = self._tasks
        workspace = tasks.workspace(body["workspace_id"])
        level, clip, tile = body["production_level"], body["isClip"], body["isTile"]
        if any(task.name.casefold() == body["task_name"].casefold() for task in tasks.records.values()):
            raise refuse("KMP.00051004")
        if len(tasks.records) >= self._rules.satellite_tasks_max:
            raise refuse("KMP.00051011")
        check_coordinates(body["coordination"])
        if "1" in (clip, tile) and level != MOSAIC:
            raise refuse("KMP.00051075")
        shape_id = self._shape(body, clip)
        raws = raw_images(body["data_ids"], self._images, self._rules)
        if mismatches(raws):
            raise refuse("KMP.00051076")
        if level == _RECTIFIED and not body["csv_ids"]:
            raise refuse("KMP.00051008")
        self._materials.check_csvs(body["csv_ids"], raws)
        task = TaskRecord(
            task_id=tasks.ids.hex32(),
            workspace_id=workspace.workspace_id,
            name=body["task_name"],
            description=body.get("task_description", ""),
            image_ids=tuple(body["data_ids"]),
            level=level,
            coordination=body["coordination"],
            results=self._results(body, raws),
            csv_ids=tuple(body["csv_ids"]),
            shape_id=shape_id,
            clip=clip,
            tile=tile,
            created_at=tasks.clock.now(),
            serial=tasks.serial(),
        )
        tasks.records[task.task_id] = task
        return task

    def _shape(self, body: Mapping[str, Any], clip: str) -> str | None:
        shape_id: str | None = body.get("shape_id")
        if clip == "1" and not shape_id:
            raise refuse("KMP.00051006")
        if shape_id:
            self._materials.check_vector(shape_id)
        return shape_id

    def _results(self, body: Mapping[str, Any], raws: list[ImageRecord]) -> dict[str, tuple[str, str]]:
        """Alias and description of each result by its name; the names must be those that the check of images gives."""
        aliases, descriptions = body["data_alias"], body["data_description"]
        stems = result_stems(raws, body["production_level"], body["task_name"])
        unnamed = [stem for stem in stems if not any(named_after(name, stem) for name in aliases)]
        if unnamed or len(aliases) != len(stems) or not set(descriptions) <= set(aliases):
            raise refuse("KMP.00051069")
        if not self.taken().isdisjoint(aliases):
            raise refuse("KMP.00051010")
        # C-37: a null alias in an example; the name then stands for it (our assumption).
        results = {name: (aliases[name] or name, descriptions.get(name) or "") for name in aliases}
        for alias, description in results.values():
            if not _ALIAS.fullmatch(alias) or not _DESCRIPTION.fullmatch(description):
                raise refuse("KMP.00051022")
        wanted = [alias for alias, _ in results.values()]
        if len(set(wanted)) != len(wanted) or not self._aliases().isdisjoint(wanted):
            raise refuse("KMP.00051005")
        return results

    def _aliases(self) -> set[str]:
        made = {image.alias for image in self._images.all() if image.origin == RESULT}
        return made.union(*({alias for alias, _ in task.results.values()} for task in self._tasks.records.values()))
