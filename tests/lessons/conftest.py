import pytest
from small_pack import SmallPack


@pytest.fixture
def small_pack(tmp_path):
    return SmallPack(tmp_path / "a-pack")
