"""What the office owes and what it did, counted from its record: pure tables for the papers."""
