"""A real HTTP server on this machine that speaks the three matrix protocols."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MINUTES_PER_DEGREE, KM_PER_DEGREE = 200.0, 120.0


@dataclass
class Road:
    """What the server does, and what it was asked.

    ``answers`` of (status, body) are given before the true ones; ``no_road`` is a longitude that
    no leg reaches.
    """

    url: str = ""
    answers: list[tuple[int, str]] = field(default_factory=list)
    questions: list[tuple[str, int, int]] = field(default_factory=list)
    no_road: float | None = None
    key: str | None = None


def _degrees(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Longer towards the north: legs are asymmetric."""
    return abs(a[0] - b[0]) * (1.5 if b[0] > a[0] else 1.0) + abs(a[1] - b[1])


class RoadServer(ThreadingHTTPServer):
    road: Road


class Handler(BaseHTTPRequestHandler):
    server: RoadServer

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        found = re.fullmatch(r"/table/v1/driving/(.+)", parts.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if found is None or query.get("annotations") != "duration,distance":
            return self.reply(400, '{"code":"InvalidUrl"}')
        points = [tuple(map(float, p.split(",")))[::-1] for p in found[1].split(";")]
        if len(points) > 100:
            return self.reply(400, '{"code":"TooBig"}')
        sources = [points[int(i)] for i in query["sources"].split(";")]
        targets = [points[int(i)] for i in query["destinations"].split(";")]
        minutes, km = self.table(sources, targets)
        self.answer(
            {
                "code": "Ok",
                "durations": [[t if t is None else t * 60 for t in row] for row in minutes],
                "distances": [[d if d is None else d * 1000 for d in row] for row in km],
            }
        )

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/sources_to_targets":
            return self.valhalla(body)
        if self.path == "/v2/matrix/driving-car":
            return self.openrouteservice(body)
        return self.reply(404, "{}")

    def valhalla(self, body: Any) -> None:
        sides = [[(p["lat"], p["lon"]) for p in body[side]] for side in ("sources", "targets")]
        minutes, km = self.table(*sides)
        cells = [
            [{"time": t if t is None else t * 60, "distance": d} for t, d in zip(a, b, strict=True)]
            for a, b in zip(minutes, km, strict=True)
        ]
        self.answer({"sources_to_targets": cells, "units": body["units"]})

    def openrouteservice(self, body: Any) -> None:
        if (
            self.server.road.key is not None
            and self.headers.get("Authorization") != self.server.road.key
        ):
            return self.reply(403, '{"error":"key"}')
        points = [(lat, lon) for lon, lat in body["locations"]]
        sides = [[points[i] for i in body[side]] for side in ("sources", "destinations")]
        minutes, km = self.table(*sides)
        seconds = [[t if t is None else t * 60 for t in row] for row in minutes]
        self.answer({"durations": seconds, "distances": km})

    def table(self, sources: Any, targets: Any) -> tuple[Any, Any]:
        kind = "osrm" if self.command == "GET" else self.path.split("/")[1]
        self.server.road.questions.append((kind, len(sources), len(targets)))
        degrees = [
            [None if self.server.road.no_road in (a[1], b[1]) else _degrees(a, b) for b in targets]
            for a in sources
        ]
        scaled = [
            [[d if d is None else d * scale for d in row] for row in degrees]
            for scale in (MINUTES_PER_DEGREE, KM_PER_DEGREE)
        ]
        return scaled[0], scaled[1]

    def answer(self, document: Any) -> None:
        status, body = (
            self.server.road.answers.pop(0)
            if self.server.road.answers
            else (200, json.dumps(document))
        )
        self.reply(status, body)

    def reply(self, status: int, body: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Keep the test output quiet."""


@contextmanager
def road_server() -> Iterator[Road]:
    server = RoadServer(("127.0.0.1", 0), Handler)
    server.road = road = Road()
    road.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield road
    finally:
        server.shutdown()
        server.server_close()
