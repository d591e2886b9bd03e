"""The office's record: requests, plans and what was decided, in SQLite or PostgreSQL."""

from data.store.records import ImportReport, StoredPlan, StoreError
from data.store.store import Store, open_store

__all__ = ["ImportReport", "Store", "StoreError", "StoredPlan", "open_store"]
