"""PDF from the Typst templates beside this file.

Data travels as JSON in ``sys.inputs``: what users typed is never read as Typst source. Only the
fonts inside the typst wheel are used, so the same page comes out on every machine.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from data.itineraries.language import Language
from data.itineraries.pages import TEMPLATES


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


def typeset(template: str | Path, say: Language, **values: Any) -> bytes:
    """PDF of a template, which finds ``values`` and the catalogue ``words`` in its data.

    Parameters
    ----------
    template
        Name in the templates folder, or the path of an office's own template.

    Raises
    ------
    typst.TypstError
        If the template does not compile with these values.
    """
    path = TEMPLATES / template
    data = json.dumps({"lang": say.code, "words": dict(say.words), **values}, ensure_ascii=False)
    compiler = typst.Compiler(path, root=path.parent, font_paths=_fonts())
    pdf = compiler.compile(sys_inputs={"data": data}, format="pdf", timestamp=0)
    if not isinstance(pdf, bytes):
        raise TypeError(f"templat {path.name} tidak menghasilkan PDF")
    return pdf
