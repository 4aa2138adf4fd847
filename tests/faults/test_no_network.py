"""A build asks nothing of the network: neither pages, pictures and feeds nor paper, from a cold cache."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from project import Project
from strike import Counter

COLD = ("--extra-settings", 'CACHE_PATH=".cache/kalt"')
WAYS = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))


def test_no_address_is_asked_for(project: Project, tmp_path: Path) -> None:
    before = project.site()
    counter = Counter("network", tmp_path / "count")
    status, said = project.build(*COLD, **counter.environment)
    assert status == 0, said
    assert counter.count == 0
    assert project.site() == before


def test_the_counter_sees_who_asks(tmp_path: Path) -> None:
    counter = Counter("network", tmp_path / "count")
    ask = (
        f"import socket\nsocket.socket().connect_ex(('127.0.0.1', {unused_port()}))\nsocket.getaddrinfo('localhost', 1)"
    )
    subprocess.run([sys.executable, "-c", ask], env=os.environ | counter.environment, check=True)
    assert counter.count >= 2


def test_it_builds_where_there_is_no_network(project: Project) -> None:
    """In a namespace without interfaces, where the system grants one: then workers and tools are cut off as well."""
    before = project.site()
    granted = [way for way in WAYS if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0]
    for way in granted[:1]:
        status, said = project.build(*COLD, under=way)
        assert status == 0, said
        assert project.site() == before
    assert granted or os.geteuid() != 0, "root without namespaces: test_no_address_is_asked_for stands for this one"


def unused_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
