"""Who may call: the developer's app, users, their tokens, one-time codes."""

import hmac
from typing import Any

from attrs import define, field

from skybind_emulators.altizure.ids import Ids
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.settings import AltizureRules


@define(kw_only=True, eq=False)
class UserRecord:
    """A user. ``balance`` is in coins, ``free_gp`` in gigapixels, ``joined`` in Unix seconds."""

    id: str
    email: str
    password: str = field(repr=False)
    name: str
    username: str
    phone: str
    country: str
    joined: float
    balance: float
    free_gp: float
    face: str | None = field(default=None, repr=False)
    coupons: dict[str, float] = field(factory=dict)
    transactions: list[dict[str, Any]] = field(factory=list)


@define
class _Token:
    user: str
    issued_at: float
    expires_at: float


@define
class _Code:
    value: str = field(repr=False)
    user: str
    expires_at: float


class Accounts:
    """The one app, and all users. Whoever calls holds the state's lock.

    Attributes:
        key: app key, 39 letters and digits.
        secret: app secret, 42 letters and digits; proves the developer when a code is swapped for a token.
        users: by id.
        messages: what the service sent by SMS, phone and text, oldest first.
    """

    def __init__(self, clock: SimulatedClock, ids: Ids, rules: AltizureRules) -> None:
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self.key = ids.text(39)
        self.secret = ids.text(42)
        self.users: dict[str, UserRecord] = {}
        self.messages: list[tuple[str, str]] = []
        self._tokens: dict[str, _Token] = {}
        self._login_codes: dict[str, _Code] = {}
        self._grants: dict[str, _Code] = {}

    def __repr__(self) -> str:
        return f"Accounts({len(self.users)} users)"

    def add_user(self, **fields: Any) -> UserRecord:
        """A new user; what is not given is made up.

        Raises:
            ValueError: the e-mail address or the phone is another user's.
        """
        number = len(self.users) + 1
        made: dict[str, Any] = {
            "id": self._ids.object_id(),
            "email": f"pilot{number}@example.com",
            "password": self._ids.text(16),
            "name": f"Pilot {number}",
            "username": f"pilot{number}",
            "phone": f"+861380000{number:04}",
            "country": "China",
            "joined": self._clock.now(),
            "balance": self._rules.balance,
            "free_gp": self._rules.free_gp,
        }
        user = UserRecord(**{**made, **fields})
        if any(other.email == user.email or other.phone == user.phone for other in self.users.values()):
            raise ValueError("the e-mail address or the phone is another user's")
        self.users[user.id] = user
        return user

    def by_email(self, email: str | None) -> UserRecord | None:
        """The user with this address, without regard to case."""
        return next((one for one in self.users.values() if one.email.lower() == (email or "").lower()), None)

    def by_phone(self, phone: str) -> UserRecord | None:
        """The user with this phone."""
        return next((one for one in self.users.values() if one.phone == phone), None)

    def knows_key(self, key: str | None) -> bool:
        """Whether it is the app's key."""
        return key is not None and _same(key, self.key)

    def token(self, user: UserRecord, *, fresh: bool = False) -> str:
        """The user's newest token that is still good; a new one if there is none, or a fresh one is wanted."""
        now = self._clock.now()
        for text, token in reversed(self._tokens.items()):
            if not fresh and token.user == user.id and now < token.expires_at:
                return text
        text = self._ids.text(124)
        self._tokens[text] = _Token(user.id, now, now + self._rules.user_token_lifetime_s)
        return text

    def revoke(self, token: str) -> None:
        """End a token now; users can do that at any time."""
        if token in self._tokens:
            self._tokens[token].expires_at = self._clock.now()

    def user_of(self, token: str | None) -> UserRecord | None:
        """Whose token it is; None for a wrong, revoked or expired one."""
        known = self._tokens.get(token or "")
        if known is None or self._clock.now() >= known.expires_at:
            return None
        return self.users.get(known.user)

    def log_in(self, email: str, password: str) -> UserRecord | None:
        """The user, if both fit."""
        user = self.by_email(email)
        return user if user is not None and _same(password, user.password) else None

    def send_code(self, phone: str) -> bool:
        """Send a one-time code; False if nobody has this phone."""
        user = self.by_phone(phone)
        if user is None:
            return False
        code = self._ids.digits(6)
        self._login_codes[phone] = _Code(code, user.id, self._clock.now() + self._rules.login_code_lifetime_s)
        self.messages.append((phone, code))
        return True

    def log_in_by_code(self, phone: str, code: str) -> UserRecord | None:
        """The user, if the code is the last one sent and not too old. It is good once."""
        return self._used(self._login_codes, phone, code)

    def grant(self, user: UserRecord) -> str:
        """A code that the developer's server may swap for a token."""
        code = self._ids.text(40)
        self._grants[code] = _Code(code, user.id, self._clock.now() + self._rules.oauth_code_lifetime_s)
        return code

    def redeem(self, code: str) -> UserRecord | None:
        """Who gave the code; it is good once."""
        return self._used(self._grants, code, code)

    def _used(self, codes: dict[str, _Code], place: str, code: str) -> UserRecord | None:
        sent = codes.get(place)
        if sent is None or not _same(code, sent.value):
            return None
        del codes[place]
        return self.users.get(sent.user) if self._clock.now() < sent.expires_at else None


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())
