"""Papers people use: one renderer a file, all fed by one WeekBook."""
