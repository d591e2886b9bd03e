"""Records and documents that cross the border of the program."""
