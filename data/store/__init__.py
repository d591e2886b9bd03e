"""The office's record: requests, plans and what was decided, in SQLite or PostgreSQL."""

from data.store.decisions import Approval, Message, Publication
from data.store.records import (
    Clash,
    ClosedHit,
    Geocoded,
    ImportReport,
    StoredPlan,
    StoreError,
    StoreUnavailable,
)
from data.store.store import Store, open_store

__all__ = [
    "Approval",
    "Clash",
    "ClosedHit",
    "Geocoded",
    "ImportReport",
    "Message",
    "Publication",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredPlan",
    "open_store",
]
