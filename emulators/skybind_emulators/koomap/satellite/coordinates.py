"""Coordinate systems of result images.

The manual has one example, ``WGS84``, and codes for wrong zones and EPSG numbers. The grammar is our assumption:
``WGS84``, ``CGCS2000``, ``UTM<zone><N|S>``, ``EPSG:<number>``.
"""

import re

from skybind_emulators.koomap.refusals import refuse

_FORM = re.compile(r"[A-Za-z][A-Za-z0-9:_/ -]{0,49}")
_UTM = re.compile(r"UTM(\d{1,3})[NS]")
_EPSG = re.compile(r"EPSG:(\d{1,6})")
_NAMED = ("WGS84", "CGCS2000")
# WGS 84 and CGCS2000 in degrees, UTM north and south, Gauss-Kruger of CGCS2000.
_EPSG_CODES = (range(4326, 4327), range(4490, 4491), range(32601, 32661), range(32701, 32761), range(4491, 4555))


def check_coordinates(text: str) -> None:
    """Let a coordinate system pass.

    Raises:
        Refusal: 00051051 it is not even written like one; 00051036 no such UTM zone; 00051037 no such EPSG number;
            00051049 it is another one.
    """
    if not _FORM.fullmatch(text):
        raise refuse("KMP.00051051")
    if text in _NAMED:
        return
    if zone := _UTM.fullmatch(text):
        if not 1 <= int(zone[1]) <= 60:
            raise refuse("KMP.00051036")
    elif epsg := _EPSG.fullmatch(text):
        if not any(int(epsg[1]) in codes for codes in _EPSG_CODES):
            raise refuse("KMP.00051037")
    else:
        raise refuse("KMP.00051049")
