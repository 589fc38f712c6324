"""Wayline files by hand, right and wrong ones."""

import io
import zipfile


def packed(waylines: str | bytes, *, template: bool = True, folder: str = "wpmz/") -> bytes:
    """A KMZ with this document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{folder}waylines.wpml", waylines)
        if template:
            archive.writestr(f"{folder}template.kml", "<kml/>")
    return out.getvalue()


def document(*placemarks: str, mode: str = "WGS84", wayline: int = 0, version: str = "1.0.6") -> str:
    """A waylines.wpml with one wayline."""
    return document_of(folder(*placemarks, mode=mode, wayline=wayline), version=version)


def document_of(*folders: str, version: str = "1.0.6") -> str:
    """A waylines.wpml with these waylines."""
    return (
        f'<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:w="http://www.dji.com/wpmz/{version}"><Document>'
        f"{''.join(folders)}</Document></kml>"
    )


def folder(*placemarks: str, mode: str = "WGS84", wayline: int = 0) -> str:
    """One wayline."""
    return (
        f"<Folder><w:executeHeightMode>{mode}</w:executeHeightMode><w:waylineId>{wayline}</w:waylineId>"
        f"{''.join(placemarks)}</Folder>"
    )


def placemark(index: int, coordinates: str = "120,30", height: str = "50", more: str = "") -> str:
    """One waypoint."""
    return (
        f"<Placemark><Point><coordinates> {coordinates} </coordinates></Point><w:index>{index}</w:index>"
        f"<w:executeHeight>{height}</w:executeHeight>{more}</Placemark>"
    )
