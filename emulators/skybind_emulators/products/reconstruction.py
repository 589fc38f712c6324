"""A job's work from photos to files: what desktop Terra would call a mission, in a few seconds."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from .camera_list import blocks_exchange, camera_poses, footprints, image_list
from .cloud_files import write_las, write_pcd, write_ply
from .clouds import GROUND, UNCLASSIFIED, PointCloud, flat_heights, ground_cloud, station_cloud
from .geotiff import NO_HEIGHT, write_heights, write_picture
from .grids import Geographic, Grid, LocalGrid, Utm
from .map_tiles import cut_tiles
from .orthophoto import Orthophoto, blank, mosaic
from .output import Output, Product
from .parameters import UNMADE_FORMATS, Kind, Options, ReconstructionFailed, read_options
from .photographs import LeftOut, read_photographs
from .placement import Placement, nowhere, place
from .surface import cut_surface, obj_files, ply_file
from .tiles3d import b3dm_content, build_tileset, pnts_content

_PREVIEW_PX = 1024
_SMALLEST_BLOCK_PX = 128  # smaller blocks would only make files by the thousand
_SPARSE_POINTS, _DENSE_POINTS, _LIDAR_POINTS = 4_000, 60_000, 120_000
_COARSENESS_OF_QUALITY = {1: 1.0, 2: 2.0, 3: 4.0}  # 2D and 3D: our assumption
_SHARE_OF_QUALITY = {1: 1.0, 2: 0.25, 3: 0.0625}  # LiDAR: documented
_LEVELS, _LEVELS_OF_MANY, _MANY = 4, 5, 150
# Desktop Terra's folders, put in front when `pc_dir_structure` asks for them. Our assumption.
_DESKTOP_FOLDER = {"2d": "", "3d": "models/pc/0/", "lidar": "lidars/"}


def reconstruct(
    kind: Kind,
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> list[Product]:
    """Make a job's results. The same arguments give the same bytes.

    Args:
        kind: of reconstruction.
        photos: name in the resource, and path to the bytes. Files that are no photos, and photos without a position,
            are left out and named in the report; when no photo has a position, all are laid on a local grid.
        job_id: written into the report.
        out: folder for the files; made if missing.
        parameters: the decoded `parameters` of the job.
        seed: not negative; picks what no photo can tell, such as the roughness of the ground.

    Returns:
        The files by name. `undistort_images` lists the photos themselves, at their own paths: an emulated lens does
        not distort.

    Raises:
        ReconstructionFailed: no photo can be decoded (LiDAR jobs may do without photos, not without files), or a
            parameter has a value of the wrong type.
    """
    options = read_options(kind, parameters)
    mission = _Mission.prepare(kind, photos, options, seed, Output(out))
    if kind == "2d":
        mission.write_map()
    if kind == "3d":
        mission.write_models()
    if kind == "lidar" and options.generate_dem:
        mission.write_dem()
    mission.write_clouds()
    mission.write_survey()
    mission.write_report(job_id, len(photos))
    return mission.output.products()


@frozen
class _Mission:
    """One job on its way: the photos in place, the picture made of them, the files so far."""

    kind: Kind
    options: Options
    seed: int
    placement: Placement
    left_out: Sequence[LeftOut]
    picture: Orthophoto
    output: Output
    notes: list[str] = field(factory=list)

    @classmethod
    def prepare(
        cls, kind: Kind, files: Sequence[tuple[str, Path]], options: Options, seed: int, output: Output
    ) -> "_Mission":
        photographs, left_out = read_photographs(files)
        notes: list[str] = []
        if not photographs:
            if kind != "lidar" or not files:
                raise ReconstructionFailed("none of the files is a photo that can be read")
            placement = nowhere()
            picture = blank(_grid(options, placement, notes), seed)
            notes.append("no photos: the ground is made up")
            return cls(kind, options, seed, placement, left_out, picture, output, notes)
        placement = place(photographs, use_positions=options.use_image_position)
        coarseness = 1.0 if kind == "lidar" else _COARSENESS_OF_QUALITY.get(options.quality_level, 1.0)
        picture, spoiled = mosaic(placement.photos, _grid(options, placement, notes), coarseness=coarseness)
        if not picture.covered.any():
            raise ReconstructionFailed("the pixels of none of the photos can be decoded")
        names = {item.name for item in spoiled}
        placement = attrs.evolve(placement, photos=[p for p in placement.photos if p.photo.name not in names])
        return cls(kind, options, seed, placement, [*left_out, *placement.left_out, *spoiled], picture, output, notes)

    def write_map(self) -> None:
        """2D: orthophoto, surface heights, a preview and map tiles. Names follow desktop Terra's map folder."""
        picture, output = self.picture, self.output
        write_picture(output.file("map/result.tif"), picture)
        ground = self.placement.site.ground_height_m
        write_heights(output.file("map/dsm.tif"), picture, flat_heights(picture, ground, picture.gsd_m * 4, NO_HEIGHT))
        preview = picture.image(outside=(255, 255, 255))
        preview.thumbnail((_PREVIEW_PX, _PREVIEW_PX))
        preview.save(output.file("map/preview.jpg"), "JPEG", quality=85)
        for tile in cut_tiles(picture, gcj02=self.options.use_gcj02):
            output.write(f"map/{tile.zoom}/{tile.column}/{tile.row}.png", tile.png)
        if self.options.dom_tile_size > 0:
            block = max(self.options.dom_tile_size, _SMALLEST_BLOCK_PX)
            width, height = picture.size
            for row in range(0, height, block):
                for column in range(0, width, block):
                    write_picture(
                        output.file(f"map/dom_tiles/result_{row // block}_{column // block}.tif"),
                        picture,
                        columns=slice(column, min(column + block, width)),
                        rows=slice(row, min(row + block, height)),
                    )

    def write_models(self) -> None:
        """3D: meshes as asked for, and always the sparse cloud with the stations of the camera."""
        options, picture, site = self.options, self.picture, self.placement.site
        sparse = ground_cloud(picture, site.ground_height_m, seed=self.seed, points=_SPARSE_POINTS)
        write_ply(self.output.file("AT/sparse.ply"), sparse + self._stations(), site)
        if not options.output_mesh:
            return
        if options.generate_b3dm:
            self._write_tileset("terra_b3dms", b3dm_content(picture, site), "b3dm")
        if options.generate_obj or options.generate_ply:
            surface = cut_surface(picture, site, (0, 0, *picture.size), cells=32)
            if surface and options.generate_obj:
                for name, content in obj_files(surface, "model").items():
                    self.output.write(f"{self._folder}terra_obj/{name}", content)
                self.output.write(f"{self._folder}terra_obj/metadata.xml", _origin_xml(self.placement))
            if surface and options.generate_ply:
                self.output.write(f"{self._folder}terra_ply/model.ply", ply_file(surface))

    def write_dem(self) -> None:
        """LiDAR: the height of the ground as a raster."""
        ground = self.placement.site.ground_height_m + self.options.output_height_offset
        heights = flat_heights(self.picture, ground, self.options.dem_resolution, NO_HEIGHT)
        write_heights(self.output.file(f"{self._folder}terra_dem/dem.tif"), self.picture, heights)

    def write_clouds(self) -> None:
        """The dense point cloud in each format asked for."""
        options, site = self.options, self.placement.site
        if not options.output_pointcloud:
            return
        cloud, colour = self._dense_cloud(), self.kind != "lidar" or options.colorize_point
        name = "cloud_merged" if options.merge_point else "cloud"
        if options.generate_las:
            path = self.output.file(f"{self._folder}terra_las/{name}.las")
            write_las(path, cloud, self.picture.grid, colour=colour)
        if options.generate_point_ply:
            write_ply(self.output.file(f"{self._folder}terra_point_ply/{name}.ply"), cloud, site)
        if options.generate_pcd:
            write_pcd(self.output.file(f"{self._folder}terra_pcd/{name}.pcd"), cloud, site)
        if options.generate_pnts:
            self._write_tileset("terra_pnts", pnts_content(self.picture, site, colour=colour), "pnts")

    def write_survey(self) -> None:
        """The image list, the poses, and what export parameters ask for."""
        self.output.write("images/survey/image_list.json", image_list(self.placement, self.left_out))
        self.output.write("AT/camera_list.json", camera_poses(self.placement))
        if self.options.generate_blocks_exchange_xml:
            self.output.write("AT/BlocksExchange.xml", blocks_exchange(self.placement))
        if self.options.undistort_images and self.kind != "lidar":
            for placed in self.placement.photos:
                self.output.share(f"images/undistort/{placed.photo.name}", placed.photo.path)
        if self.options.temp_result_files:
            self.output.write("temp/footprints.geojson", footprints(self.placement))

    def write_report(self, job_id: str, given: int) -> None:
        """`result.json`: what was used, left out and assumed. The file and its fields are our assumption."""
        picture, site = self.picture, self.placement.site
        width, height = picture.size
        report = {
            "job": job_id,
            "kind": self.kind,
            "engine": "skybind emulator",
            "method": "photos laid on flat ground by their metadata",
            "photos": {
                "given": given,
                "used": len(self.placement.photos),
                "left_out": [attrs.asdict(item) for item in self.left_out],
            },
            "coordinate_system": {
                "epsg": picture.grid.epsg,
                "title": picture.grid.title,
                "local": self.placement.is_local,
            },
            "site": attrs.asdict(site),
            "picture": {
                "gsd_m": round(picture.gsd_m, 6),
                "columns": width,
                "rows": height,
                "west": picture.west,
                "north": picture.north,
                "east": picture.west + width * picture.step_x,
                "south": picture.north - height * picture.step_y,
            },
            "options": attrs.asdict(
                self.options, filter=lambda attribute, _: attribute.name not in ("given", "without_effect")
            ),
            "parameters_without_effect": list(self.options.without_effect),
            "formats_left_out": [name for name in UNMADE_FORMATS if name in self.options.given],
            "notes": self.notes,
        }
        self.output.write("result.json", json.dumps(report, indent=1, ensure_ascii=False))

    @property
    def _folder(self) -> str:
        return _DESKTOP_FOLDER[self.kind] if self.options.pc_dir_structure else ""

    def _stations(self) -> PointCloud:
        return station_cloud(self.placement.photos, self.placement.site.ground_height_m)

    def _dense_cloud(self) -> PointCloud:
        options, ground = self.options, self.placement.site.ground_height_m
        if self.kind != "lidar":
            return ground_cloud(self.picture, ground, seed=self.seed, points=_DENSE_POINTS) + self._stations()
        points = ground_cloud(
            self.picture,
            ground,
            seed=self.seed,
            points=round(_LIDAR_POINTS * _SHARE_OF_QUALITY.get(options.quality_level, 1.0)),
            spacing_m=options.sample_distance or None,
            class_=GROUND if options.ground_extract else UNCLASSIFIED,
        )
        return (points + self._stations()).raised(options.output_height_offset)

    def _write_tileset(self, folder: str, content: Any, suffix: str) -> None:
        levels = _LEVELS_OF_MANY if len(self.placement.photos) >= _MANY else _LEVELS
        tileset = build_tileset(self.picture, self.placement.site, content, suffix=suffix, levels=levels)
        for name, tile in tileset.files.items():
            self.output.write(f"{self._folder}{folder}/{name}", tile)


