"""EXIF as another library reads it, and DJI's XMP."""

import re
from datetime import datetime, timedelta
from fractions import Fraction

import exifread
import pytest
from PIL import Image

DJI = "http://www.dji.com/drone-dji/1.0/"


def exif_of(file):
    with file.open("rb") as stream:
        return exifread.process_file(stream, details=False)


def xmp_of(file):
    with Image.open(file) as image:
        packet = image.info["xmp"].decode()
    assert f'xmlns:drone-dji="{DJI}"' in packet
    return dict(re.findall(r'drone-dji:(\w+)="([^"]*)"', packet))


def degrees(tags, name):
    parts = [Fraction(value.num, value.den) for value in tags[f"GPS GPS{name}"].values]
    sign = -1 if str(tags[f"GPS GPS{name}Ref"]) in "SW" else 1
    return sign * float(parts[0] + parts[1] / 60 + parts[2] / 3600)


def test_exif_tells_the_position_of_the_camera(flown):
    """Latitude and longitude in EXIF are true to 1e-7 degrees, the altitude to a centimetre."""
    survey = flown.survey
    for station, file in zip(survey.stations, flown.files, strict=True):
        tags = exif_of(file)
        place = survey.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
        assert degrees(tags, "Latitude") == pytest.approx(place.latitude_deg, abs=1e-7)
        assert degrees(tags, "Longitude") == pytest.approx(place.longitude_deg, abs=1e-7)
        altitude = tags["GPS GPSAltitude"].values[0]
        assert altitude.num / altitude.den == pytest.approx(place.height_m, abs=0.01)


def test_exif_tells_camera_and_size(flown):
    """Make, model, lens and pixel count are those of the camera and of the file."""
    for file in flown.files:
        tags = exif_of(file)
        with Image.open(file) as image:
            size = image.size
        assert str(tags["Image Make"]) == "DJI"
        assert str(tags["Image Model"]) == "M3E"
        assert (tags["EXIF ExifImageWidth"].values[0], tags["EXIF ExifImageLength"].values[0]) == size
        assert float(tags["EXIF FocalLength"].values[0]) == pytest.approx(12.29)
        assert tags["EXIF FocalLengthIn35mmFilm"].values[0] == 24
        assert float(tags["EXIF ExposureTime"].values[0]) > 0


def test_exif_times_follow_the_shutter(flown):
    """Date, fraction and zone together give the moment of the shot, to the millisecond."""
    for station, file in zip(flown.survey.stations, flown.files, strict=True):
        tags = exif_of(file)
        text = f"{tags['EXIF DateTimeOriginal']}.{tags['EXIF SubSecTimeOriginal']}{tags['EXIF OffsetTimeOriginal']}"
        moment = datetime.strptime(text, "%Y:%m:%d %H:%M:%S.%f%z")
        assert abs(moment - station.taken_at) <= timedelta(milliseconds=1)


def test_xmp_tells_the_pose(flown):
    """DJI's attributes hold position, both altitudes and attitude; heights differ by that of the ground."""
    survey = flown.survey
    for station, file in zip(survey.stations, flown.files, strict=True):
        xmp = xmp_of(file)
        place = survey.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
        assert float(xmp["GpsLatitude"]) == pytest.approx(place.latitude_deg, abs=1e-8)
        assert float(xmp["GpsLongitude"]) == pytest.approx(place.longitude_deg, abs=1e-8)
        assert float(xmp["RelativeAltitude"]) == station.altitude_m
        assert float(xmp["AbsoluteAltitude"]) - float(xmp["RelativeAltitude"]) == pytest.approx(42.0, abs=0.01)
        assert float(xmp["GimbalPitchDegree"]) == -90
        assert float(xmp["GimbalYawDegree"]) == float(xmp["FlightYawDegree"]) == station.yaw_deg
        assert xmp["RtkFlag"] == "50"


def test_names_are_those_of_the_drone(flown):
    """DJI_<local time>_<number>_V.JPG, in the order of flight."""
    for number, (station, file) in enumerate(zip(flown.survey.stations, flown.files, strict=True), start=1):
        assert file.name == f"DJI_{station.taken_at:%Y%m%d%H%M%S}_{number:04d}_V.JPG"


def test_southern_and_western_places_keep_their_sign(tmp_path):
    """References S and W go with positive angles; ground below the ellipsoid has altitude reference 1."""
    from skybind_emulators.flight import FlightPlan, render_flight

    plan = FlightPlan(centre_latitude_deg=-12.05, centre_longitude_deg=-77.04, ground_height_m=-300.0)
    (file,) = render_flight(tmp_path, photos=1, size=30_000, plan=plan)
    tags = exif_of(file)

    assert degrees(tags, "Latitude") == pytest.approx(-12.05, abs=1e-5)
    assert degrees(tags, "Longitude") == pytest.approx(-77.04, abs=1e-5)
    assert tags["GPS GPSAltitudeRef"].values[0] == 1
