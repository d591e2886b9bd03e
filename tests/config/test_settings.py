from pathlib import Path

import pytest

from config.settings import ROOT, Settings


def test_defaults_lie_in_the_checkout(monkeypatch: pytest.MonkeyPatch):
    for name in ("DATABASE_URL", "OFFICE", "VAR"):
        monkeypatch.delenv(f"JEMPUTBOLA_{name}", raising=False)
    settings = Settings()
    assert settings.var == ROOT / "var"
    assert settings.office == ROOT / "config/office.toml"
    assert settings.store_url == f"sqlite:///{ROOT / 'var/jemputbola.db'}"


def test_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", "postgresql+psycopg://somewhere/office")
    monkeypatch.setenv("JEMPUTBOLA_VAR", str(tmp_path))
    settings = Settings()
    assert settings.store_url == "postgresql+psycopg://somewhere/office"
    assert settings.week_folder("2026-W49") == tmp_path / "2026-W49"
