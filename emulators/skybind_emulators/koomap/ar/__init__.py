"""The AR half of KooMap: where a camera is, and how to get somewhere from there."""
