"""What native libraries print does not reach the terminal; what we say does."""

import subprocess
import sys

NOISY = """
import ctypes, os, sys
from flows.cli.terminal import out, solvers_unheard
out.print("sebelum")
with solvers_unheard():
    os.write(1, b"derau\\n")
    ctypes.CDLL(None).printf(b"derau\\n")
    out.print("selama")
    print("juga")
    meanwhile = sys.stdout
out.print("sesudah")
sys.stdout = meanwhile
out.print("tetap")
"""


def test_only_our_own_words_are_heard():
    said = subprocess.run(
        [sys.executable, "-c", NOISY], capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == ["sebelum", "selama", "juga", "sesudah", "tetap"]