def _grid(options: Options, placement: Placement, notes: list[str]) -> Grid:
    """The coordinate system asked for; else UTM, as desktop Terra proposes. Our assumption."""
    site, wanted = placement.site, options.output_geo_desc
    if placement.is_local or wanted.get("cs_type") in ("LOCAL_CS", "LOCAL_ENU_CS"):
        return LocalGrid(site)
    usual = Utm.at(site.latitude_deg, site.longitude_deg)
    name = str(wanted.get("geo_cs") or "")
    code = int(name[5:]) if name.upper().startswith("EPSG:") and name[5:].isdigit() else 0
    if code == 4326:
        return Geographic()
    if 1 <= code % 100 <= 60 and code // 100 in (326, 327):
        asked = Utm(code % 100, code // 100 == 327)
        # Far from its zone the projection's series no longer holds.
        if abs((site.longitude_deg - asked.central_meridian_deg + 180) % 360 - 180) <= 9:
            return asked
        notes.append(f"{name} is far from the site; {usual.title} is used")
    elif name or wanted.get("geo_cs_wkt"):
        notes.append(f"coordinate system {name or 'given as WKT'} is not known here; {usual.title} is used")
    return usual


def _origin_xml(placement: Placement) -> str:
    """Where the model's origin is, in the form that viewers of photogrammetric models read."""
    site = placement.site
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<ModelMetadata version="1">\n'
        f"  <SRS>ENU:{site.latitude_deg:.9f},{site.longitude_deg:.9f}</SRS>\n"
        f"  <SRSOrigin>0,0,{site.ground_height_m:.3f}</SRSOrigin>\n</ModelMetadata>\n"
    )
