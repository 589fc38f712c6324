"""The ground as a textured surface: OBJ and PLY files, and the small glTF scenes inside 3D tiles."""

import io
import json
import struct

import numpy as np
import numpy.typing as npt
from attrs import field, frozen
from PIL import Image

from .geodesy import Floats, Site
from .orthophoto import Orthophoto

_JPEG_QUALITY = 80
_LARGEST_TEXTURE_PX = 2048


@frozen
class Surface:
    """A lattice of triangles over a rectangle of the map.

    `vertices` are metres east, north, up of the site; `texture_at` is 0 to 1 to the right and down in the texture;
    `triangles` are indices, anticlockwise seen from above.
    """

    vertices: Floats
    texture_at: Floats
    triangles: npt.NDArray[np.uint32]
    texture: Image.Image = field(repr=False)


def cut_surface(
    picture: Orthophoto,
    site: Site,
    window: tuple[int, int, int, int],
    *,
    cells: int,
    texture_px: int = _LARGEST_TEXTURE_PX,
) -> Surface | None:
    """The surface over a window of the map (left, top, right, bottom in pixels).

    Cells without any photo are left out; `None` when none is left.
    """
    left, top, right, bottom = window
    covered = picture.covered[top:bottom, left:right]
    across, down = np.linspace(0, 1, cells + 1), np.linspace(0, 1, cells + 1)
    u, v = (axis.ravel() for axis in np.meshgrid(across, down))
    latitude, longitude = picture.positions(left + u * (right - left), top + v * (bottom - top))
    rows, columns = np.linspace(0, bottom - top, cells + 1), np.linspace(0, right - left, cells + 1)
    triangles: list[tuple[int, int, int]] = []
    for row in range(cells):
        for column in range(cells):
            cell = covered[int(rows[row]) : int(rows[row + 1]) + 1, int(columns[column]) : int(columns[column + 1]) + 1]
            if cell.any():
                nw = row * (cells + 1) + column
                ne, sw, se = nw + 1, nw + cells + 1, nw + cells + 2
                triangles += [(nw, sw, se), (nw, se, ne)]
    if not triangles:
        return None
    texture = Image.fromarray(picture.colour[top:bottom, left:right])
    texture.thumbnail((texture_px, texture_px), Image.Resampling.BILINEAR, reducing_gap=None)
    return Surface(
        site.enu(latitude, longitude, site.ground_height_m),
        np.stack((u, v), axis=-1),
        np.array(triangles, np.uint32),
        texture,
    )


def jpeg(texture: Image.Image) -> bytes:
    """A texture as a file."""
    out = io.BytesIO()
    texture.save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue()


def obj_files(surface: Surface, name: str) -> dict[str, bytes]:
    """A Wavefront OBJ with material and texture, by file name; metres east, north, up of the site."""
    lines = [f"mtllib {name}.mtl", "usemtl ground"]
    lines += [f"v {east:.4f} {north:.4f} {up:.4f}" for east, north, up in surface.vertices]
    lines += [f"vt {u:.6f} {1 - v:.6f}" for u, v in surface.texture_at]  # OBJ counts textures from below
    lines += ["f " + " ".join(f"{index + 1}/{index + 1}" for index in triangle) for triangle in surface.triangles]
    material = f"newmtl ground\nKa 1 1 1\nKd 1 1 1\nillum 1\nmap_Kd {name}.jpg\n"
    return {
        f"{name}.obj": ("\n".join(lines) + "\n").encode("ascii"),
        f"{name}.mtl": material.encode("ascii"),
        f"{name}.jpg": jpeg(surface.texture),
    }


def ply_file(surface: Surface) -> bytes:
    """A binary PLY mesh with the texture's colours at its vertices; metres east, north, up of the site."""
    pixels = np.asarray(surface.texture)
    at = (surface.texture_at[:, ::-1] * (np.array(pixels.shape[:2]) - 1)).round().astype(np.intp)
    vertices = np.zeros(len(surface.vertices), [("xyz", "<f4", 3), ("rgb", "u1", 3)])
    vertices["xyz"], vertices["rgb"] = surface.vertices, pixels[at[:, 0], at[:, 1]]
    faces = np.zeros(len(surface.triangles), [("count", "u1"), ("index", "<i4", 3)])
    faces["count"], faces["index"] = 3, surface.triangles
    header = (
        f"ply\nformat binary_little_endian 1.0\nelement vertex {len(vertices)}\n"
        "property float x\nproperty float y\nproperty float z\n"
        "property uchar red\nproperty uchar green\nproperty uchar blue\n"
        f"element face {len(faces)}\nproperty list uchar int vertex_indices\nend_header\n"
    )
    return header.encode("ascii") + vertices.tobytes() + faces.tobytes()


def glb(surface: Surface) -> bytes:
    """A binary glTF 2.0 scene, length a multiple of 8.

    glTF's y points up; readers of 3D tiles turn it back to z.
    """
    east, north, up = surface.vertices.T
    positions = np.stack((east, up, -north), axis=-1).astype("<f4")
    texture_at = surface.texture_at.astype("<f4")
    indices = surface.triangles.ravel().astype("<u2")
    parts = [positions.tobytes(), texture_at.tobytes(), indices.tobytes(), jpeg(surface.texture)]
    views, binary = [], b""
    for part in parts:
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(part)})
        binary += part + b"\0" * (-len(part) % 4)
    scene = {
        "asset": {"version": "2.0", "generator": "skybind emulator"},
        "extensionsUsed": ["KHR_materials_unlit"],
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "indices": 2, "material": 0}]}],
        "materials": [
            {
                "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}, "metallicFactor": 0},
                "extensions": {"KHR_materials_unlit": {}},
            }
        ],
        "textures": [{"source": 0}],
        "images": [{"bufferView": 3, "mimeType": "image/jpeg"}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": len(positions),
                "type": "VEC3",
                "min": [float(value) for value in positions.min(axis=0)],
                "max": [float(value) for value in positions.max(axis=0)],
            },
            {"bufferView": 1, "componentType": 5126, "count": len(texture_at), "type": "VEC2"},
            {"bufferView": 2, "componentType": 5123, "count": len(indices), "type": "SCALAR"},
        ],
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }
    described = json.dumps(scene, separators=(",", ":")).encode()
    binary += b"\0" * (-len(binary) % 8)
    # 12 bytes of file header and 8 per chunk header: the text must end 4 short of a multiple of 8.
    described += b" " * (-(len(described) + 28) % 8)
    total = 12 + 8 + len(described) + 8 + len(binary)
    return (
        struct.pack("<4sII", b"glTF", 2, total)
        + struct.pack("<I4s", len(described), b"JSON")
        + described
        + struct.pack("<I4s", len(binary), b"BIN\0")
        + binary
    )
