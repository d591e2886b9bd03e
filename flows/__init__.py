"""Prefect flows, schedules and the command line: the composition root."""
