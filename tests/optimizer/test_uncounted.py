"""Compiled code without reference counts neither makes arrays nor gets any from what it calls.

Numba itself refuses to compile a function that would make one.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import optimizer

ROOT = Path(optimizer.__file__).parent
DECORATORS = {"compiled", "uncounted"}


def modules() -> Iterator[tuple[str, str]]:
    """Name and text of every module of the optimizer."""
    for source in ROOT.rglob("*.py"):
        parts = ("optimizer", *source.relative_to(ROOT).with_suffix("").parts)
        yield ".".join(parts), source.read_text(encoding="utf-8")


def decorators(text: str) -> dict[str, str]:
    """How the functions of a module are compiled."""
    return {
        node.name: one.id
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
        for one in node.decorator_list
        if isinstance(one, ast.Name) and one.id in DECORATORS
    }


def called(text: str, name: str) -> Iterator[str]:
    """Names that a function of a module calls."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            for one in ast.walk(node):
                if isinstance(one, ast.Call) and isinstance(one.func, ast.Name):
                    yield one.func.id


def imported(text: str) -> dict[str, tuple[str, str]]:
    """Module and name of what a module imports, by its name there."""
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def faults(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """Module and name of functions without counts that call one with, and its name."""
    known = {module: decorators(text) for module, text in texts.items()}
    return [
        (module, name, callee)
        for module, text in texts.items()
        for name, decorator in known[module].items()
        if decorator == "uncounted"
        for callee in called(text, name)
        for where, original in [imported(text).get(callee, (module, callee))]
        if known.get(where, {}).get(original) == "compiled"
    ]


def test_it_calls_nothing_that_counts() -> None:
    assert faults(dict(modules())) == []


def test_a_call_of_something_that_counts_is_seen() -> None:
    makes = "@compiled\ndef make(): pass\n"
    texts = {
        "a": makes + "@uncounted\ndef f(): make()\n",
        "b": "from a import make as m\n@uncounted\ndef g(): m()\n@compiled\ndef h(): m()\n",
    }
    assert faults(texts) == [("a", "f", "make"), ("b", "g", "m")]
