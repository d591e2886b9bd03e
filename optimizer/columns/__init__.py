"""Duty columns: which duties the rules allow, and the exact search for the best of them."""
