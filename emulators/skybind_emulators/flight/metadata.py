"""What a DJI camera writes into its photos: EXIF, and DJI's own XMP attributes."""

from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from .camera import Camera
from .geodesy import Geodetic
from .plan import Station

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_SERIAL = "1581F6EMULATOR0000001"


def exif_block(camera: Camera, size: tuple[int, int], station: Station, place: Geodetic) -> bytes:
    """The EXIF block of one photo, as bytes for an APP1 segment. `place.height_m` is the camera's height."""
    exif = Image.Exif()
    moment = station.taken_at.strftime("%Y:%m:%d %H:%M:%S")
    zone = _offset(station.taken_at)
    fraction = f"{station.taken_at.microsecond // 1000:03d}"
    exif[0x010E] = "default"  # ImageDescription: DJI's cameras write this word
    exif[0x010F] = "DJI"  # Make
    exif[0x0110] = camera.model  # Model
    exif[0x0112] = 1  # Orientation: as stored
    exif[0x011A] = exif[0x011B] = IFDRational(72, 1)  # XResolution, YResolution
    exif[0x0128] = 2  # ResolutionUnit: inch
    exif[0x0131] = "skybind sample flight"  # Software
    exif[0x0132] = moment  # DateTime
    width, height = size
    pitch_mm = camera.pixel_pitch_um / 1000 * camera.width_px / width
    shot = exif.get_ifd(_EXIF_IFD)
    shot[0x829A] = IFDRational(1, 1000)  # ExposureTime
    shot[0x829D] = _ratio(camera.f_number, 10)  # FNumber
    shot[0x8822] = 2  # ExposureProgram: normal
    shot[0x8827] = 100  # ISOSpeedRatings
    shot[0x9000] = b"0230"  # ExifVersion
    shot[0x9003] = shot[0x9004] = moment  # DateTimeOriginal, DateTimeDigitized
    shot[0x9010] = shot[0x9011] = shot[0x9012] = zone  # OffsetTime, OffsetTimeOriginal, OffsetTimeDigitized
    shot[0x9290] = shot[0x9291] = shot[0x9292] = fraction  # SubSecTime, ...Original, ...Digitized
    shot[0x920A] = _ratio(camera.focal_length_mm, 100)  # FocalLength
    shot[0xA001] = 1  # ColorSpace: sRGB
    shot[0xA002], shot[0xA003] = width, height  # ExifImageWidth, ExifImageHeight
    shot[0xA20E] = shot[0xA20F] = _ratio(1 / pitch_mm, 10_000)  # FocalPlaneXResolution, FocalPlaneYResolution
    shot[0xA210] = 4  # FocalPlaneResolutionUnit: millimetre
    shot[0xA405] = camera.focal_length_35mm  # FocalLengthIn35mmFilm
    shot[0xA431] = _SERIAL  # BodySerialNumber
    utc = station.taken_at.astimezone(UTC)
    gps = exif.get_ifd(_GPS_IFD)
    gps[0] = b"\x02\x03\x00\x00"  # GPSVersionID
    gps[1], gps[2] = "S" if place.latitude_deg < 0 else "N", _sexagesimal(place.latitude_deg)
    gps[3], gps[4] = "W" if place.longitude_deg < 0 else "E", _sexagesimal(place.longitude_deg)
    gps[5], gps[6] = bytes([place.height_m < 0]), _ratio(abs(place.height_m), 1000)
    gps[7] = (IFDRational(utc.hour, 1), IFDRational(utc.minute, 1), _ratio(utc.second + utc.microsecond / 1e6, 1000))
    gps[18] = "WGS-84"  # GPSMapDatum
    gps[29] = utc.strftime("%Y:%m:%d")  # GPSDateStamp
    return exif.tobytes()


def xmp_packet(camera: Camera, size: tuple[int, int], station: Station, place: Geodetic) -> bytes:
    """DJI's attributes of one photo, with signs and digits as its cameras write them."""
    yaw = f"{station.yaw_deg:+.2f}"
    attributes = {
        "Version": "1.6",
        "ImageSource": "WideCamera",
        "GpsStatus": "RTK",
        "AltitudeType": "RtkAlt",
        "GpsLatitude": f"{place.latitude_deg:+.9f}",
        "GpsLongitude": f"{place.longitude_deg:+.9f}",
        "AbsoluteAltitude": f"{place.height_m:+.3f}",
        "RelativeAltitude": f"{station.altitude_m:+.3f}",
        "GimbalRollDegree": "+0.00",
        "GimbalYawDegree": yaw,
        "GimbalPitchDegree": "-90.00",
        "FlightRollDegree": "+0.00",
        "FlightYawDegree": yaw,
        "FlightPitchDegree": "+0.00",
        "RtkFlag": "50",
        "RtkStdLon": "0.01120",
        "RtkStdLat": "0.01080",
        "RtkStdHgt": "0.02210",
        "RtkDiffAge": "0.60000",
        "CalibratedFocalLength": f"{camera.focal_px(size[0]):.6f}",
        "CalibratedOpticalCenterX": f"{size[0] / 2:.6f}",
        "CalibratedOpticalCenterY": f"{size[1] / 2:.6f}",
        "DewarpFlag": "1",
        "ShutterType": "Mechanical",
        "ShutterCount": str(station.number),
        "DroneModel": camera.drone,
        "DroneSerialNumber": _SERIAL,
        "UTCAtExposure": station.taken_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
    }
    listed = "\n".join(f"   drone-dji:{name}={quoteattr(value)}" for name, value in attributes.items())
    moment = station.taken_at.isoformat(timespec="seconds")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="DJI Meta Data"
   xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
   xmp:CreateDate="{moment}"
   tiff:Make="DJI"
   tiff:Model={quoteattr(camera.model)}
{listed}/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _ratio(value: float, denominator: int) -> IFDRational:
    return IFDRational(round(value * denominator), denominator)


def _sexagesimal(angle_deg: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Degrees, minutes and seconds; a unit of the last digit is less than 0.1 mm on the ground."""
    millionths = round(abs(angle_deg) * 3_600_000_000)
    minutes, seconds = divmod(millionths, 60_000_000)
    degrees, minutes = divmod(minutes, 60)
    return IFDRational(degrees, 1), IFDRational(minutes, 1), IFDRational(seconds, 1_000_000)


def _offset(moment: datetime) -> str:
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:5]}"
