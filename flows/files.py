"""Files the flows write: whole or not at all."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp
from typing import Any


def json_text(document: Mapping[str, Any]) -> str:
    """A JSON object, one line for each member of its lists so that versions compare well."""
    lines = (f"{json.dumps(key)}: {_value(value)}" for key, value in document.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file by renaming a finished copy onto it; a killed process leaves the old one.

    Raises
    ------
    OSError
        If the file cannot be written, naming it; no copy is left behind.
    """
    content = text.encode() if isinstance(text, str) else text
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as copy:
        try:
            copy.write(content)
            copy.flush()
            os.fsync(copy.fileno())
            Path(copy.name).chmod(0o644)
            Path(copy.name).replace(path)
        except BaseException:
            Path(copy.name).unlink(missing_ok=True)
            raise


def files_in(folder: Path, endings: frozenset[str]) -> tuple[Path, ...]:
    """Files of a folder by name, as a person sees them: no hidden ones, no office locks."""
    found = (path for path in folder.glob("*") if path.suffix.casefold() in endings)
    return tuple(sorted(path for path in found if not path.name.startswith((".", "~$"))))


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """A staging folder that takes the place of ``folder`` when the block ends well.

    Another process that replaces a folder there waits. What a killed process left of an earlier
    staging is removed first.

    Raises
    ------
    OSError
        If something cannot be written, naming the folder where the system names no file.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder.parent):
        for leftover in folder.parent.glob(f".{folder.name}-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        staging = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
        staging.chmod(0o755)
        try:
            yield staging
            _swap(staging, folder)
        except OSError as error:
            raise OSError(error.errno, error.strerror, error.filename or str(folder)) from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """A lock that ends with its process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _swap(staging: Path, folder: Path) -> None:
    if folder.exists():
        retired = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}-")) / "old"
        folder.rename(retired)
        staging.rename(folder)
        shutil.rmtree(retired.parent)
    else:
        staging.rename(folder)
