"""``python -m skybind.cli``."""

from skybind.cli import main

main()
