"""From `specs/` to `generated/`: reads the specs, drives the generator, adds what it drops, compares the result."""
