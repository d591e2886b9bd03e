"""Search for plans: a first one at once, better ones while time allows."""
