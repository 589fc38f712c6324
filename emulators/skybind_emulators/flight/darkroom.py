"""From a view of the scene to pixels: enlarge what the ground holds, add the sensor's noise."""

import numpy as np
from PIL import Image

from .camera import View
from .grain import Grey, SensorNoise
from .scene import Scene, working_reduction


def develop(scene: Scene, view: View, noise: SensorNoise, rng: np.random.Generator) -> Image.Image:
    """The photo as the camera would hand it to its encoder."""
    reduction = working_reduction(view.gsd_m)
    planes = scene.seen_by(view, reduction)
    for _ in range(reduction.bit_length() - 1):
        planes = [_doubled(plane) for plane in planes]
    planes = [np.ascontiguousarray(plane[: view.height_px, : view.width_px]) for plane in planes]
    noise.add_to(planes, rng)
    return Image.merge("RGB", [Image.fromarray(plane) for plane in planes])


def _doubled(plane: Grey) -> Grey:
    """Twice as many rows and columns, bilinear. Colour planes of bytes: several times faster than on RGB pixels."""
    return _doubled_rows(np.ascontiguousarray(_doubled_rows(plane).T)).T


def _doubled_rows(plane: Grey) -> Grey:
    above = np.concatenate((plane[:1], plane[:-1]))
    below = np.concatenate((plane[1:], plane[-1:]))
    doubled = np.empty((plane.shape[0] * 2, plane.shape[1]), np.uint8)
    # A new row lies a quarter of a row from its nearest old one: three quarters of that, one of the other.
    # Once rounded up and once down, so that the photo grows neither lighter nor darker.
    doubled[0::2] = _mean_down(plane, _mean_up(plane, above))
    doubled[1::2] = _mean_down(plane, _mean_up(plane, below))
    return doubled


def _mean_down(first: Grey, second: Grey) -> Grey:
    return (first & second) + ((first ^ second) >> 1)  # never leaves the range of a byte


def _mean_up(first: Grey, second: Grey) -> Grey:
    return (first | second) - ((first ^ second) >> 1)
