import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.files import json_text, replaced_folder, write_whole


def test_json_text_reads_back_and_has_one_line_a_member():
    document = {"a": 1, "rows": [{"é": 1}, {"b": [2, 3]}], "empty": [], "nested": {"x": None}}
    text = json_text(document)
    assert json.loads(text) == document
    assert len(text.splitlines()) == 2 + len(document) + len(document["rows"]) + 1


def test_write_whole_replaces_and_leaves_no_copy(tmp_path: Path):
    target = tmp_path / "new" / "plan.json"
    write_whole(target, "one")
    write_whole(target, b"two")
    assert target.read_text() == "two"
    assert list(target.parent.iterdir()) == [target]


def test_write_whole_keeps_the_old_file_when_it_fails(tmp_path: Path):
    target = tmp_path / "plan.json"
    target.mkdir()
    with pytest.raises(OSError):
        write_whole(target, "new")
    assert list(tmp_path.iterdir()) == [target]


def test_folder_is_replaced_as_a_whole(tmp_path: Path):
    folder = tmp_path / "week"
    for name in ("first", "second"):
        with replaced_folder(folder) as staging:
            (staging / name).touch()
    assert [path.name for path in folder.iterdir()] == ["second"]
    assert list(tmp_path.iterdir()) == [folder]


def test_folder_stays_when_the_block_fails(tmp_path: Path):
    folder = tmp_path / "week"
    with replaced_folder(folder) as staging:
        (staging / "good").touch()
    with pytest.raises(RuntimeError), replaced_folder(folder) as staging:
        (staging / "half").touch()
        raise RuntimeError
    assert [path.name for path in folder.iterdir()] == ["good"]
    assert list(tmp_path.iterdir()) == [folder]


def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path):
    folder = tmp_path / "week"
    script = (
        "import sys, time; from pathlib import Path; from flows.files import replaced_folder\n"
        "with replaced_folder(Path(sys.argv[1])) as s:\n"
        "    (s / 'half').touch(); print('in', flush=True); time.sleep(60)"
    )
    victim = subprocess.Popen(
        [sys.executable, "-c", script, folder], stdout=subprocess.PIPE, text=True
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == "in\n"
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    assert not folder.exists()
    with replaced_folder(folder) as staging:
        (staging / "good").touch()
    assert list(tmp_path.iterdir()) == [folder]
