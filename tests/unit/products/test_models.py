"""3D results: tilesets, meshes, the sparse cloud."""

import json
import struct
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from .ground_truth import geodetic


def tileset_of(result, folder):
    files = result.under(folder)
    return json.loads(files["tileset.json"].read_text()), files


def nodes(node, depth=0):
    yield node, depth
    for child in node.get("children", []):
        yield from nodes(child, depth + 1)


def parsed_tile(path):
    """Magic, feature table, feature bytes and body, with every length of the header checked."""
    content = path.read_bytes()
    magic, version, total, table_json, table_binary, batch_json, batch_binary = struct.unpack_from("<4s6I", content)
    assert (version, total, batch_json, batch_binary) == (1, len(content), 0, 0)
    assert total % 8 == (28 + table_json) % 8 == (28 + table_json + table_binary) % 8 == 0
    table = json.loads(content[28 : 28 + table_json])
    features = content[28 + table_json : 28 + table_json + table_binary]
    return magic, table, features, content[28 + table_json + table_binary :]


def parsed_glb(body):
    """The glTF document and its binary chunk."""
    magic, version, total = struct.unpack_from("<4sII", body)
    assert (magic, version, total) == (b"glTF", 2, len(body))
    length, kind = struct.unpack_from("<I4s", body, 12)
    assert kind == b"JSON"
    binary_length, binary_kind = struct.unpack_from("<I4s", body, 20 + length)
    assert binary_kind == b"BIN\0"
    assert 28 + length + binary_length == total
    return json.loads(body[20 : 20 + length]), body[28 + length :]


def parsed_ply(path):
    """Header lines and the bytes after them."""
    header, _, body = path.read_bytes().partition(b"end_header\n")
    return header.decode("ascii").splitlines(), body


def on_earth(tileset, points):
    """Latitude, longitude, height of local points, by the root's transform."""
    matrix = np.array(tileset["root"]["transform"]).reshape(4, 4).T
    return [geodetic(*(matrix @ np.array([*point, 1.0]))[:3]) for point in np.asarray(points, float)]


@pytest.mark.parametrize(("folder", "suffix"), [("terra_b3dms", ".b3dm"), ("terra_pnts", ".pnts")])
def test_a_tileset_names_exactly_its_files(every_format, folder, suffix):
    """tileset.json is valid 3D Tiles 1.0, leads to every tile and to nothing else; there are hundreds."""
    tileset, files = tileset_of(every_format, folder)

    assert tileset["asset"]["version"] == "1.0"
    assert tileset["root"]["refine"] == "REPLACE"
    named = {node["content"]["uri"] for node, _ in nodes(tileset["root"])}
    assert named == set(files) - {"tileset.json"}
    assert len(named) > 200
    assert all(name.endswith(suffix) for name in named)


@pytest.mark.parametrize("folder", ["terra_b3dms", "terra_pnts"])
def test_errors_shrink_and_boxes_nest(every_format, folder):
    """Children are finer than their parents and lie within them; the finest have no error left."""
    tileset, _ = tileset_of(every_format, folder)
    assert tileset["geometricError"] >= tileset["root"]["geometricError"]
    for node, _ in nodes(tileset["root"]):
        box = np.array(node["boundingVolume"]["box"])
        reach = np.abs(box[3:].reshape(3, 3)).sum(axis=0)
        for child in node.get("children", []):
            assert child["geometricError"] < node["geometricError"]
            inner = np.array(child["boundingVolume"]["box"])
            inner_reach = np.abs(inner[3:].reshape(3, 3)).sum(axis=0)
            assert (np.abs(inner[:3] - box[:3]) + inner_reach <= reach + 0.3).all()
        if not node.get("children"):
            assert node["geometricError"] == 0


def test_point_tiles_hold_coloured_points_in_their_box(every_format):
    """Each pnts tile has as many positions and colours as it says, inside its bounding volume."""
    tileset, files = tileset_of(every_format, "terra_pnts")
    for node, _ in nodes(tileset["root"]):
        magic, table, features, body = parsed_tile(files[node["content"]["uri"]])
        assert (magic, body) == (b"pnts", b"")
        count = table["POINTS_LENGTH"]
        positions = np.frombuffer(features, "<f4", count * 3, table["POSITION"]["byteOffset"]).reshape(-1, 3)
        colours = np.frombuffer(features, "u1", count * 3, table["RGB"]["byteOffset"])
        box = np.array(node["boundingVolume"]["box"])
        half = np.diag(box[3:].reshape(3, 3))
        assert count > 0
        assert (np.abs(positions - box[:3]) <= half + 0.01).all()
        assert colours.any()


def test_tiles_lie_on_the_ground_of_the_flight(flown, every_format):
    """The root's transform takes a tile's points to the flight's place and height on the earth."""
    tileset, files = tileset_of(every_format, "terra_pnts")
    _, table, features, _ = parsed_tile(files[tileset["root"]["content"]["uri"]])
    positions = np.frombuffer(features, "<f4", table["POINTS_LENGTH"] * 3).reshape(-1, 3)
    plan = flown.survey.plan
    for latitude, longitude, height in on_earth(tileset, positions):
        assert height == pytest.approx(plan.ground_height_m, abs=0.1)
        assert latitude == pytest.approx(plan.centre_latitude_deg, abs=0.002)
        assert longitude == pytest.approx(plan.centre_longitude_deg, abs=0.002)


