"""The office's record: requests, plans and what was decided, in SQLite or PostgreSQL."""

from data.store.records import Clash, Geocoded, ImportReport, StoredPlan, StoreError
from data.store.store import Store, open_store

__all__ = [
    "Clash",
    "Geocoded",
    "ImportReport",
    "Store",
    "StoreError",
    "StoredPlan",
    "open_store",
]
