"""Fields about the service itself, its buckets, and computations."""

from typing import Any

from skybind_emulators.altizure.buckets import COUNTRIES, Buckets, UploadKind, shown
from skybind_emulators.altizure.fetching import CannotFetch, fetch
from skybind_emulators.altizure.money import gigapixels
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.tasks import ERROR_CODE
from skybind_emulators.settings import AltizureRules

# What the one error code means, by language: description and solution. Our own words.
_ERRORS = {
    "en": ("The reconstruction failed.", "Look at the images and start again."),
    "zh_cn": ("重建失败。", "请检查图像后重新开始。"),
    "zh_tw": ("重建失敗。", "請檢查影像後重新開始。"),
}
_POSE_PAIRS = 5


class SupportFields:
    """Resolvers."""

    def __init__(self, buckets: Buckets, region: str, rules: AltizureRules) -> None:
        self._buckets = buckets
        self._region = region
        self._rules = rules

    def by_field(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        return {
            "Query.support": lambda *_: {},
            "Query.versions": lambda *_: {"api": self._rules.api_version},
            "Query.getGeoIPInfo": self.geo_ip,
            "Query.GeoIPInfo": self.geo_ip,
            "GeoIPInfo.nearestBuckets": lambda *_: self._nearest("image"),
            "GeoIPInfo.nearestModelBuckets": lambda *_: self._nearest("model"),
            "GeoIPInfo.nearestMetaBuckets": lambda *_: self._nearest("meta"),
            "Support.systemMode": lambda *_: self._rules.system_mode,
            "Support.supportedCloud": lambda _, __, kind=None: self._buckets.offered(kind),
            "Support.networkTest": self.network_test,
            "Support.endpoints": self.endpoints,
            "Support.errorCodeInfo": self.error_code_info,
            "Query.utility": lambda *_: {},
            "Utility.sizeToGigaPixel": self.size_to_gigapixel,
            "Utility.poseEstimation": self.pose_estimation,
        }

    def geo_ip(self, *_: Any) -> dict[str, str]:
        """The caller seems to be in the region that was chosen."""
        return {"id": self._region, "countryName": COUNTRIES[self._region]}

    def network_test(self, _: Any, __: Any, url: str) -> str | None:
        """Really fetch the address. Null if that fails: the word for it is not public."""
        try:
            fetch(url, timeout_s=self._rules.fetch_timeout_s)
        except CannotFetch:
            return None
        return "Success"

    def endpoints(self, _: Any, info: Any) -> dict[str, str]:
        """This server, under the address that the caller knows it by. Websites are not emulated."""
        base: str = info.context.base_url
        return {"api": base, "web": base}

    def error_code_info(
        self, _: Any, __: Any, code: str | None = None, lang: str | None = None
    ) -> dict[str, str] | None:
        """Words for the error code; English unless another language is asked for."""
        if code != ERROR_CODE:
            return None
        description, solution = _ERRORS[lang or "en"]
        return {"code": code, "description": description, "solution": solution}

    def size_to_gigapixel(
        self,
        _: Any,
        __: Any,
        width: int | None = None,
        height: int | None = None,
        numImg: int | None = None,  # noqa: N803  the schema's name
    ) -> float | None:
        """Null unless all three are given."""
        if width is None or height is None or numImg is None:
            return None
        return gigapixels(width, height, numImg)

    def pose_estimation(self, _: Any, __: Any, input: dict[str, Any] | None = None) -> dict[str, Any]:
        """Always the answer for a pose that cannot be found: none is worked out here."""
        pairs = (input or {}).get("pairs") or []
        few = len(pairs) < _POSE_PAIRS
        english = "There are fewer than five pairs." if few else "No pose fits the pairs."
        chinese = "点对少于五个。" if few else "没有符合点对的姿态。"
        return {"ok": False, "message": {"en": {"description": english}, "zh_cn": {"description": chinese}}}

    def _nearest(self, kind: UploadKind) -> list[dict[str, Any]]:
        return [shown(bucket) for bucket in self._buckets.nearest(kind)]
