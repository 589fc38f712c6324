"""Who owns what the emulated KooMap holds."""

from collections.abc import Mapping

from attrs import field, frozen

from skybind_emulators.koomap.ids import Ids

REGION = "cn-north-4"  # the only region in which the service is offered
OTHER_REGION = "cn-east-3"  # a token for it is good for nothing here


@frozen
class Account:
    """A Huawei Cloud account (domain) with one user and one pair of keys.

    Attributes:
        domain_id: 32 hex digits; ``domain_id`` and ``tenant_domain_id`` of answers.
        domain: the account's name.
        projects: id, 32 hex digits, of each project by its name, which is that of its region.
        region: where the service is.
        user_id: 32 hex digits.
        username: the IAM user; ``creator`` and ``user_name`` of answers.
        password: of that user.
        ak: access key.
        sk: its secret.
    """

    domain_id: str
    domain: str
    projects: Mapping[str, str]
    region: str
    user_id: str
    username: str
    password: str = field(repr=False)
    ak: str
    sk: str = field(repr=False)

    @property
    def project_id(self) -> str:
        """The project in the region of the service."""
        return self.projects[self.region]

    @property
    def creator(self) -> str:
        """The name under which the user's things are shown."""
        return self.username

    @classmethod
    def seeded(cls, seed: int) -> "Account":
        """The account of a seed."""
        ids = Ids(seed, "koomap-account")
        return cls(
            domain_id=ids.hex32(),
            domain=f"skybind_{ids.hex32()[:8]}",
            projects={REGION: ids.hex32(), OTHER_REGION: ids.hex32()},
            region=REGION,
            user_id=ids.hex32(),
            username=f"surveyor_{ids.hex32()[:8]}",
            password=ids.hex32(),
            ak=ids.hex32()[:20].upper(),
            sk=ids.text(40),
        )
