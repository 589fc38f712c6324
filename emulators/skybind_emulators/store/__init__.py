"""An object store on loopback that speaks two dialects on one port: Alibaba OSS and Amazon S3.

    store = ObjectStore(Path("store"), seed=1)
    store.create_bucket("photos")
    credential = store.issue("photos", "flight-42/", lifetime_s=600)
    with StoreServer(store) as server:
        ...  # any OSS or S3 client at server.oss_endpoint / server.s3_endpoint

It refuses what the real services refuse: wrong signatures, wrong clocks, expired or foreign session tokens, keys
outside of the token's prefix, digests that do not fit the bytes.
"""

from .faulting import Fault, FaultSource
from .objects import ObjectStore
from .records import Credential, Dialect, Exchange, StoredObject
from .server import StoreServer

__all__ = [
    "Credential",
    "Dialect",
    "Exchange",
    "Fault",
    "FaultSource",
    "ObjectStore",
    "StoreServer",
    "StoredObject",
]
