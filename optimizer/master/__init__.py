"""The master: which duty columns together make the best week, as LP and as integer program."""
