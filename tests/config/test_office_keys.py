import re

from config.office import OfficeSettings
from config.settings import ROOT
from tests.key_tables import described_keys, model_keys

REPEATED = re.compile(r"^(jenis|penuaan)\.\w+")


def test_every_key_of_the_offices_file_is_described_once():
    keys = {REPEATED.sub(r"\1.*", key): needed for key, needed in model_keys(OfficeSettings)}
    assert described_keys(ROOT / "config/README.md", "kunci") == keys
