"""What a KooMap client is made of; the same for sync and async.

A client authenticates in one of three ways, of which the first that is complete is taken unless ``auth`` says which:

=========  =====================================================  ==========================================
``token``  ``token``                                              given; ends after 24 hours
``token``  ``domain``, ``username``, ``password`` and a project   got from IAM, and renewed before it ends
``aksk``   ``ak``, ``sk``, and ``security_token`` if temporary    signs each request; bodies up to 12 MB
=========  =====================================================  ==========================================

``signing`` may be ``V11-HMAC-SHA256``, which signs with a key that is derived for region and service.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from skybind import credentials
from skybind.errors import CredentialsMissing, UsageError
from skybind.koomap.dialect import KooMapDialect
from skybind.koomap.iam import IamDialect
from skybind.koomap.signing import AccessKeys, Scope
from skybind.koomap.tokens import Login, Token
from skybind.options import Options

__all__ = ["FIELDS", "KooMapSettings"]

_TOKEN = ("token",)
_LOGIN = ("domain", "username", "password")
_KEYS = ("ak", "sk")
_WAYS = (_TOKEN, _LOGIN, _KEYS)
_BY_AUTH = {"token": (_TOKEN, _LOGIN), "aksk": (_KEYS,)}

#: Every field; in the environment ``SKYBIND_KOOMAP_<FIELD>``.
FIELDS = (
    *_TOKEN,
    *_LOGIN,
    *_KEYS,
    *(
        "security_token",
        "signing",
        "auth",
        "project_name",
        "project_id",
        "region",
        "base_url",
        "iam_url",
        "obs_endpoint",
    ),
)
_REGION = "cn-north-4"  # the only one there is
_SIGNINGS = ("SDK-HMAC-SHA256", "V11-HMAC-SHA256")
_SERVICE = "koomap"  # in the scope of derived keys; our assumption, as Huawei's table of them is not public


@attrs.frozen
class KooMapSettings:
    """What sync and async clients are made of.

    Attributes:
        dialect: Where KooMap is, and how a request is authenticated.
        region: ``cn-north-4``, or what was given.
        credential: A token that was given, or keys; None if a login gets tokens.
        login: Who asks IAM for tokens, or None.
        iam: Where IAM is; None without a login.
        obs_endpoint: Address of OBS, in place of the region's; None if it was not given.
        options: Behaviour on the wire.
    """

    dialect: KooMapDialect
    region: str
    credential: Token | AccessKeys | None
    login: Login | None
    iam: IamDialect | None
    obs_endpoint: str | None
    options: Options

    @classmethod
    def of(
        cls,
        given: Mapping[str, str | None],
        *,
        profile: str | None = None,
        options: Options | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> KooMapSettings:
        """Settings from what the caller gave, the environment, the profile file and a keyring.

        Args:
            given: Some of :data:`FIELDS`; None values count as absent.
            profile: Section of the profile file.
            options: Behaviour on the wire.
            environ: ``os.environ`` if None.

        Raises:
            CredentialsMissing: no way to authenticate is complete; says what is missing.
            UsageError: a value that cannot be, or a login and no address of IAM to go with that of KooMap.
        """
        found = _found(given, profile, environ)
        region = found.get("region", _REGION)
        base_url = found.get("base_url")
        common: dict[str, Any] = {
            "region": region,
            "obs_endpoint": found.get("obs_endpoint"),
            "options": options or Options(),
        }
        project_id = found.get("project_id")
        if all(name in found for name in _TOKEN):
            dialect = KooMapDialect.of(region, base_url, "token", project_id)
            return cls(dialect, credential=Token(found["token"]), login=None, iam=None, **common)
        if all(name in found for name in _LOGIN):
            dialect = KooMapDialect.of(region, base_url, "login", project_id)
            login = Login(
                domain=found["domain"],
                username=found["username"],
                password=found["password"],
                project_name=found.get("project_name", region),
                project_id=project_id,
            )
            return cls(dialect, credential=None, login=login, iam=_iam(found, region), **common)
        dialect = KooMapDialect.of(region, base_url, "aksk", project_id)
        signing = found.get("signing", _SIGNINGS[0])
        if signing not in _SIGNINGS:
            raise UsageError(f"KooMap cannot be used with signing={signing!r}", advice=f"Say {' or '.join(_SIGNINGS)}.")
        scope = Scope(region, _SERVICE) if signing == _SIGNINGS[1] else None
        keys = AccessKeys(found["ak"], found["sk"], found.get("security_token"), scope)
        return cls(dialect, credential=keys, login=None, iam=None, **common)


def _iam(found: Mapping[str, str], region: str) -> IamDialect:
    if "base_url" in found and "iam_url" not in found and "region" not in found:
        # A password for an emulator or a private cloud must not go to Huawei by default.
        raise UsageError(
            "KooMap's address was given, and IAM's was not: where should the password go?",
            advice="Set SKYBIND_KOOMAP_IAM_URL, or SKYBIND_KOOMAP_REGION for that region's own IAM.",
        )
    return IamDialect.of(region, found.get("iam_url"))


def _found(given: Mapping[str, str | None], profile: str | None, environ: Mapping[str, str] | None) -> dict[str, str]:
    """All fields that are found, of the credentials only those of the way that is chosen."""

    def find(required: Iterable[str]) -> dict[str, str]:
        required = tuple(required)
        optional = [name for name in FIELDS if name not in required]
        return credentials.find("koomap", required, optional, given=given, profile=profile, environ=environ)

    found = find(())
    auth = found.get("auth")
    if auth is not None and auth not in _BY_AUTH:
        raise UsageError(f"KooMap cannot be used with auth={auth!r}", advice="Say token or aksk.")
    ways = _BY_AUTH[auth] if auth is not None else _in_order(given)
    complete = next((way for way in ways if all(found.get(name) for name in way)), None)
    if complete is None:
        # A keyring is asked only for what is required, so each way is required once.
        for way in ways:
            try:
                found, complete = find(way), way
                break
            except CredentialsMissing:
                continue
    if complete is None:
        _refuse(ways, found, find)
    others = {name for way in _WAYS for name in way} - set(complete or ())
    return {name: value for name, value in found.items() if name not in others}


def _in_order(given: Mapping[str, str | None]) -> tuple[tuple[str, ...], ...]:
    """What the caller gave stands above what the environment has; else a token is what the manual knows for all."""
    if any(given.get(name) for name in _KEYS) and not any(given.get(name) for name in (*_TOKEN, *_LOGIN)):
        return (_KEYS, _TOKEN, _LOGIN)
    return _WAYS


def _refuse(ways: Iterable[tuple[str, ...]], found: Mapping[str, str], find: Callable[[Iterable[str]], object]) -> None:
    for way in ways:
        if any(name in found for name in way):
            find(way)  # raises, and names what is missing of a way that was begun
    raise CredentialsMissing(
        "no credentials for koomap",
        advice=(
            "Set SKYBIND_KOOMAP_DOMAIN, _USERNAME and _PASSWORD to sign in, or SKYBIND_KOOMAP_AK and _SK to sign "
            "requests, or SKYBIND_KOOMAP_TOKEN; or write them in the profile file under [default.koomap] (or another "
            "profile). No account? Try `skybind emulate`."
        ),
    )
