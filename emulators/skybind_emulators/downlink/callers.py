"""Whose call it is."""

import re

from skybind_emulators.downlink.canonical import API_ID
from skybind_emulators.downlink.credentials import CredentialRecord, Credentials
from skybind_emulators.exchange import Call
from skybind_emulators.identity import Identities

REQUEST_ID = "x-request-id"
_GOOD = re.compile(r"[\x21-\x7e]{1,128}")


class Callers:
    """Finds the credential of a call that was let in, and the id that the request goes by."""

    def __init__(self, credentials: Credentials, ids: Identities) -> None:
        self._credentials = credentials
        self._ids = ids

    def of(self, call: Call) -> CredentialRecord:
        """The credential that the call was signed with."""
        credential = self._credentials.find(call.headers[API_ID])
        assert credential is not None, "the gateway lets nobody in without one"
        return credential

    def request_id(self, given: str | None) -> str:
        """The caller's own id for the request, or one that the platform makes."""
        return given if given and _GOOD.fullmatch(given) else self._ids.uuid()
