"""The optimizer: problem in, checked plan out. Pure; knows no file, clock, database or workflow.

Only its own machine code is kept on disk (``optimizer.compiled``, ``optimizer.ready``).
"""
