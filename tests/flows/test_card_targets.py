import pytest

from data.gazetteer import load_gazetteer
from flows.card_targets import card_targets
from optimizer.faults import InvalidDocument


def test_a_kecamatan_is_named_or_coded():
    targets = card_targets({"Kec. Kejayan": 12_000, "35.14.24": 3_500}, load_gazetteer())
    assert targets == {"35.14.06": 12_000, "35.14.24": 3_500}


def test_unknown_and_repeated_kecamatan_are_named_at_once():
    with pytest.raises(InvalidDocument) as caught:
        card_targets({"Kejajan": 1, "Tosari": 2, "35.14.24": 3}, load_gazetteer())
    assert [str(fault) for fault in caught.value.faults] == [
        "kartu.target.Kejajan: kecamatan 'Kejajan' tidak dikenal; maksud Anda 'Kejayan'?",
        "kartu.target.35.14.24: kecamatan ini sudah punya target",
    ]
