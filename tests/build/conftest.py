"""A project with a built site for every test of this room."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import Project


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built once for all tests."""
    return Project.built(tmp_path_factory.mktemp("projekt"))


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of it that a test may break."""
    return built.copy(tmp_path / "projekt")
