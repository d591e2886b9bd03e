"""Machine code is kept for as long as all compiled sources are the same."""

from pathlib import Path

from numba import config

from optimizer.compiled import cache_folder, drop_others

LOOP = "@compiled\ndef f():\n    return 1\n"


def package(folder: Path, **sources: str) -> Path:
    for name, text in sources.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_a_change_in_any_compiled_source_is_another_folder(tmp_path: Path) -> None:
    before = cache_folder(package(tmp_path, caller=LOOP, callee=LOOP, plain="x = 1\n"))
    assert cache_folder(package(tmp_path, plain="x = 2\n")) == before
    assert cache_folder(package(tmp_path, callee=LOOP + "# more\n")) != before


def test_code_of_other_sources_is_removed(tmp_path: Path) -> None:
    folder = cache_folder(package(tmp_path, caller=LOOP))
    old, other = folder.with_name("compiled-old"), folder.with_name("module.pyc")
    for made in (folder, old):
        made.mkdir(parents=True)
    other.touch()
    drop_others(folder)
    assert folder.exists() and other.exists() and not old.exists()


def test_numba_keeps_it_there() -> None:
    import optimizer.compiled

    package_folder = Path(optimizer.compiled.__file__).parent
    assert Path(config.CACHE_DIR) == cache_folder(package_folder)
