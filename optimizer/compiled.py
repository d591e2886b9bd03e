"""How the inner loops are compiled: cached on disk, without the interpreter's lock.

Numba keeps machine code as long as the file of a function is the same, but the code of what it
calls is inside. So the folder goes by all compiled sources: after a change in any, all of them
are compiled anew.
"""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numba

FOLDER = "compiled-"


def cache_folder(package: Path) -> Path:
    """Where the machine code of a package's compiled sources is kept; others are left alone."""
    digest = sha256()
    for source in sorted(package.rglob("*.py")):
        text = source.read_bytes()
        if b"@compiled" in text:
            digest.update(str(source.relative_to(package)).encode() + b"\0" + text)
    return package / "__pycache__" / f"{FOLDER}{digest.hexdigest()[:16]}"


def drop_others(folder: Path) -> None:
    """Remove machine code of sources that have changed."""
    for old in folder.parent.glob(f"{FOLDER}*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


config: Any = numba.config
if not config.CACHE_DIR:  # whoever names a folder answers for it
    config.CACHE_DIR = str(cache_folder(Path(__file__).parent))
    drop_others(Path(config.CACHE_DIR))

compiled: Callable[[Callable[..., Any]], Callable[..., Any]] = numba.njit(cache=True, nogil=True)
"""Decorator of a compiled function."""