def test_mesh_tiles_are_valid_gltf(flown, every_format):
    """Each b3dm tile holds a glTF 2.0 scene whose accessors fit its buffer, with a texture, flat on the ground."""
    tileset, files = tileset_of(every_format, "terra_b3dms")
    for node, _ in nodes(tileset["root"]):
        magic, table, _, body = parsed_tile(files[node["content"]["uri"]])
        assert (magic, table) == (b"b3dm", {"BATCH_LENGTH": 0})
        document, binary = parsed_glb(body)
        views = document["bufferViews"]
        assert document["buffers"][0]["byteLength"] <= len(binary)
        for accessor, kind, width in zip(document["accessors"], ("<f4", "<f4", "<u2"), (3, 2, 1), strict=True):
            view = views[accessor["bufferView"]]
            assert view["byteLength"] == accessor["count"] * width * np.dtype(kind).itemsize
            assert view["byteOffset"] % 4 == 0
        corners = np.frombuffer(binary, "<f4", document["accessors"][0]["count"] * 3).reshape(-1, 3)
        assert corners.min(axis=0).tolist() == pytest.approx(document["accessors"][0]["min"])
        assert np.abs(corners[:, 1]).max() < 0.1  # y is up in glTF, and the ground is flat
        indices = np.frombuffer(binary, "<u2", document["accessors"][2]["count"], views[2]["byteOffset"])
        assert indices.max() < len(corners)
        # East, north from x, -z: all triangles face up.
        triangle = np.stack((corners[:, 0], -corners[:, 2]), axis=-1)[indices.reshape(-1, 3)].astype(float)
        first, second = triangle[:, 1] - triangle[:, 0], triangle[:, 2] - triangle[:, 0]
        assert (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] > 0).all()
        image = views[document["images"][0]["bufferView"]]
        texture = binary[image["byteOffset"] : image["byteOffset"] + image["byteLength"]]
        assert Image.open(BytesIO(texture)).format == "JPEG"


def test_an_obj_model_brings_its_material_and_texture(flown, every_format):
    """`generate_obj` gives an OBJ whose faces, texture places and files all exist, over the extent of the flight."""
    files = every_format.under("terra_obj")
    lines = [line.split() for line in files["model.obj"].read_text().splitlines()]
    vertices = np.array([[float(value) for value in line[1:]] for line in lines if line[0] == "v"])
    places = np.array([[float(value) for value in line[1:]] for line in lines if line[0] == "vt"])
    faces = [line[1:] for line in lines if line[0] == "f"]

    assert len(vertices) == len(places)
    assert all(1 <= int(index) <= len(vertices) for face in faces for corner in face for index in corner.split("/"))
    assert "map_Kd model.jpg" in files["model.mtl"].read_text()
    with Image.open(files["model.jpg"]) as texture:
        assert texture.format == "JPEG"
    reach = max(abs(station.east_m) for station in flown.survey.stations) + 60
    assert 0.5 * reach < vertices[:, 0].max() < 1.6 * reach
    # Texture coordinates grow to the east and to the north.
    assert np.corrcoef(vertices[:, 0], places[:, 0])[0, 1] > 0.99
    assert np.corrcoef(vertices[:, 1], places[:, 1])[0, 1] > 0.99
    assert b"<SRS>ENU:" in files["metadata.xml"].read_bytes()


def test_a_ply_mesh_is_whole(every_format):
    """`generate_ply` gives a binary PLY mesh with exactly the vertices and faces of its header."""
    header, body = parsed_ply(every_format.paths["terra_ply/model.ply"])
    vertices = int(next(line.split()[2] for line in header if line.startswith("element vertex")))
    faces = int(next(line.split()[2] for line in header if line.startswith("element face")))

    assert len(body) == vertices * 15 + faces * 13
    records = np.frombuffer(body, [("count", "u1"), ("index", "<i4", 3)], faces, vertices * 15)
    assert (records["count"] == 3).all()
    assert records["index"].max() < vertices


def test_the_sparse_cloud_holds_the_stations(flown, made):
    """`AT/sparse.ply` ends with one red point per photo, where its camera was, above a coloured ground."""
    header, body = parsed_ply(made("3d").paths["AT/sparse.ply"])
    count = int(next(line.split()[2] for line in header if line.startswith("element vertex")))
    points = np.frombuffer(body, [("xyz", "<f4", 3), ("rgb", "u1", 3)], count)
    stations = points[-len(flown.photos) :]

    truth = np.array([(s.east_m, s.north_m, s.altitude_m) for s in flown.survey.stations])
    assert stations["xyz"] - stations["xyz"].mean(axis=0) == pytest.approx(truth - truth.mean(axis=0), abs=0.02)
    assert stations["xyz"][:, 2] == pytest.approx(truth[:, 2], abs=0.02)
    assert (stations["rgb"] == (230, 40, 40)).all()
    assert points["xyz"][: -len(flown.photos), 2] == pytest.approx(0, abs=0.2)
    assert 2000 < count < 8000
