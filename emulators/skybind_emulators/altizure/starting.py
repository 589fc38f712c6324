"""What keeps a task from starting, and what a start costs."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from skybind_emulators.altizure.accounts import UserRecord
from skybind_emulators.altizure.money import gigapixels
from skybind_emulators.altizure.records import FileRecord, Price, ProjectRecord, TaskRecord


class StartCode(IntEnum):
    """Kinds of refusal. The guide speaks of ten; which they are, and their numbers, is our assumption."""

    NO_PROJECT = 1
    NOT_OWNER = 2
    READ_ONLY = 3
    RUNNING = 4
    NO_IMAGES = 5
    TOO_FEW_IMAGES = 6
    NO_MODEL = 7
    BAD_COUPON = 8
    NOT_ENOUGH_COINS = 9
    WRONG_TASK_TYPE = 10


MESSAGES = {
    StartCode.NO_PROJECT: "the project does not exist",
    StartCode.NOT_OWNER: "the project is not yours",
    StartCode.READ_ONLY: "the service takes no changes at the moment",
    StartCode.RUNNING: "a task of the project is under way",
    StartCode.NO_IMAGES: "the project has no image that is ready",
    StartCode.TOO_FEW_IMAGES: "the project has too few images that are ready",
    StartCode.NO_MODEL: "no model was uploaded for the project",
    StartCode.BAD_COUPON: "a coupon is unknown or was used",
    StartCode.NOT_ENOUGH_COINS: "coupons and balance do not cover the price",
    StartCode.WRONG_TASK_TYPE: "the task type does not fit the project",
}


class CannotStart(Exception):
    """A start is refused, with a code."""

    def __init__(self, code: int, message: str | None = None) -> None:
        known = MESSAGES[StartCode(code)] if code in list(StartCode) else "the task cannot start"
        super().__init__(message or known)
        self.code = code


def size_of(images: Collection[FileRecord]) -> float:
    """Gigapixels of images that are ready."""
    return sum(gigapixels(image.width, image.height) for image in images)


def price(project: ProjectRecord, owner: UserRecord, coupons: Sequence[str], *, gp: float, coin_per_gp: float) -> Price:
    """What a start costs: nothing in a free project.

    Raises:
        CannotStart: a coupon is not the owner's any more, or all together is not enough.
    """
    if any(coupon not in owner.coupons for coupon in coupons):
        raise CannotStart(StartCode.BAD_COUPON)
    if project.type == "free":
        return Price(gp)
    found = Price(gp, free_gp=min(owner.free_gp, gp))
    left = (gp - found.free_gp) * coin_per_gp
    for coupon in dict.fromkeys(coupons):
        if left > 0:
            found.coupons[coupon] = owner.coupons[coupon]
            left = max(left - owner.coupons[coupon], 0.0)
    if left > owner.balance:
        raise CannotStart(StartCode.NOT_ENOUGH_COINS)
    found.balance = left
    return found


def pay(owner: UserRecord, task: TaskRecord, cost: Price) -> None:
    """Take it."""
    owner.free_gp -= cost.free_gp
    owner.balance -= cost.balance
    for coupon in cost.coupons:
        del owner.coupons[coupon]
    task.gp, task.paid, task.payer = cost.gp, cost, owner.id
    if cost.balance:
        owner.transactions.append({"type": "Reconstruction", "coins": -cost.balance, "task": task.id})


def refund(owner: UserRecord, task: TaskRecord) -> None:
    """Give all of it back, once."""
    cost, task.paid = task.paid, None
    if cost is None:
        return
    owner.free_gp += cost.free_gp
    owner.balance += cost.balance
    owner.coupons |= cost.coupons
    if cost.balance:
        owner.transactions.append({"type": "Refund", "coins": cost.balance, "task": task.id})
