"""The planner's edits of a week: read from the workbook, held against the rules, applied."""
