"""Tables of keys in a README, and the keys of the models they describe."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

REQUIRED = "wajib"


def described_keys(readme: Path, heading: str) -> dict[str, bool]:
    """Keys of the table whose first heading is given, and whether each is said to be required."""
    _, _, rest = readme.read_text(encoding="utf-8").partition(f"| {heading} |")
    rows = (line.split("|") for line in rest.partition("\n\n")[0].splitlines()[2:])
    return {row[1].strip().strip("`"): row[4].strip().startswith(REQUIRED) for row in rows}


def model_keys(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Keys of a model as written in its file, with those of its tables, and whether required."""
    for name, field in model.model_fields.items():
        key = prefix + (field.alias or name)
        kinds = (field.annotation, *get_args(field.annotation))
        tables = [k for k in kinds if inspect.isclass(k) and issubclass(k, BaseModel)]
        if tables:
            yield from model_keys(tables[0], f"{key}.")
        else:
            yield key, field.is_required()
