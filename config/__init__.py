"""Settings of the office and of the installation; the only reader of the environment."""
