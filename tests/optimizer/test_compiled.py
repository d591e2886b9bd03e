"""Machine code is kept for as long as all sources it depends on are the same."""

import os
from pathlib import Path

from numba import config

from optimizer.compiled import DAY, cache_folder, digest_of, drop_old

LOOP = "@compiled\ndef f():\n    return 1\n"
BARE = LOOP.replace("compiled", "uncounted")


def package(folder: Path, **sources: str) -> Path:
    """A package with two rooms, one of them without compiled code."""
    for name, text in {"fast/caller": LOOP, **sources}.items():
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_change_in_a_room_with_compiled_code_is_another_digest(tmp_path: Path) -> None:
    sources = {"fast/limits": "MOST = 1", "slow/text": "A = 1", "bare/sums": BARE}
    before = digest_of(package(tmp_path, **sources))
    assert digest_of(package(tmp_path, **{"slow/text": "A = 2"})) == before
    assert digest_of(package(tmp_path, **{"fast/limits": "MOST = 2"})) != before
    package(tmp_path, **{"fast/limits": "MOST = 1"})
    assert digest_of(package(tmp_path, **{"bare/sums": f"{BARE}# another\n"})) != before


def test_a_read_only_package_has_its_code_in_the_users_cache(tmp_path: Path) -> None:
    inside = package(tmp_path / "package")
    (inside / "__pycache__").touch()  # no folder can be made there
    folder = cache_folder(inside, tmp_path / "home")
    assert folder.name.endswith(digest_of(inside))
    assert tmp_path / "home" in folder.parents


def test_old_code_of_other_sources_is_removed(tmp_path: Path) -> None:
    folder = cache_folder(package(tmp_path), tmp_path)
    old, young, other = (folder.with_name(n) for n in ("compiled-a", "compiled-b", "m.pyc"))
    for made in (old, young):
        made.mkdir()
    other.touch()
    now = folder.stat().st_mtime + 2 * DAY
    os.utime(young, (now, now))
    drop_old(folder, now)
    assert folder.exists() and young.exists() and other.exists() and not old.exists()


def test_numba_keeps_it_there() -> None:
    import optimizer.compiled

    inside = Path(optimizer.compiled.__file__).parent
    assert Path(config.CACHE_DIR) == cache_folder(inside, Path.home())
