"""What the real-scene 3D half of an account holds. Times are Unix seconds; ``serial`` tells the order of creation."""

from collections.abc import Mapping, Sequence

from attrs import define, frozen

from skybind_emulators.koomap.real3d.states import ProductStatus, Status

CONTROLLED, UNCONTROLLED = "REAL3D-CTRL", "REAL3D-UNCTRL"
MESH, NERF = "Mesh", "Nerf"


@define(kw_only=True, eq=False)
class Worked:
    """What tasks and subtasks have in common: they are started, move, and end.

    Attributes:
        progress: share of the whole work that is done, 0 to 1; None while nothing was done.
        exec_start: when it began to run, None before.
        exec_stop: when its last run ended, None before.
        fail_message: why it failed, None if it did not.
    """

    id: str
    name: str
    creator: str
    latest_operator: str
    created_at: float
    updated_at: float
    serial: int
    status: Status = Status.INIT
    progress: float | None = None
    exec_start: float | None = None
    exec_stop: float | None = None
    fail_message: str | None = None


@define(kw_only=True, eq=False)
class TaskRecord(Worked):
    """A modelling task.

    Attributes:
        type: ``REAL3D-CTRL`` or ``REAL3D-UNCTRL``; None until it is set.
        modeling_type: ``Mesh`` or ``Nerf``; None is modelled as a mesh, as before the field existed.
        modeling_params: numbers as text; None after an update took them away.
        triangulated: an aerial triangulation of the present input is there.
        marker_file: key of the marker file, None until there is one.
    """

    workspace_id: str
    description: str | None
    type: str | None
    modeling_type: str | None
    modeling_params: Mapping[str, str] | None
    coordinate_sys: str
    folder_code: str | None
    has_marker: bool = False
    triangulated: bool = False
    marker_file: str | None = None

    @property
    def controlled(self) -> bool:
        """Whether it is modelled with control points."""
        return self.type == CONTROLLED


@define(kw_only=True, eq=False)
class SubtaskRecord(Worked):
    """A refine subtask of a task.

    Attributes:
        prefix: what the keys of its uploaded data begin with.
        refine_product_id: given at creation; the product is there once the subtask has succeeded.
    """

    task: TaskRecord
    prefix: str
    refine_product_id: str


@frozen
class ImageRecord:
    """A photo of a folder. ``key`` is where it lies in the store, once it has been uploaded."""

    code: str
    folder_code: str
    key: str
    etag: str
    width_px: int
    height_px: int


@define(kw_only=True, eq=False)
class FolderRecord:
    """A folder of oblique photos. ``status``: 0 in progress, 1 done, 2 import failed."""

    code: str
    name: str
    alias: str
    description: str
    path: str
    status: int
    created_at: float
    image_codes: tuple[str, ...] = ()


@define(kw_only=True, eq=False)
class PointRecord:
    """A mark point: a control point seen at a pixel of a photo. The texts are those that were sent."""

    id: str
    task_id: str
    image_code: str
    width_px: str
    height_px: str
    longitude: str
    latitude: str
    height: str
    accuracy: str
    creator: str
    serial: int


@frozen
class Detail:
    """Files of one kind in a product: names, and bytes in all."""

    type: str
    size: int
    files: Sequence[str]


@define(kw_only=True, eq=False)
class ProductRecord:
    """What a task made. What it says of the task is as it was at the end of the task, which may be gone since.

    Attributes:
        prefix: what the keys of its files begin with.
        seen_at: simulated time when it was last brought up to date.
        waited_s: simulated seconds spent in the present state, pauses left out.
        reads: how often it was listed in the present state.
    """

    id: str
    name: str
    folder_code: str | None
    task_id: str
    task_name: str
    task_params: str
    task_started_at: float | None
    task_ended_at: float | None
    workspace_id: str
    details: Sequence[Detail]
    prefix: str
    created_at: float
    updated_at: float
    serial: int
    seen_at: float
    status: ProductStatus = ProductStatus.PREPARING
    waited_s: float = 0.0
    reads: int = 0

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(detail.size for detail in self.details)


@define(kw_only=True, eq=False)
class RefineProductRecord(ProductRecord):
    """What a refine subtask made."""

    subtask_id: str
    subtask_name: str
    subtask_created_at: float
    subtask_completed_at: float


@frozen
class DoneModelling:
    """A modelling that succeeded, as billing counts it: photos' pixels in all."""

    modeling_type: str
    pixels: int
    at: float
