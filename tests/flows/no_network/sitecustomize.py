"""Python's start-up file of the offline tests: every call beyond this machine is noted, refused."""

import os
import socket
from pathlib import Path

LOCAL = ("127.", "localhost", "::1", "0.0.0.0")
LOG = Path(os.environ["CALLS_LOG"])

_connect, _lookup = socket.socket.connect, socket.getaddrinfo


def _refuse(host):
    if host is not None and not str(host).startswith(LOCAL):
        with LOG.open("a") as log:
            log.write(f"{host}\n")
        raise OSError(f"no network in this test: {host}")


def _guarded_connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        _refuse(address[0])
    return _connect(self, address)


def _guarded_lookup(host, *args, **options):
    _refuse(host.decode() if isinstance(host, bytes) else host)
    return _lookup(host, *args, **options)


socket.socket.connect = _guarded_connect
socket.getaddrinfo = _guarded_lookup
