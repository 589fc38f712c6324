"""What tests of several tiers share, and are not fixtures."""
