"""What stops a generation."""


class GenerationError(Exception):
    """The clients cannot be made. The message says what to change, and where."""
