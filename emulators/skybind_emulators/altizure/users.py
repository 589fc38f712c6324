"""Fields about users: signing in, who am I, coins."""

from typing import Any

from graphql import GraphQLError

from skybind_emulators.altizure.accounts import UserRecord
from skybind_emulators.altizure.moments import iso
from skybind_emulators.altizure.money import USD_PER_COIN
from skybind_emulators.altizure.records import ProjectRecord
from skybind_emulators.altizure.relay import connection
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.tasks import Tasks
from skybind_emulators.settings import AltizureRules

# Codes beside a result; our assumption.
NOBODY, TOO_LITTLE, NOT_YOURS = 1, 2, 3


def failed(code: int, message: str) -> dict[str, Any]:
    """The answer of an action that was not done."""
    return {"error": {"code": code, "message": message}, "result": "Fail"}


class UserFields:
    """Resolvers. What is private is shown to the user alone."""

    def __init__(self, state: State, tasks: Tasks, rules: AltizureRules) -> None:
        self._state = state
        self._accounts = state.accounts
        self._tasks = tasks
        self._rules = rules

    def by_field(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        fields: dict[str, Resolver] = {
            "Query.my": self.my,
            "My.self": lambda user, _: user,
            "My.projects": self.projects,
            "My.allProjects": self.all_projects,
            "My.coupons": self.coupons,
            "My.notification": lambda *_, **__: [],
            "Search.user": self.by_name,
            "Query.bank": lambda *_: {},
            "Bank.coinsToMoney": lambda _, __, coins=None, **___: None if coins is None else coins * USD_PER_COIN,
            "Bank.moneyToCoins": lambda _, __, money=None, **___: None if money is None else money / USD_PER_COIN,
            "Mutation.getUserToken": self.get_user_token,
            "Mutation.requestLoginCode": self.request_login_code,
            "Mutation.getUserTokenByLoginCode": self.get_user_token_by_code,
            "Mutation.transferCoins": self.transfer_coins,
            "Mutation.setProfileFace": self.set_profile_face,
            "User.joined": lambda user, _: iso(user.joined),
            "User.countryCode": lambda user, _: "CN" if user.country == "China" else None,
            "User.phoneVerified": self.private(lambda _: True),
            "User.freeGPQuota": self.private(lambda user: user.free_gp),
            "User.membershipState": self.private(lambda _: "NA"),
            "User.membership": self.private(self.membership),
            "User.modelUsage": self.private(lambda user: self._tasks.usage_mib(user.id)),
            "User.developer": self.private(lambda _: {"status": "NA"}),
            "User.stats": self.stats,
        }
        for name in ("email", "phone", "balance"):
            fields[f"User.{name}"] = self.private(lambda user, name=name: getattr(user, name))
        return fields

    def private(self, read: Any) -> Resolver:
        """A field that only its user sees; null for others (our assumption)."""
        return lambda user, info: read(user) if info.context.user is user else None

    def my(self, _: Any, info: Any) -> UserRecord | None:
        """The caller; null without a token (since 1.4.0 no error)."""
        user: UserRecord | None = info.context.user
        return user

    def projects(self, user: UserRecord, _: Any, **page: Any) -> dict[str, Any]:
        """Those made of photos."""
        return self._page([project for project in self._owned(user) if not project.imported], page)

    def all_projects(self, user: UserRecord, _: Any, search: str | None = None, **page: Any) -> dict[str, Any]:
        """All; ``search`` is part of a name, in any case of letters."""
        wanted = (search or "").lower()
        return self._page([project for project in self._owned(user) if wanted in project.name.lower()], page)

    def coupons(self, user: UserRecord, _: Any, filter: str | None = None) -> list[dict[str, Any]]:
        """Coupons that were not used; used ones are not kept."""
        unused = filter != "ActiveUsed"
        return [{"id": identity, "value": value} for identity, value in user.coupons.items()] if unused else []

    def by_name(self, _: Any, __: Any, username: str | None = None) -> UserRecord | None:
        """The user of a name."""
        return next((user for user in self._accounts.users.values() if user.username == username), None)

    def get_user_token(self, _: Any, __: Any, email: str, password: str, fresh: bool | None = None) -> str | None:
        """Null for a wrong address or password."""
        user = self._accounts.log_in(email, password)
        return None if user is None else self._accounts.token(user, fresh=bool(fresh))

    def request_login_code(self, _: Any, __: Any, phone: str) -> dict[str, Any]:
        """Send a code by SMS."""
        if not self._accounts.send_code(phone):
            return failed(NOBODY, "no user has verified this phone")
        return {"result": "Success"}

    def get_user_token_by_code(self, _: Any, __: Any, phone: str, code: str, fresh: bool | None = None) -> str | None:
        """Null for a wrong, used or old code."""
        user = self._accounts.log_in_by_code(phone, code)
        return None if user is None else self._accounts.token(user, fresh=bool(fresh))

    def transfer_coins(self, _: Any, info: Any, amount: float, options: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give coins to the user of an e-mail address."""
        giver: UserRecord = info.context.owner
        receiver = self._accounts.by_email((options or {}).get("email"))
        if receiver is None or receiver is giver:
            return failed(NOBODY, "no other user has this e-mail address")
        if not 0 < amount <= giver.balance:
            return failed(TOO_LITTLE, "the balance does not allow this amount")
        giver.balance -= amount
        receiver.balance += amount
        return {"result": "Success"}

    def set_profile_face(self, _: Any, info: Any, imgStr: str) -> str:  # noqa: N803  the schema's name
        """Keep the picture."""
        if not imgStr:
            raise GraphQLError("The picture is empty.")
        info.context.owner.face = imgStr
        return "Success"

    def membership(self, _: UserRecord) -> dict[str, Any]:
        """A user without a plan."""
        return {
            "state": "NA",
            "memberGPQuota": 0.0,
            "coinPerGP": self._rules.coin_per_gp,
            "coinPriceDiscount": 0.0,
            "assetStorage": self._rules.asset_storage_mib,
            "visibility": ["public", "unlisted", "private"],
            "modelPerProject": 1,
            "collaboratorQuota": 0,
            "forceWatermark": False,
        }

    def stats(self, user: UserRecord, _: Any) -> dict[str, int]:
        """Counts; nobody follows or stars anything here."""
        return {"star": 0, "project": len(self._owned(user)), "planet": 0, "follower": 0, "following": 0}

    def _owned(self, user: UserRecord) -> list[ProjectRecord]:
        return [project for project in self._state.projects.values() if project.owner == user.id]

    def _page(self, projects: list[ProjectRecord], page: dict[str, Any]) -> dict[str, Any]:
        return connection(projects, page, identify=lambda project: project.id)
