"""Pages and texts from the templates beside this file: escaped, nothing fetched from outside."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from xstatic.pkg import leaflet

TEMPLATES = Path(__file__).parent / "templates"
LEAFLET = Path(leaflet.BASE_DIR)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=jinja2.select_autoescape(("html", "svg")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, **values: Any) -> str:
    """Render a template; in HTML and SVG every value is escaped."""
    return _environment().get_template(template).render(**values)


@cache
def leaflet_style() -> Markup:
    """Leaflet's style sheet without its pictures: nothing is left to fetch."""
    style = (LEAFLET / "leaflet.css").read_text("utf-8")
    return Markup(re.sub(r"url\((?!#)[^)]*\)", "none", style))  # noqa: S704 - a file of the wheel


@cache
def leaflet_script() -> Markup:
    """Leaflet itself, without the address of its source map."""
    script = (LEAFLET / "leaflet.js").read_text("utf-8")
    return Markup(re.sub(r"//# sourceMappingURL=.*", "", script))  # noqa: S704 - a file of the wheel


@cache
def own_script(name: str) -> Markup:
    """A script from the templates folder."""
    return Markup((TEMPLATES / name).read_text("utf-8"))  # noqa: S704 - our own file


def script_hash(script: str) -> str:
    """Source expression that lets a content security policy run exactly this script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
