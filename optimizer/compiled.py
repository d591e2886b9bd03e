"""How the inner loops are compiled: cached on disk, without the interpreter's lock.

Numba counts a reference for every array of every named tuple that a function is given, at each
call. Where plans are made of two dozen arrays that took two thirds of ruin and recreate, so
functions that make no arrays, and call none that do, are compiled without.

Numba keeps machine code as long as the file of a function is the same, but the code of what it
calls and the constants it reads are inside. So the folder goes by all sources of the rooms with
compiled code: after a change in any, all of it is compiled anew.
"""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any

import numba

FOLDER, MARKS = "compiled-", (b"@compiled", b"@uncounted")
DAY = 86_400.0
"""Seconds for which the code of other sources stays: a process at work may still read it."""


def digest_of(package: Path) -> str:
    """What the machine code of a package depends on."""
    sources = {s.relative_to(package): s.read_bytes() for s in sorted(package.rglob("*.py"))}
    rooms = {path.parts[0] for path, text in sources.items() if any(mark in text for mark in MARKS)}
    found = sha256()
    for path, text in sources.items():
        if path.parts[0] in rooms:
            found.update(f"{path} {len(text)} ".encode() + text)
    return found.hexdigest()[:16]


def cache_folder(package: Path, home: Path) -> Path:
    """Where machine code is kept: in the package, or in the user's cache if that is read-only."""
    name = FOLDER + digest_of(package)
    inside = package / "__pycache__" / name
    try:
        inside.mkdir(parents=True, exist_ok=True)
    except OSError:
        return home / ".cache" / "jemputbola" / name
    return inside


def drop_old(folder: Path, now: float) -> None:
    """Remove machine code of other sources that nobody has written to for a day."""
    for old in folder.parent.glob(f"{FOLDER}*"):
        if old != folder and now - old.stat().st_mtime > DAY:
            shutil.rmtree(old, ignore_errors=True)


config: Any = numba.config
if not config.CACHE_DIR:  # whoever names a folder answers for it
    config.CACHE_DIR = str(cache_folder(Path(__file__).parent, Path.home()))
    drop_old(Path(config.CACHE_DIR), time())

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_njit: Any = numba.njit  # its type knows nothing of reference counts

compiled: Decorator = _njit(cache=True, nogil=True, _nrt=True)
"""Decorator of a compiled function."""

uncounted: Decorator = _njit(cache=True, nogil=True, _nrt=False)
"""Decorator of one that neither makes nor returns arrays and calls only functions like itself."""
