"""A published week that must change: what is past stays, what is promised moves least."""

from data.replanning.ahead import days_ahead, with_past
from data.replanning.as_before import as_before
from data.replanning.changed_week import Disruption, changed_week
from data.replanning.holding import Hold, pins
from data.replanning.legs import with_known_legs
from data.replanning.settled import settled

__all__ = [
    "Disruption",
    "Hold",
    "as_before",
    "changed_week",
    "days_ahead",
    "pins",
    "settled",
    "with_known_legs",
    "with_past",
]
