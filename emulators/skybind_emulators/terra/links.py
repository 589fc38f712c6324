"""Download links."""

from attrs import define

from skybind_emulators.clouds import Cloud
from skybind_emulators.settings import TerraRules
from skybind_emulators.storage import Storage
from skybind_emulators.terra.state import FileRecord


@define
class Links:
    """Signs links to files.

    Attributes:
        base_url: where the object store listens.
    """

    store: Storage
    cloud: Cloud
    rules: TerraRules
    base_url: str

    def to(self, file: FileRecord) -> str:
        """A link that downloads the file without any header, for as long as the rules say."""
        return self.store.presign_get(
            file.bucket,
            file.key,
            base_url=self.base_url,
            lifetime_s=self.rules.url_lifetime_s,
            dialect=self.cloud.dialect,
        )
