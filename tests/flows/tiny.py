"""A problem of two sites, one team and two days, as the JSON object of problem.json."""

from typing import Any

DATES = ("2026-11-30", "2026-12-01")


def tiny_problem() -> dict[str, Any]:
    """A fresh copy each time."""
    return {
        "format": "jemputbola/problem/1",
        "regency": "35.14",
        "week": "2026-W49",
        "timezone": "Asia/Jakarta",
        "days": [{"date": date, "breaks": [["12:00", "13:00"]]} for date in DATES],
        "depots": [{"id": "raci", "name": "Raci", "location": 0}],
        "teams": [
            {
                "id": "T1",
                "depot": "raci",
                "crew": 4,
                "operators": 2,
                "services": ["recording"],
                "shifts": {date: ["07:00", "15:30"] for date in DATES},
            }
        ],
        "vehicles": [
            {
                "id": "V1",
                "depot": "raci",
                "kind": "operational",
                "seats": 5,
                "kit_slots": 2,
                "services": [],
                "dates": list(DATES),
            }
        ],
        "kits": [{"id": f"K{n}", "depot": "raci", "dates": list(DATES)} for n in (1, 2)],
        "requests": [_request("R1", 1, 60), _request("R2", 2, 40)],
        "pins": [],
        "previous": {"duties": []},
        "travel": {
            "locations": [[-7.5945, 112.8344], [-7.70, 112.85], [-7.75, 112.75]],
            "minutes": [[0, 30.5, 40], [30.5, 0, 20], [40, 20, 0]],
            "km": [[0, 16.2, 21], [16.2, 0, 11.4], [21, 11.4, 0]],
        },
        "objective": {
            "value_per_person": 1.0,
            "cost_per_km": 0.15,
            "cost_per_duty": 2.0,
            "cost_per_change": 20.0,
        },
    }


def _request(name: str, location: int, people: int) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "school",
        "name": f"Sekolah {name}",
        "location": location,
        "people": people,
        "weight": 1.0,
        "services": ["recording"],
        "vehicle_kinds": ["operational"],
        "windows": {date: [["07:00", "13:00"]] for date in DATES},
        "setup_minutes": 30,
        "minutes_per_person": 6.0,
        "fixed_minutes": None,
        "min_people": 20,
        "max_duties_per_day": 1,
        "must_serve": False,
    }
