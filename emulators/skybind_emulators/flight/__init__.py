"""A sample flight: overlapping nadir photos of one made-up place, as a surveying drone would bring them home.

    from skybind_emulators.flight import render_flight
    render_flight(Path("photos"), photos=12, size=200_000, seed=1)

The ground is flat and painted: houses and trees cast shadows but have no height of their own, so there is no
parallax. All else is as a pinhole camera sees it, and EXIF and XMP tell the true pose of each photo.
"""

from .camera import MAVIC_3_ENTERPRISE, ZENMUSE_P1, Camera, View
from .plan import FlightPlan
from .survey import Survey, render_flight

__all__ = ["MAVIC_3_ENTERPRISE", "ZENMUSE_P1", "Camera", "FlightPlan", "Survey", "View", "render_flight"]
