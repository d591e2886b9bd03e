"""Compiled code without reference counts neither makes arrays nor gets any from what it calls.

Numba refuses most of what would make one, but not all of it, and says nothing of what is returned.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import optimizer

ROOT = Path(optimizer.__file__).parent
DECORATORS = {"compiled", "uncounted"}
HARMLESS = {
    "np.random.random",
    "np.random.randint",
    "np.random.seed",
    "np.int64",
    "np.uint64",
}


def modules() -> Iterator[tuple[str, str]]:
    """Name and text of every module of the optimizer."""
    for source in ROOT.rglob("*.py"):
        parts = ("optimizer", *source.relative_to(ROOT).with_suffix("").parts)
        yield ".".join(parts), source.read_text(encoding="utf-8")


def functions(text: str) -> dict[str, tuple[str, ast.FunctionDef]]:
    """How the functions of a module are compiled, and their syntax."""
    return {
        node.name: (one.id, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
        for one in node.decorator_list
        if isinstance(one, ast.Name) and one.id in DECORATORS
    }


def uncounted(texts: dict[str, str]) -> Iterator[tuple[str, str, ast.FunctionDef]]:
    """Module, name and syntax of all functions without counts."""
    for module, text in texts.items():
        for name, (decorator, node) in functions(text).items():
            if decorator == "uncounted":
                yield module, name, node


def imported(text: str) -> dict[str, tuple[str, str]]:
    """Module and name of what a module imports, by its name there."""
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def counting(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """What functions without counts call that counts, or may make an array."""
    known = {module: functions(text) for module, text in texts.items()}
    found = []
    for module, name, node in uncounted(texts):
        names = imported(texts[module])
        for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
            callee = ast.unparse(call.func)
            if isinstance(call.func, ast.Name):
                where, original = names.get(callee, (module, callee))
                harmless = known.get(where, {}).get(original, ("uncounted",))[0] == "uncounted"
            else:
                harmless = callee in HARMLESS
            if not harmless:
                found.append((module, name, callee))
    return found


def returning(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """What functions without counts return that holds an array: a part of one, or a named tuple."""
    found = []
    for module, name, node in uncounted(texts):
        for value in (one.value for one in ast.walk(node) if isinstance(one, ast.Return)):
            parts = value.elts if isinstance(value, ast.Tuple) else [value]
            found += [(module, name, ast.unparse(part)) for part in parts if part and held(part)]
    return found


def held(part: ast.expr) -> bool:
    """Whether an expression is a slice or a named tuple."""
    if isinstance(part, ast.Subscript):
        return any(isinstance(one, ast.Slice) for one in ast.walk(part.slice))
    return isinstance(part, ast.Call) and ast.unparse(part.func).split(".")[-1][0].isupper()


def test_it_calls_nothing_that_counts() -> None:
    texts = dict(modules())
    assert len(list(uncounted(texts))) > 40
    assert counting(texts) == []
    assert returning(texts) == []


def test_a_call_of_something_that_counts_is_seen() -> None:
    makes = "@compiled\ndef make(): pass\n"
    texts = {
        "a": makes + "@uncounted\ndef f(): make()\n",
        "b": "from a import make as m\n@uncounted\ndef g(): m()\n@compiled\ndef h(): m()\n",
        "c": "import a\n@uncounted\ndef i(x): return a.make() + np.argsort(x)[0] + abs(x[0])\n",
    }
    assert counting(texts) == [
        ("a", "f", "make"),
        ("b", "g", "m"),
        ("c", "i", "a.make"),
        ("c", "i", "np.argsort"),
    ]


def test_a_returned_part_or_named_tuple_is_seen() -> None:
    text = "@uncounted\ndef f(x): return x[1:], 2\n@uncounted\ndef g(x): return Mood(x)\n"
    assert returning({"a": text}) == [("a", "f", "x[1:]"), ("a", "g", "Mood(x)")]
