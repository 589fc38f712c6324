"""Whether raw images can be made into results, and what the results will be called."""

from collections.abc import Collection, Sequence

from attrs import frozen

from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.satellite.images import PANCHROMATIC, RAW, ImageRecord, Images, ImageStatus
from skybind_emulators.settings import KooMapRules

MOSAIC = "L5"
_SUFFIXES = (".tif", ".tiff")
_MOST_BANDS = 4

SATELLITES_DIFFER = "卫星型号不一致"  # the manual's only example of such a text
NO_PARTNER = "全色影像与多光谱影像未一一对应"  # panchromatic and multispectral images do not pair up; our words


@frozen
class Mismatch:
    """An image that does not go with the others."""

    image_id: str
    reason: str


def raw_images(image_ids: Sequence[str], images: Images, rules: KooMapRules) -> list[ImageRecord]:
    """The images of a request, each of which could be worked on.

    Raises:
        Refusal: 00051020 there are none; 00051003 too many; 00051073 one is given twice; 00051074 there is none such;
            00051016 it is a result; 00051041 its state does not allow it; or its content is not right.
    """
    if not image_ids:
        raise refuse("KMP.00051020")
    if len(image_ids) > rules.satellite_images_max:
        raise refuse("KMP.00051003")
    if len(set(image_ids)) != len(image_ids):
        raise refuse("KMP.00051073")
    return [_sound(images.find(image_id)) for image_id in image_ids]


def mismatches(chosen: Sequence[ImageRecord]) -> list[Mismatch]:
    """Images that break the rule: panchromatic and multispectral ones pair up one to one, or all are multispectral.

    A pair is of one scene and of one satellite.
    """
    panchromatic = [image for image in chosen if image.kind == PANCHROMATIC]
    if not panchromatic:
        return []
    found = []
    for image in chosen:
        partners = [other for other in chosen if other.kind != image.kind and other.scene == image.scene]
        twins = [other for other in chosen if other.kind == image.kind and other.scene == image.scene]
        if len(partners) != 1 or len(twins) != 1:
            found.append(Mismatch(image.image_id, NO_PARTNER))
        elif partners[0].satellite != image.satellite:
            found.append(Mismatch(image.image_id, SATELLITES_DIFFER))
    return found


def result_stems(chosen: Sequence[ImageRecord], level: str, task_name: str) -> list[str]:
    """What the results are called: one for each multispectral image; one for all in a mosaic, by the task's name."""
    if level == MOSAIC:
        return [f"{task_name}_{level}"]
    return [_stem(image, level) for image in chosen if image.kind != PANCHROMATIC]


def result_names(stems: Sequence[str], taken: Collection[str]) -> list[str]:
    """The stems, numbered where another result has the name already (our assumption)."""
    names: list[str] = []
    for stem in stems:
        name, number = stem, 0
        while name in taken or name in names:
            number += 1
            name = f"{stem}_{number}"
        names.append(name)
    return names


def named_after(name: str, stem: str) -> bool:
    """Whether a result's name is the stem, or the stem and a number."""
    rest = name.removeprefix(stem)
    return name.startswith(stem) and (not rest or (rest[0] == "_" and rest[1:].isdecimal()))


def _stem(image: ImageRecord, level: str) -> str:
    longitude, latitude = image.position or (0.0, 0.0)
    date = moment(image.captured_at)[:10].replace("-", "")
    return f"{image.satellite}_{date}_E{longitude:.1f}_N{latitude:.1f}_{level}"


def _sound(image: ImageRecord | None) -> ImageRecord:
    """The image, if it is there and can be read.

    Raises:
        Refusal: with the code that says why not.
    """
    if image is None:
        raise refuse("KMP.00051074")
    if image.origin != RAW:
        raise refuse("KMP.00051016")
    if image.status is not ImageStatus.DONE:
        raise refuse("KMP.00051041")
    if image.suffix not in _SUFFIXES:
        raise refuse("KMP.00051039")
    if image.position is None:
        raise refuse("KMP.00051035")
    if abs(image.position[0]) > 180 or abs(image.position[1]) > 90:
        raise refuse("KMP.00051038")
    if not image.rpc:
        raise refuse("KMP.00051050")
    if image.defect is not None:
        raise refuse(image.defect)
    if image.bands > _MOST_BANDS:
        raise refuse("KMP.00054007")
    if min(image.width_px, image.height_px) < 1:
        raise refuse("KMP.00054013")
    return image
