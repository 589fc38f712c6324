"""States of real-scene 3D tasks and refine subtasks, and which of them allow what.

Where the manual's text and the advice of its error codes differ, the wider of the two is served; the reason stands
beside the set.
"""

from enum import StrEnum


class Status(StrEnum):
    """States of a task or of a refine subtask. Each kind uses a part of them."""

    INIT = "INIT"
    UPLOADING = "UPLOADING"
    UPLOAD_SUCCESS = "UPLOAD_SUCCESS"
    UPLOAD_FAILED = "UPLOAD_FAILED"
    PENDING = "PENDING"
    STARTING = "STARTING"
    START_FAILED = "START_FAILED"
    RUNNING = "RUNNING"
    BUNDLE_SUCCESS = "BUNDLE_SUCCESS"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    STOPPING = "STOPPING"
    STOP_SUCCESS = "STOP_SUCCESS"
    ARCHIVED = "ARCHIVED"


class ProductStatus(StrEnum):
    """States of a product."""

    PREPARING = "preparing"
    AVAILABLE = "available"
    DELETING = "deleting"


STARTED = frozenset({Status.PENDING, Status.STARTING, Status.RUNNING})
MOVING = STARTED | {Status.STOPPING}
UPLOADS = frozenset({Status.UPLOADING, Status.UPLOAD_SUCCESS, Status.UPLOAD_FAILED})

TASK_STATES = frozenset(Status) - UPLOADS
TASK_UPDATABLE = frozenset({Status.INIT, Status.START_FAILED, Status.FAILED, Status.STOP_SUCCESS})
# Section 4.5.3. A task in START_FAILED is not in it: an update leads it back to INIT.
TASK_STARTABLE = frozenset({Status.INIT, Status.STOP_SUCCESS, Status.FAILED, Status.BUNDLE_SUCCESS})
TASK_FINISHED = frozenset({Status.SUCCESS, Status.ARCHIVED})
# Section 4.5.6, and BUNDLE_SUCCESS from the advice of KMP.00021114: else such a task could never go.
TASK_DELETABLE = TASK_UPDATABLE | {Status.SUCCESS, Status.BUNDLE_SUCCESS}

SUBTASK_STATES = frozenset(Status) - {Status.BUNDLE_SUCCESS, Status.ARCHIVED}
# Section 4.6.3, and START_FAILED from the advice of KMP.00021145: no update leads a subtask out of it.
SUBTASK_STARTABLE = frozenset({Status.UPLOAD_SUCCESS, Status.STOP_SUCCESS, Status.FAILED, Status.START_FAILED})
SUBTASK_DELETABLE = SUBTASK_STARTABLE | {Status.INIT, Status.UPLOAD_FAILED, Status.SUCCESS}
# What keeps the task of a subtask from being deleted: the subtask runs, or its data are on their way.
SUBTASK_BUSY = MOVING | {Status.UPLOADING}
