"""For all tests: a loaded machine is slow, not wrong."""

from hypothesis import settings

settings.register_profile("jemputbola", deadline=None)
settings.load_profile("jemputbola")
