"""Places of the regency: names as people write them, points, and how far to trust them."""
