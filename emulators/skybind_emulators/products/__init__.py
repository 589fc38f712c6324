"""What a reconstruction hands back, made from the photos themselves: maps, models, point clouds.

    from skybind_emulators.products import reconstruct
    products = reconstruct("2d", [("DJI_0001.JPG", path)], job_id=job, out=folder, parameters={}, seed=1)

Photos are laid on flat ground by the pose in their EXIF and XMP. Nothing is matched or triangulated, so the results
are right for flat ground and only there. Folder and file names follow desktop Terra where public material shows them,
and are our assumption elsewhere.
"""

from .output import Product
from .parameters import Kind, ReconstructionFailed
from .reconstruction import reconstruct

__all__ = ["Kind", "Product", "ReconstructionFailed", "reconstruct"]
