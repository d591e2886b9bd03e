"""The optimizer: problem in, checked plan out. Pure; knows no file, clock, database or workflow."""
