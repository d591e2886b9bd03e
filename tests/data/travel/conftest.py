from collections.abc import Iterator

import pytest

from tests.data.travel.road_server import Road, road_server


@pytest.fixture
def road() -> Iterator[Road]:
    with road_server() as served:
        yield served
