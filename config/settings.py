"""Settings of one installation: the only reader of the environment."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from optimizer.faults import Fault, InvalidDocument

ROOT = Path(__file__).resolve().parents[1]


def _from_root(path: Path) -> Path:
    return path if path.is_absolute() else ROOT / path


RootedPath = Annotated[Path, AfterValidator(_from_root)]


class Settings(BaseSettings):
    """Where this installation keeps things; every field is a ``JEMPUTBOLA_...`` variable.

    Attributes
    ----------
    database_url
        SQLAlchemy address of the store (SQLite file or PostgreSQL); empty means a SQLite file
        in ``var``.
    office
        The office's TOML file.
    var
        Folder of runtime files, relative to the checkout.
    solve_seconds
        Time limit of a week's solve.
    road_key
        Key of a road engine that wants one; it stands in no file.
    regencies
        Folder of many offices, one folder each, named by the regency's code.
    """

    model_config = SettingsConfigDict(env_prefix="JEMPUTBOLA_")

    database_url: str = ""
    office: RootedPath = Path("config/office.toml")
    var: RootedPath = Path("var")
    solve_seconds: float = Field(default=60.0, gt=0)
    road_key: str = ""
    regencies: RootedPath = Path("var/kabupaten")

    @property
    def store_url(self) -> str:
        """Address of the store with its default filled in."""
        return self.database_url or f"sqlite:///{self.var / 'jemputbola.db'}"

    def week_folder(self, week: str) -> Path:
        """Folder that the papers of a week go to."""
        return self.var / week

    def of_regency(self, folder: Path) -> Self:
        """The same installation for one of many offices: its file, record and papers in a folder.

        Raises
        ------
        InvalidDocument
            If all offices would share one database.
        """
        if self.database_url and "{kode}" not in self.database_url:
            message = "tulis {kode} di nama basis data, misalnya .../jemputbola_{kode}"
            raise InvalidDocument([Fault("JEMPUTBOLA_DATABASE_URL", message)])
        url = self.database_url.replace("{kode}", folder.name.replace(".", "_"))
        own = {"office": folder / "kantor.toml", "var": folder / "var", "database_url": url}
        return self.model_copy(update=own)
