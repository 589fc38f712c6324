# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Altizure as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, AsyncPages, Caller, Page, Pages, Raw, Unset, graphql_request
from . import decoders
from .documents import DOCUMENTS
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.enums import (
        BucketMinio,
        BucketMinioMeta,
        BucketMinioModel,
        BucketOSS,
        BucketS3,
        BucketS3Model,
        Cloud,
        Currency,
        ImageType,
        ImportedModelType,
        LocaleType,
        NetworkTestResult,
        ProjectErrorCode,
        ProjectType,
        ProjectVisibility,
        SystemMode,
        TaskType,
        UploadType,
    )
    from .models.fragments import (
        Annotation,
        CloudPath,
        Downloadable,
        Endpoints,
        EnumValue,
        ErrorCodeInfo,
        ImportedModel,
        LoginCodeRequest,
        NearestBucket,
        OriginalImage,
        OssCredentials,
        Project,
        ProjectGeometry,
        ProjectImage,
        ProjectMetaFile,
        ProjectProgress,
        SignedImage,
        SignedMetaFile,
        SignedModel,
        Task,
        TaskStart,
        Transfer,
        User,
    )


class Projects:
    """Sets of images, or imported models, and what became of them."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawProjects:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawProjects(self._caller)

    def create(
        self,
        *,
        name: str,
        type_: ProjectType | str | Unset = UNSET,
        imported: bool | Unset = UNSET,
        model_type: ImportedModelType | str | Unset = UNSET,
        visibility: ProjectVisibility | str | Unset = UNSET,
    ) -> Project | None:
        """Make an empty project.

        It belongs to the user whose token is sent, and costs nothing.

        Args:
            name: Need not differ from those of other projects.
            type_: What a project may cost, and what it gives. Known: free, pro.
            imported: For a finished model in place of photos.
            model_type: With `imported`: what kind of model it is. Known: CAD, PHOTOGRAMMETRY, PTCLOUD.
            visibility: Who may see a project. Known: public, unlisted, private.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc api; client-code alti-cli, s3-demo
        """
        _variables: dict[str, object] = {
            "name": name,
            "type": type_,
            "imported": imported,
            "modelType": model_type,
            "visibility": visibility,
        }
        _request = graphql_request(DOCUMENTS, "createProject", _variables)
        return self._caller(OPERATIONS["createProject"], _request, decoders.create_project)

    def find(self, *, id: str, limit: int | Unset = UNSET, my_project: bool | Unset = UNSET) -> builtins.list[Project]:
        """Find projects by the beginning of their id.

        Args:
            id: First digits of the id.
            limit: How many to find at most.
            my_project: Only those of the user.

        Returns:
            Projects by the beginning of their id.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "limit": limit, "myProject": my_project}
        _request = graphql_request(DOCUMENTS, "findProjects", _variables)
        return self._caller(OPERATIONS["findProjects"], _request, decoders.find_projects)

    def geometry(self, id: str) -> ProjectGeometry | None:
        """Where a project's model is, and how it is shown.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectGeometry", _variables)
        return self._caller(OPERATIONS["getProjectGeometry"], _request, decoders.get_project_geometry)

    def get(self, id: str) -> Project | None:
        """Look up a project.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProject", _variables)
        return self._caller(OPERATIONS["getProject"], _request, decoders.get_project)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, search: str | Unset = UNSET
    ) -> Pages[Project]:
        """List the user's projects, those with an imported model too.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            search: Part of a name.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.8.5; client-code alti-cli
        """
        _variables: dict[str, object] = {"first": first, "after": after, "search": search}
        _request = graphql_request(DOCUMENTS, "listProjects", _variables)
        return self._caller.pages(OPERATIONS["listProjects"], _request, decoders.list_projects)

    def list_annotations(self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Pages[Annotation]:
        """List the notes on a project's model.

        Args:
            id: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listAnnotations", _variables)
        return self._caller.pages(OPERATIONS["listAnnotations"], _request, decoders.list_annotations)

    def list_downloads(self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Pages[Downloadable]:
        """List what a pro project's task produced.

        Args:
            id: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listDownloads", _variables)
        return self._caller.pages(OPERATIONS["listDownloads"], _request, decoders.list_downloads)

    def list_near(
        self,
        *,
        latitude: float,
        longitude: float,
        span: float | Unset = UNSET,
        limit: int | Unset = UNSET,
        range_: float | Unset = UNSET,
    ) -> builtins.list[Project]:
        """List public projects around a point.

        Args:
            latitude: Degrees.
            longitude: Degrees.
            span: How wide to look; the unit is not known.
            limit: How many to find at most.
            range_: Has a default at the service; the unit is not known.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {
            "latitude": latitude,
            "longitude": longitude,
            "span": span,
            "limit": limit,
            "range": range_,
        }
        _request = graphql_request(DOCUMENTS, "listProjectsNear", _variables)
        return self._caller(OPERATIONS["listProjectsNear"], _request, decoders.list_projects_near)

    def list_public(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, collection: str | Unset = UNSET
    ) -> Pages[Project]:
        """List projects that anyone may see.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            collection: Only projects of this collection.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc picture; client-code sdk
        """
        _variables: dict[str, object] = {"first": first, "after": after, "collection": collection}
        _request = graphql_request(DOCUMENTS, "listPublicProjects", _variables)
        return self._caller.pages(OPERATIONS["listPublicProjects"], _request, decoders.list_public_projects)

    def list_published(self, id: str) -> builtins.list[CloudPath]:
        """List the published copies of a project's model.

        Args:
            id: Project.

        Returns:
            Where the model is published.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, sdk
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "listPublishedCopies", _variables)
        return self._caller(OPERATIONS["listPublishedCopies"], _request, decoders.list_published_copies)

    def list_reconstructions(self, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Pages[Project]:
        """List the user's projects that are made of photos.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc api; client-code alti-cli, oauth-demo
        """
        _variables: dict[str, object] = {"first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listReconstructionProjects", _variables)
        return self._caller.pages(
            OPERATIONS["listReconstructionProjects"], _request, decoders.list_reconstruction_projects
        )

    def progress(self, id: str) -> ProjectProgress | None:
        """See how far a project's task or conversion is.

        Small enough to be asked again and again.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli; doc changelog 1.9.7 for the error code
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectProgress", _variables)
        return self._caller(OPERATIONS["getProjectProgress"], _request, decoders.get_project_progress)

    def remove(self, id: str) -> Project | None:
        """Delete a project.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "removeProject", _variables)
        return self._caller(OPERATIONS["removeProject"], _request, decoders.remove_project)

    def report(self, id: str, *, description: str) -> Project | None:
        """Tell the service's staff of a project that should not be there.

        Args:
            id: Project.
            description: What is wrong with it.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "description": description}
        _request = graphql_request(DOCUMENTS, "reportProject", _variables)
        return self._caller(OPERATIONS["reportProject"], _request, decoders.report_project)

    def transfer(self, id: str, *, email: str, message: str | Unset = UNSET) -> Transfer | None:
        """Hand a project to another user.

        Args:
            id: Project.
            email: Of the user who receives.
            message: Words for the one who receives.

        Returns:
            Whether it was handed over, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferProject", _variables)
        return self._caller(OPERATIONS["transferProject"], _request, decoders.transfer_project)


class RawProjects:
    """The calls of `Projects`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        name: str,
        type_: ProjectType | str | Unset = UNSET,
        imported: bool | Unset = UNSET,
        model_type: ImportedModelType | str | Unset = UNSET,
        visibility: ProjectVisibility | str | Unset = UNSET,
    ) -> Raw[Project | None]:
        """See `Projects.create`."""
        _variables: dict[str, object] = {
            "name": name,
            "type": type_,
            "imported": imported,
            "modelType": model_type,
            "visibility": visibility,
        }
        _request = graphql_request(DOCUMENTS, "createProject", _variables)
        return self._caller.raw(OPERATIONS["createProject"], _request, decoders.create_project)

    def find(
        self, *, id: str, limit: int | Unset = UNSET, my_project: bool | Unset = UNSET
    ) -> Raw[builtins.list[Project]]:
        """See `Projects.find`."""
        _variables: dict[str, object] = {"id": id, "limit": limit, "myProject": my_project}
        _request = graphql_request(DOCUMENTS, "findProjects", _variables)
        return self._caller.raw(OPERATIONS["findProjects"], _request, decoders.find_projects)

    def geometry(self, id: str) -> Raw[ProjectGeometry | None]:
        """See `Projects.geometry`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectGeometry", _variables)
        return self._caller.raw(OPERATIONS["getProjectGeometry"], _request, decoders.get_project_geometry)

    def get(self, id: str) -> Raw[Project | None]:
        """See `Projects.get`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProject", _variables)
        return self._caller.raw(OPERATIONS["getProject"], _request, decoders.get_project)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, search: str | Unset = UNSET
    ) -> Raw[Page[Project]]:
        """See `Projects.list`."""
        _variables: dict[str, object] = {"first": first, "after": after, "search": search}
        _request = graphql_request(DOCUMENTS, "listProjects", _variables)
        return self._caller.raw(OPERATIONS["listProjects"], _request, decoders.list_projects)

    def list_annotations(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[Annotation]]:
        """See `Projects.list_annotations`."""
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listAnnotations", _variables)
        return self._caller.raw(OPERATIONS["listAnnotations"], _request, decoders.list_annotations)

    def list_downloads(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[Downloadable]]:
        """See `Projects.list_downloads`."""
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listDownloads", _variables)
        return self._caller.raw(OPERATIONS["listDownloads"], _request, decoders.list_downloads)

    def list_near(
        self,
        *,
        latitude: float,
        longitude: float,
        span: float | Unset = UNSET,
        limit: int | Unset = UNSET,
        range_: float | Unset = UNSET,
    ) -> Raw[builtins.list[Project]]:
        """See `Projects.list_near`."""
        _variables: dict[str, object] = {
            "latitude": latitude,
            "longitude": longitude,
            "span": span,
            "limit": limit,
            "range": range_,
        }
        _request = graphql_request(DOCUMENTS, "listProjectsNear", _variables)
        return self._caller.raw(OPERATIONS["listProjectsNear"], _request, decoders.list_projects_near)

    def list_public(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, collection: str | Unset = UNSET
    ) -> Raw[Page[Project]]:
        """See `Projects.list_public`."""
        _variables: dict[str, object] = {"first": first, "after": after, "collection": collection}
        _request = graphql_request(DOCUMENTS, "listPublicProjects", _variables)
        return self._caller.raw(OPERATIONS["listPublicProjects"], _request, decoders.list_public_projects)

    def list_published(self, id: str) -> Raw[builtins.list[CloudPath]]:
        """See `Projects.list_published`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "listPublishedCopies", _variables)
        return self._caller.raw(OPERATIONS["listPublishedCopies"], _request, decoders.list_published_copies)

    def list_reconstructions(self, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Raw[Page[Project]]:
        """See `Projects.list_reconstructions`."""
        _variables: dict[str, object] = {"first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listReconstructionProjects", _variables)
        return self._caller.raw(
            OPERATIONS["listReconstructionProjects"], _request, decoders.list_reconstruction_projects
        )

    def progress(self, id: str) -> Raw[ProjectProgress | None]:
        """See `Projects.progress`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectProgress", _variables)
        return self._caller.raw(OPERATIONS["getProjectProgress"], _request, decoders.get_project_progress)

    def remove(self, id: str) -> Raw[Project | None]:
        """See `Projects.remove`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "removeProject", _variables)
        return self._caller.raw(OPERATIONS["removeProject"], _request, decoders.remove_project)

    def report(self, id: str, *, description: str) -> Raw[Project | None]:
        """See `Projects.report`."""
        _variables: dict[str, object] = {"id": id, "description": description}
        _request = graphql_request(DOCUMENTS, "reportProject", _variables)
        return self._caller.raw(OPERATIONS["reportProject"], _request, decoders.report_project)

    def transfer(self, id: str, *, email: str, message: str | Unset = UNSET) -> Raw[Transfer | None]:
        """See `Projects.transfer`."""
        _variables: dict[str, object] = {"id": id, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferProject", _variables)
        return self._caller.raw(OPERATIONS["transferProject"], _request, decoders.transfer_project)


class Images:
    """The images of a project, and the ways of uploading them."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawImages:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawImages(self._caller)

    def done_upload(self, id: str) -> ProjectImage | None:
        """Say that an image's bytes are all in the OSS bucket.

        Args:
            id: Image.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "doneImageUpload", _variables)
        return self._caller(OPERATIONS["doneImageUpload"], _request, decoders.done_image_upload)

    def get(self, pid: str, id: str) -> ProjectImage | None:
        """Look up an image.

        Args:
            pid: Project.
            id: Image.

        Returns:
            An image by its id. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getImage", _variables)
        return self._caller(OPERATIONS["getImage"], _request, decoders.get_image)

    def has(self, pid: str, *, checksum: str) -> ProjectImage | None:
        """Ask whether a project has an image of this content.

        To be asked before each upload: what is there need not be sent again.

        Args:
            pid: Project.
            checksum: SHA-1 of the file, 40 lower-case hexadecimal digits.

        Returns:
            An image of a project. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasImage", _variables)
        return self._caller(OPERATIONS["hasImage"], _request, decoders.has_image)

    def list(self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Pages[ProjectImage]:
        """List a project's images.

        Args:
            pid: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, import-demo, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listImages", _variables)
        return self._caller.pages(OPERATIONS["listImages"], _request, decoders.list_images)

    def list_originals(
        self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Pages[OriginalImage]:
        """List a project's images with the addresses to download them from.

        Args:
            pid: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli; doc changelog 2.7.0
        """
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listOriginalImages", _variables)
        return self._caller.pages(OPERATIONS["listOriginalImages"], _request, decoders.list_original_images)

    def sign_oss(
        self, pid: str, *, bucket: BucketOSS | str, filename: str, type_: ImageType | str | Unset = UNSET
    ) -> OssCredentials | None:
        """Get credentials for an Aliyun OSS bucket.

        They are good for an hour, for all images of the project: ask again only when they expire, since signing is
        slow. No image is registered, so any file name will do.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is OSS. Known: Shenzhen, USWest.
            filename: Name of the local file, without folders; anything if only `sts` is selected.
            type_: File format of an image. Known: JPEG, PNG, TIFF.

        Returns:
            Credentials for the bucket; selecting them signs new ones, which is slow. None if it was not done, for which
                the service gives no reason.

        Effect: safe (changes nothing, may be sent again).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename, "type": type_}
        _request = graphql_request(DOCUMENTS, "signImagesOSS", _variables)
        return self._caller(OPERATIONS["signImagesOSS"], _request, decoders.sign_images_oss)

    def start_upload(self, id: str) -> ProjectImage | None:
        """Say that an image's bytes begin to flow.

        Args:
            id: Image.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, s3-demo, oss-demo
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "startImageUpload", _variables)
        return self._caller(OPERATIONS["startImageUpload"], _request, decoders.start_image_upload)

    def upload_minio(
        self,
        pid: str,
        *,
        bucket: BucketMinio | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> SignedImage | None:
        """Register an image, and get an address to PUT it to.

        The store belongs to a private server.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders; the stored one since 2.7.0.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            An image that was registered, and where its bytes go. None if it was not done, for which the service gives
                no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.8.0; client-code alti-cli
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageMinio", _variables)
        return self._caller(OPERATIONS["uploadImageMinio"], _request, decoders.upload_image_minio)

    def upload_oss(
        self,
        pid: str,
        *,
        bucket: BucketOSS | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> ProjectImage | None:
        """Register an image that will be put into an Aliyun OSS bucket.

        The file goes to `{pid}/{filename}`, with the credentials of `sign_oss` and the stored file name of the answer.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is OSS. Known: Shenzhen, USWest.
            filename: Name of the local file, without folders; anything if only `sts` is selected.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            The image; selecting it registers it. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageOSS", _variables)
        return self._caller(OPERATIONS["uploadImageOSS"], _request, decoders.upload_image_oss)

    def upload_s3(
        self,
        pid: str,
        *,
        bucket: BucketS3 | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> SignedImage | None:
        """Register an image, and get an address to PUT it to.

        It is good for three hours.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is S3. Known: Paris, Stockholm, HongKong.
            filename: Name of the local file, without folders.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            An image that was registered, and where its bytes go. None if it was not done, for which the service gives
                no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, s3-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageS3", _variables)
        return self._caller(OPERATIONS["uploadImageS3"], _request, decoders.upload_image_s3)

    def upload_url(
        self,
        pid: str,
        *,
        url: str,
        filename: str | Unset = UNSET,
        checksum: str | Unset = UNSET,
        token: str | Unset = UNSET,
    ) -> ProjectImage | None:
        """Register an image that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.
            token: Sent along as bearer token when the server fetches. Secret.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.0.1, 2.0.2; client-code alti-cli, import-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "url": url,
            "filename": filename,
            "checksum": checksum,
            "token": token,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageURL", _variables)
        return self._caller(OPERATIONS["uploadImageURL"], _request, decoders.upload_image_url)


class RawImages:
    """The calls of `Images`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def done_upload(self, id: str) -> Raw[ProjectImage | None]:
        """See `Images.done_upload`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "doneImageUpload", _variables)
        return self._caller.raw(OPERATIONS["doneImageUpload"], _request, decoders.done_image_upload)

    def get(self, pid: str, id: str) -> Raw[ProjectImage | None]:
        """See `Images.get`."""
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getImage", _variables)
        return self._caller.raw(OPERATIONS["getImage"], _request, decoders.get_image)

    def has(self, pid: str, *, checksum: str) -> Raw[ProjectImage | None]:
        """See `Images.has`."""
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasImage", _variables)
        return self._caller.raw(OPERATIONS["hasImage"], _request, decoders.has_image)

    def list(self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> Raw[Page[ProjectImage]]:
        """See `Images.list`."""
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listImages", _variables)
        return self._caller.raw(OPERATIONS["listImages"], _request, decoders.list_images)

    def list_originals(
        self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[OriginalImage]]:
        """See `Images.list_originals`."""
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listOriginalImages", _variables)
        return self._caller.raw(OPERATIONS["listOriginalImages"], _request, decoders.list_original_images)

    def sign_oss(
        self, pid: str, *, bucket: BucketOSS | str, filename: str, type_: ImageType | str | Unset = UNSET
    ) -> Raw[OssCredentials | None]:
        """See `Images.sign_oss`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename, "type": type_}
        _request = graphql_request(DOCUMENTS, "signImagesOSS", _variables)
        return self._caller.raw(OPERATIONS["signImagesOSS"], _request, decoders.sign_images_oss)

    def start_upload(self, id: str) -> Raw[ProjectImage | None]:
        """See `Images.start_upload`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "startImageUpload", _variables)
        return self._caller.raw(OPERATIONS["startImageUpload"], _request, decoders.start_image_upload)

    def upload_minio(
        self,
        pid: str,
        *,
        bucket: BucketMinio | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[SignedImage | None]:
        """See `Images.upload_minio`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageMinio", _variables)
        return self._caller.raw(OPERATIONS["uploadImageMinio"], _request, decoders.upload_image_minio)

    def upload_oss(
        self,
        pid: str,
        *,
        bucket: BucketOSS | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[ProjectImage | None]:
        """See `Images.upload_oss`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageOSS", _variables)
        return self._caller.raw(OPERATIONS["uploadImageOSS"], _request, decoders.upload_image_oss)

    def upload_s3(
        self,
        pid: str,
        *,
        bucket: BucketS3 | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[SignedImage | None]:
        """See `Images.upload_s3`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageS3", _variables)
        return self._caller.raw(OPERATIONS["uploadImageS3"], _request, decoders.upload_image_s3)

    def upload_url(
        self,
        pid: str,
        *,
        url: str,
        filename: str | Unset = UNSET,
        checksum: str | Unset = UNSET,
        token: str | Unset = UNSET,
    ) -> Raw[ProjectImage | None]:
        """See `Images.upload_url`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "url": url,
            "filename": filename,
            "checksum": checksum,
            "token": token,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageURL", _variables)
        return self._caller.raw(OPERATIONS["uploadImageURL"], _request, decoders.upload_image_url)


class MetaFiles:
    """Texts beside the images of a project: cameras, poses, groups."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawMetaFiles:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawMetaFiles(self._caller)

    def get(self, pid: str, id: str) -> ProjectMetaFile | None:
        """Look up a meta file.

        Args:
            pid: Project.
            id: Meta file.

        Returns:
            A meta file by its id. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getMetaFile", _variables)
        return self._caller(OPERATIONS["getMetaFile"], _request, decoders.get_meta_file)

    def has(self, pid: str, *, checksum: str) -> ProjectMetaFile | None:
        """Ask whether a project has a meta file of this content.

        Args:
            pid: Project.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            The meta file of this content that the project already has; null if it has none. None if there is none, or
                the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasMetaFile", _variables)
        return self._caller(OPERATIONS["hasMetaFile"], _request, decoders.has_meta_file)

    def upload_minio(self, pid: str, *, bucket: BucketMinioMeta | str, filename: str) -> SignedMetaFile | None:
        """Register a meta file, and get an address to PUT it to.

        Args:
            pid: Project.
            bucket: One of `nearestMetaBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders.

        Returns:
            A meta file that was registered, and where its bytes go. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.6.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileMinio", _variables)
        return self._caller(OPERATIONS["uploadMetaFileMinio"], _request, decoders.upload_meta_file_minio)

    def upload_s3(self, pid: str, *, bucket: BucketS3 | str, filename: str) -> SignedMetaFile | None:
        """Register a meta file, and get an address to PUT it to.

        Args:
            pid: Project.
            bucket: One of `nearestMetaBuckets` whose cloud is S3. Known: Paris, Stockholm, HongKong.
            filename: Name of the local file, without folders.

        Returns:
            A meta file that was registered, and where its bytes go. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.9.3; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileS3", _variables)
        return self._caller(OPERATIONS["uploadMetaFileS3"], _request, decoders.upload_meta_file_s3)

    def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> ProjectMetaFile | None:
        """Register a meta file that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            A text beside the images: cameras, poses, groups, or a block file. None if it was not done, for which the
                service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.5.6; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadMetaURL", _variables)
        return self._caller(OPERATIONS["uploadMetaURL"], _request, decoders.upload_meta_url)


class RawMetaFiles:
    """The calls of `MetaFiles`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, pid: str, id: str) -> Raw[ProjectMetaFile | None]:
        """See `MetaFiles.get`."""
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getMetaFile", _variables)
        return self._caller.raw(OPERATIONS["getMetaFile"], _request, decoders.get_meta_file)

    def has(self, pid: str, *, checksum: str) -> Raw[ProjectMetaFile | None]:
        """See `MetaFiles.has`."""
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasMetaFile", _variables)
        return self._caller.raw(OPERATIONS["hasMetaFile"], _request, decoders.has_meta_file)

    def upload_minio(self, pid: str, *, bucket: BucketMinioMeta | str, filename: str) -> Raw[SignedMetaFile | None]:
        """See `MetaFiles.upload_minio`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileMinio", _variables)
        return self._caller.raw(OPERATIONS["uploadMetaFileMinio"], _request, decoders.upload_meta_file_minio)

    def upload_s3(self, pid: str, *, bucket: BucketS3 | str, filename: str) -> Raw[SignedMetaFile | None]:
        """See `MetaFiles.upload_s3`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileS3", _variables)
        return self._caller.raw(OPERATIONS["uploadMetaFileS3"], _request, decoders.upload_meta_file_s3)

    def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> Raw[ProjectMetaFile | None]:
        """See `MetaFiles.upload_url`."""
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadMetaURL", _variables)
        return self._caller.raw(OPERATIONS["uploadMetaURL"], _request, decoders.upload_meta_url)


class Models:
    """Finished models that are uploaded in place of images."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawModels(self._caller)

    def done_upload(self, id: str, *, merge: bool | Unset = UNSET) -> Project | None:
        """Say that all of a model's parts are uploaded.

        Its conversion begins.

        Args:
            id: Project.
            merge: The parts are pieces of one file, to be joined; otherwise they are volumes of an archive, or one
                file.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.3.1, 2.5.3; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "merge": merge}
        _request = graphql_request(DOCUMENTS, "doneModelUpload", _variables)
        return self._caller(OPERATIONS["doneModelUpload"], _request, decoders.done_model_upload)

    def upload_minio(self, id: str, *, bucket: BucketMinioModel | str, filename: str) -> SignedModel | None:
        """Register a zipped model, or one part of it, and get an address to PUT it to.

        Args:
            id: Project.
            bucket: One of `nearestModelBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders.

        Returns:
            A model, or a part of one, that was registered, and where its bytes go. None if it was not done, for which
                the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.0.4, 2.3.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelMinio", _variables)
        return self._caller(OPERATIONS["uploadModelMinio"], _request, decoders.upload_model_minio)

    def upload_s3(self, id: str, *, bucket: BucketS3Model | str, filename: str) -> SignedModel | None:
        """Register a zipped model, or one part of it, and get an address to PUT it to.

        Args:
            id: Project.
            bucket: One of `nearestModelBuckets` whose cloud is S3. Known: Beijing, Virginia, London.
            filename: Name of the local file, without folders.

        Returns:
            A model, or a part of one, that was registered, and where its bytes go. None if it was not done, for which
                the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.5.1, 2.3.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelS3", _variables)
        return self._caller(OPERATIONS["uploadModelS3"], _request, decoders.upload_model_s3)

    def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> ImportedModel | None:
        """Register a zipped model that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            A model that was uploaded, or a part of it. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.3.2; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadModelURL", _variables)
        return self._caller(OPERATIONS["uploadModelURL"], _request, decoders.upload_model_url)


class RawModels:
    """The calls of `Models`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def done_upload(self, id: str, *, merge: bool | Unset = UNSET) -> Raw[Project | None]:
        """See `Models.done_upload`."""
        _variables: dict[str, object] = {"id": id, "merge": merge}
        _request = graphql_request(DOCUMENTS, "doneModelUpload", _variables)
        return self._caller.raw(OPERATIONS["doneModelUpload"], _request, decoders.done_model_upload)

    def upload_minio(self, id: str, *, bucket: BucketMinioModel | str, filename: str) -> Raw[SignedModel | None]:
        """See `Models.upload_minio`."""
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelMinio", _variables)
        return self._caller.raw(OPERATIONS["uploadModelMinio"], _request, decoders.upload_model_minio)

    def upload_s3(self, id: str, *, bucket: BucketS3Model | str, filename: str) -> Raw[SignedModel | None]:
        """See `Models.upload_s3`."""
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelS3", _variables)
        return self._caller.raw(OPERATIONS["uploadModelS3"], _request, decoders.upload_model_s3)

    def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> Raw[ImportedModel | None]:
        """See `Models.upload_url`."""
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadModelURL", _variables)
        return self._caller.raw(OPERATIONS["uploadModelURL"], _request, decoders.upload_model_url)


class Tasks:
    """Reconstructions."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawTasks(self._caller)

    def pre_start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> str | None:
        """Have the reconstruction start by itself.

        It starts with the valid images once each is Ready or Invalid. Call it after the last upload. The type of the
        answer is not known: what comes back is the name of that type, whatever it is.

        Args:
            id: Project.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            What came. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc api-reconstruction, changelog 1.2.0
        """
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "preStartReconstruction", _variables)
        return self._caller(OPERATIONS["preStartReconstruction"], _request, decoders.pre_start_reconstruction)

    def start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> TaskStart | None:
        """Start the reconstruction.

        What keeps it from starting comes back in `error`. A pro project pays now.

        Args:
            id: Project.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            The task that was started, or why it was not. None if it was not done, for which the service gives no
                reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc api-reconstruction; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithError", _variables)
        return self._caller(
            OPERATIONS["startReconstructionWithError"], _request, decoders.start_reconstruction_with_error
        )

    def start_with_coupons(
        self, id: str, *, coupons: Sequence[str], task_type: TaskType | str | Unset = UNSET
    ) -> TaskStart | None:
        """Start the reconstruction, and pay with coupons.

        What the service calls the list of coupons is not public: `coupons` is our assumption, which is why `start` does
        not mention it.

        Args:
            id: Project.
            coupons: Ids of coupons to pay with; one id before 1.3.0, a list since.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            The task that was started, or why it was not. None if it was not done, for which the service gives no
                reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc api-reconstruction, changelog 1.3.0; the name of the field: our assumption
        """
        _variables: dict[str, object] = {"id": id, "coupons": coupons, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithCoupons", _variables)
        return self._caller(
            OPERATIONS["startReconstructionWithCoupons"], _request, decoders.start_reconstruction_with_coupons
        )

    def stop(self, id: str) -> Task | None:
        """Stop a project's task.

        Args:
            id: Project.

        Returns:
            A reconstruction, or a conversion of a model. None if it was not done, for which the service gives no
                reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.6.1, 2.1.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "stopReconstruction", _variables)
        return self._caller(OPERATIONS["stopReconstruction"], _request, decoders.stop_reconstruction)


class RawTasks:
    """The calls of `Tasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def pre_start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> Raw[str | None]:
        """See `Tasks.pre_start`."""
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "preStartReconstruction", _variables)
        return self._caller.raw(OPERATIONS["preStartReconstruction"], _request, decoders.pre_start_reconstruction)

    def start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> Raw[TaskStart | None]:
        """See `Tasks.start`."""
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithError", _variables)
        return self._caller.raw(
            OPERATIONS["startReconstructionWithError"], _request, decoders.start_reconstruction_with_error
        )

    def start_with_coupons(
        self, id: str, *, coupons: Sequence[str], task_type: TaskType | str | Unset = UNSET
    ) -> Raw[TaskStart | None]:
        """See `Tasks.start_with_coupons`."""
        _variables: dict[str, object] = {"id": id, "coupons": coupons, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithCoupons", _variables)
        return self._caller.raw(
            OPERATIONS["startReconstructionWithCoupons"], _request, decoders.start_reconstruction_with_coupons
        )

    def stop(self, id: str) -> Raw[Task | None]:
        """See `Tasks.stop`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "stopReconstruction", _variables)
        return self._caller.raw(OPERATIONS["stopReconstruction"], _request, decoders.stop_reconstruction)


class Buckets:
    """Where uploads may go, the nearest first."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawBuckets:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawBuckets(self._caller)

    def for_images(self) -> list[NearestBucket]:
        """List the buckets for images, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For images, the nearest first. Of all clouds: look for the one that the upload needs.

        Effect: safe (changes nothing, may be sent again).

        Source: seed; doc upload; client-code alti-cli, s3-demo, oss-demo
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestImageBuckets", _variables)
        return self._caller(OPERATIONS["listNearestImageBuckets"], _request, decoders.list_nearest_image_buckets)

    def for_meta_files(self) -> list[NearestBucket]:
        """List the buckets for meta files, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For meta files, the nearest first.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestMetaBuckets", _variables)
        return self._caller(OPERATIONS["listNearestMetaBuckets"], _request, decoders.list_nearest_meta_buckets)

    def for_models(self) -> list[NearestBucket]:
        """List the buckets for models, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For zipped models, the nearest first.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.5.1; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestModelBuckets", _variables)
        return self._caller(OPERATIONS["listNearestModelBuckets"], _request, decoders.list_nearest_model_buckets)


class RawBuckets:
    """The calls of `Buckets`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def for_images(self) -> Raw[list[NearestBucket]]:
        """See `Buckets.for_images`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestImageBuckets", _variables)
        return self._caller.raw(OPERATIONS["listNearestImageBuckets"], _request, decoders.list_nearest_image_buckets)

    def for_meta_files(self) -> Raw[list[NearestBucket]]:
        """See `Buckets.for_meta_files`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestMetaBuckets", _variables)
        return self._caller.raw(OPERATIONS["listNearestMetaBuckets"], _request, decoders.list_nearest_meta_buckets)

    def for_models(self) -> Raw[list[NearestBucket]]:
        """See `Buckets.for_models`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestModelBuckets", _variables)
        return self._caller.raw(OPERATIONS["listNearestModelBuckets"], _request, decoders.list_nearest_model_buckets)


class Account:
    """The user, and how to get the user's token."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawAccount:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawAccount(self._caller)

    def get_token(self, *, email: str, password: str, fresh: bool | Unset = UNSET) -> str | None:
        """Get a user token for e-mail and password.

        Args:
            email: Of the user.
            password: Of the user. Secret.
            fresh: Only ever sent as false. Probably: issue a new token in place of the current one.

        Returns:
            A user token for e-mail and password; null, without an error, if they are wrong. None if it was not done,
                for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"email": email, "password": password, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserToken", _variables)
        return self._caller(OPERATIONS["getUserToken"], _request, decoders.get_user_token)

    def get_token_by_code(self, *, phone: str, code: str, fresh: bool | Unset = UNSET) -> str | None:
        """Get a user token for a phone and the code that was sent to it.

        Args:
            phone: Number of the phone.
            code: What came by SMS. Secret.
            fresh: As for `getUserToken`.

        Returns:
            A user token for a phone and the code that was sent to it. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"phone": phone, "code": code, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserTokenByLoginCode", _variables)
        return self._caller(OPERATIONS["getUserTokenByLoginCode"], _request, decoders.get_user_token_by_login_code)

    def me(self) -> User | None:
        """Who the user token belongs to.

        Returns:
            The user; null without a valid token. The official client goes by an empty e-mail. None if there is none, or
                the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, oauth-demo, sso, sdk
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getMyself", _variables)
        return self._caller(OPERATIONS["getMyself"], _request, decoders.get_myself)

    def request_login_code(self, *, phone: str) -> LoginCodeRequest | None:
        """Have a sign-in code sent to a phone.

        Args:
            phone: Number of the phone.

        Returns:
            Whether a code was sent, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"phone": phone}
        _request = graphql_request(DOCUMENTS, "requestLoginCode", _variables)
        return self._caller(OPERATIONS["requestLoginCode"], _request, decoders.request_login_code)

    def set_picture(self, *, img_str: str) -> str | None:
        """Change the user's picture.

        Args:
            img_str: The picture in base64.

        Returns:
            Change the user's picture. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"imgStr": img_str}
        _request = graphql_request(DOCUMENTS, "setProfileFace", _variables)
        return self._caller(OPERATIONS["setProfileFace"], _request, decoders.set_profile_face)

    def transfer_coins(self, *, amount: float, email: str, message: str | Unset = UNSET) -> Transfer | None:
        """Give coins to another user.

        Args:
            amount: Coins.
            email: Of the user who receives.
            message: Words for the one who receives.

        Returns:
            Whether it was handed over, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"amount": amount, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferCoins", _variables)
        return self._caller(OPERATIONS["transferCoins"], _request, decoders.transfer_coins)


class RawAccount:
    """The calls of `Account`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_token(self, *, email: str, password: str, fresh: bool | Unset = UNSET) -> Raw[str | None]:
        """See `Account.get_token`."""
        _variables: dict[str, object] = {"email": email, "password": password, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserToken", _variables)
        return self._caller.raw(OPERATIONS["getUserToken"], _request, decoders.get_user_token)

    def get_token_by_code(self, *, phone: str, code: str, fresh: bool | Unset = UNSET) -> Raw[str | None]:
        """See `Account.get_token_by_code`."""
        _variables: dict[str, object] = {"phone": phone, "code": code, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserTokenByLoginCode", _variables)
        return self._caller.raw(OPERATIONS["getUserTokenByLoginCode"], _request, decoders.get_user_token_by_login_code)

    def me(self) -> Raw[User | None]:
        """See `Account.me`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getMyself", _variables)
        return self._caller.raw(OPERATIONS["getMyself"], _request, decoders.get_myself)

    def request_login_code(self, *, phone: str) -> Raw[LoginCodeRequest | None]:
        """See `Account.request_login_code`."""
        _variables: dict[str, object] = {"phone": phone}
        _request = graphql_request(DOCUMENTS, "requestLoginCode", _variables)
        return self._caller.raw(OPERATIONS["requestLoginCode"], _request, decoders.request_login_code)

    def set_picture(self, *, img_str: str) -> Raw[str | None]:
        """See `Account.set_picture`."""
        _variables: dict[str, object] = {"imgStr": img_str}
        _request = graphql_request(DOCUMENTS, "setProfileFace", _variables)
        return self._caller.raw(OPERATIONS["setProfileFace"], _request, decoders.set_profile_face)

    def transfer_coins(self, *, amount: float, email: str, message: str | Unset = UNSET) -> Raw[Transfer | None]:
        """See `Account.transfer_coins`."""
        _variables: dict[str, object] = {"amount": amount, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferCoins", _variables)
        return self._caller.raw(OPERATIONS["transferCoins"], _request, decoders.transfer_coins)


class Costs:
    """What a reconstruction costs."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawCosts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawCosts(self._caller)

    def coins_to_money(self, *, coins: float, currency: Currency | str) -> float | None:
        """What so many coins cost.

        Args:
            coins: Coins.
            currency: Code of a currency. Known: USD.

        Returns:
            Price of so many coins. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"coins": coins, "currency": currency}
        _request = graphql_request(DOCUMENTS, "coinsToMoney", _variables)
        return self._caller(OPERATIONS["coinsToMoney"], _request, decoders.coins_to_money)

    def gigapixels(self, *, width: int, height: int, num_img: int) -> float | None:
        """Gigapixels that are billed for images of one size.

        Args:
            width: Pixels.
            height: Pixels.
            num_img: Number of images.

        Returns:
            Gigapixels that are billed for images of one size: each counts as 2,073,600 pixels or more. None if there is
                none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc api-reconstruction
        """
        _variables: dict[str, object] = {"width": width, "height": height, "numImg": num_img}
        _request = graphql_request(DOCUMENTS, "sizeToGigaPixel", _variables)
        return self._caller(OPERATIONS["sizeToGigaPixel"], _request, decoders.size_to_giga_pixel)

    def money_to_coins(self, *, money: float, currency: Currency | str) -> float | None:
        """How many coins there are for so much money.

        Args:
            money: In that currency.
            currency: Code of a currency. Known: USD.

        Returns:
            Coins for so much money. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"money": money, "currency": currency}
        _request = graphql_request(DOCUMENTS, "moneyToCoins", _variables)
        return self._caller(OPERATIONS["moneyToCoins"], _request, decoders.money_to_coins)


class RawCosts:
    """The calls of `Costs`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def coins_to_money(self, *, coins: float, currency: Currency | str) -> Raw[float | None]:
        """See `Costs.coins_to_money`."""
        _variables: dict[str, object] = {"coins": coins, "currency": currency}
        _request = graphql_request(DOCUMENTS, "coinsToMoney", _variables)
        return self._caller.raw(OPERATIONS["coinsToMoney"], _request, decoders.coins_to_money)

    def gigapixels(self, *, width: int, height: int, num_img: int) -> Raw[float | None]:
        """See `Costs.gigapixels`."""
        _variables: dict[str, object] = {"width": width, "height": height, "numImg": num_img}
        _request = graphql_request(DOCUMENTS, "sizeToGigaPixel", _variables)
        return self._caller.raw(OPERATIONS["sizeToGigaPixel"], _request, decoders.size_to_giga_pixel)

    def money_to_coins(self, *, money: float, currency: Currency | str) -> Raw[float | None]:
        """See `Costs.money_to_coins`."""
        _variables: dict[str, object] = {"money": money, "currency": currency}
        _request = graphql_request(DOCUMENTS, "moneyToCoins", _variables)
        return self._caller.raw(OPERATIONS["moneyToCoins"], _request, decoders.money_to_coins)


class Support:
    """The service about itself."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawSupport:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawSupport(self._caller)

    def api_version(self) -> str | None:
        """Which release of the API runs.

        Returns:
            Release of the API, for example 2.7.4. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.8.3; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getApiVersion", _variables)
        return self._caller(OPERATIONS["getApiVersion"], _request, decoders.get_api_version)

    def endpoints(self) -> Endpoints | None:
        """Where this server and its website are.

        Returns:
            Addresses of this server and of its website; private servers have their own. None if there is none, or the
                caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.5.8; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getEndpoints", _variables)
        return self._caller(OPERATIONS["getEndpoints"], _request, decoders.get_endpoints)

    def enum_values(self, *, name: str) -> list[EnumValue]:
        """List the values of an enum of the service.

        Most lists here are incomplete; this is how to see the real ones, above all those of the buckets.

        Args:
            name: Of the type, as the service calls it.

        Returns:
            One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or
                numeric value. However an Enum value is returned in a JSON response as a string.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"name": name}
        _request = graphql_request(DOCUMENTS, "listEnumValues", _variables)
        return self._caller(OPERATIONS["listEnumValues"], _request, decoders.list_enum_values)

    def explain_error(
        self, *, code: ProjectErrorCode | str, lang: LocaleType | str | Unset = UNSET
    ) -> ErrorCodeInfo | None:
        """What a project's error code means.

        Args:
            code: Why a task failed. None is public: the value is our assumption; `support.errorCodeInfo` explains the
                real ones. Known: RECONSTRUCTION_FAILED.
            lang: Language of texts. Known: en, zh_tw, zh_cn.

        Returns:
            What a project's error code means, in words. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.5.2; client-code alti-cli
        """
        _variables: dict[str, object] = {"code": code, "lang": lang}
        _request = graphql_request(DOCUMENTS, "getErrorCodeInfo", _variables)
        return self._caller(OPERATIONS["getErrorCodeInfo"], _request, decoders.get_error_code_info)

    def supported_clouds(self, *, kind: UploadType | str | Unset = UNSET) -> list[Cloud]:
        """List the clouds that uploads of a kind may go to.

        Args:
            kind: What is uploaded. Known: image, model, meta.

        Returns:
            Clouds that uploads of a kind may go to.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.3.2, 2.5.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"kind": kind}
        _request = graphql_request(DOCUMENTS, "listSupportedClouds", _variables)
        return self._caller(OPERATIONS["listSupportedClouds"], _request, decoders.list_supported_clouds)

    def system_mode(self) -> SystemMode | None:
        """Ask whether the service takes changes now.

        Returns:
            Whether the service takes changes now. The official client uploads nothing unless it is Normal. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getSystemMode", _variables)
        return self._caller(OPERATIONS["getSystemMode"], _request, decoders.get_system_mode)

    def test_network(self, *, url: str) -> NetworkTestResult | None:
        """Ask whether the server can fetch an address.

        Args:
            url: Address on the caller's machine.

        Returns:
            Have the server fetch an address, to see whether uploading by URL can work. None if there is none, or the
                caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.1.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"url": url}
        _request = graphql_request(DOCUMENTS, "testNetwork", _variables)
        return self._caller(OPERATIONS["testNetwork"], _request, decoders.test_network)


class RawSupport:
    """The calls of `Support`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def api_version(self) -> Raw[str | None]:
        """See `Support.api_version`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getApiVersion", _variables)
        return self._caller.raw(OPERATIONS["getApiVersion"], _request, decoders.get_api_version)

    def endpoints(self) -> Raw[Endpoints | None]:
        """See `Support.endpoints`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getEndpoints", _variables)
        return self._caller.raw(OPERATIONS["getEndpoints"], _request, decoders.get_endpoints)

    def enum_values(self, *, name: str) -> Raw[list[EnumValue]]:
        """See `Support.enum_values`."""
        _variables: dict[str, object] = {"name": name}
        _request = graphql_request(DOCUMENTS, "listEnumValues", _variables)
        return self._caller.raw(OPERATIONS["listEnumValues"], _request, decoders.list_enum_values)

    def explain_error(
        self, *, code: ProjectErrorCode | str, lang: LocaleType | str | Unset = UNSET
    ) -> Raw[ErrorCodeInfo | None]:
        """See `Support.explain_error`."""
        _variables: dict[str, object] = {"code": code, "lang": lang}
        _request = graphql_request(DOCUMENTS, "getErrorCodeInfo", _variables)
        return self._caller.raw(OPERATIONS["getErrorCodeInfo"], _request, decoders.get_error_code_info)

    def supported_clouds(self, *, kind: UploadType | str | Unset = UNSET) -> Raw[list[Cloud]]:
        """See `Support.supported_clouds`."""
        _variables: dict[str, object] = {"kind": kind}
        _request = graphql_request(DOCUMENTS, "listSupportedClouds", _variables)
        return self._caller.raw(OPERATIONS["listSupportedClouds"], _request, decoders.list_supported_clouds)

    def system_mode(self) -> Raw[SystemMode | None]:
        """See `Support.system_mode`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getSystemMode", _variables)
        return self._caller.raw(OPERATIONS["getSystemMode"], _request, decoders.get_system_mode)

    def test_network(self, *, url: str) -> Raw[NetworkTestResult | None]:
        """See `Support.test_network`."""
        _variables: dict[str, object] = {"url": url}
        _request = graphql_request(DOCUMENTS, "testNetwork", _variables)
        return self._caller.raw(OPERATIONS["testNetwork"], _request, decoders.test_network)


class AltizureGroups:
    """All groups of Altizure.

    Attributes:
        projects: Sets of images, or imported models, and what became of them.
        images: The images of a project, and the ways of uploading them.
        meta_files: Texts beside the images of a project: cameras, poses, groups.
        models: Finished models that are uploaded in place of images.
        tasks: Reconstructions.
        buckets: Where uploads may go, the nearest first.
        account: The user, and how to get the user's token.
        costs: What a reconstruction costs.
        support: The service about itself.
    """

    def __init__(self, caller: Caller) -> None:
        self.projects = Projects(caller)
        self.images = Images(caller)
        self.meta_files = MetaFiles(caller)
        self.models = Models(caller)
        self.tasks = Tasks(caller)
        self.buckets = Buckets(caller)
        self.account = Account(caller)
        self.costs = Costs(caller)
        self.support = Support(caller)


class AsyncProjects:
    """Sets of images, or imported models, and what became of them."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawProjects:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawProjects(self._caller)

    async def create(
        self,
        *,
        name: str,
        type_: ProjectType | str | Unset = UNSET,
        imported: bool | Unset = UNSET,
        model_type: ImportedModelType | str | Unset = UNSET,
        visibility: ProjectVisibility | str | Unset = UNSET,
    ) -> Project | None:
        """Make an empty project.

        It belongs to the user whose token is sent, and costs nothing.

        Args:
            name: Need not differ from those of other projects.
            type_: What a project may cost, and what it gives. Known: free, pro.
            imported: For a finished model in place of photos.
            model_type: With `imported`: what kind of model it is. Known: CAD, PHOTOGRAMMETRY, PTCLOUD.
            visibility: Who may see a project. Known: public, unlisted, private.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc api; client-code alti-cli, s3-demo
        """
        _variables: dict[str, object] = {
            "name": name,
            "type": type_,
            "imported": imported,
            "modelType": model_type,
            "visibility": visibility,
        }
        _request = graphql_request(DOCUMENTS, "createProject", _variables)
        return await self._caller(OPERATIONS["createProject"], _request, decoders.create_project)

    async def find(
        self, *, id: str, limit: int | Unset = UNSET, my_project: bool | Unset = UNSET
    ) -> builtins.list[Project]:
        """Find projects by the beginning of their id.

        Args:
            id: First digits of the id.
            limit: How many to find at most.
            my_project: Only those of the user.

        Returns:
            Projects by the beginning of their id.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "limit": limit, "myProject": my_project}
        _request = graphql_request(DOCUMENTS, "findProjects", _variables)
        return await self._caller(OPERATIONS["findProjects"], _request, decoders.find_projects)

    async def geometry(self, id: str) -> ProjectGeometry | None:
        """Where a project's model is, and how it is shown.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectGeometry", _variables)
        return await self._caller(OPERATIONS["getProjectGeometry"], _request, decoders.get_project_geometry)

    async def get(self, id: str) -> Project | None:
        """Look up a project.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProject", _variables)
        return await self._caller(OPERATIONS["getProject"], _request, decoders.get_project)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, search: str | Unset = UNSET
    ) -> AsyncPages[Project]:
        """List the user's projects, those with an imported model too.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            search: Part of a name.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.8.5; client-code alti-cli
        """
        _variables: dict[str, object] = {"first": first, "after": after, "search": search}
        _request = graphql_request(DOCUMENTS, "listProjects", _variables)
        return self._caller.pages(OPERATIONS["listProjects"], _request, decoders.list_projects)

    def list_annotations(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> AsyncPages[Annotation]:
        """List the notes on a project's model.

        Args:
            id: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listAnnotations", _variables)
        return self._caller.pages(OPERATIONS["listAnnotations"], _request, decoders.list_annotations)

    def list_downloads(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> AsyncPages[Downloadable]:
        """List what a pro project's task produced.

        Args:
            id: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listDownloads", _variables)
        return self._caller.pages(OPERATIONS["listDownloads"], _request, decoders.list_downloads)

    async def list_near(
        self,
        *,
        latitude: float,
        longitude: float,
        span: float | Unset = UNSET,
        limit: int | Unset = UNSET,
        range_: float | Unset = UNSET,
    ) -> builtins.list[Project]:
        """List public projects around a point.

        Args:
            latitude: Degrees.
            longitude: Degrees.
            span: How wide to look; the unit is not known.
            limit: How many to find at most.
            range_: Has a default at the service; the unit is not known.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code sdk
        """
        _variables: dict[str, object] = {
            "latitude": latitude,
            "longitude": longitude,
            "span": span,
            "limit": limit,
            "range": range_,
        }
        _request = graphql_request(DOCUMENTS, "listProjectsNear", _variables)
        return await self._caller(OPERATIONS["listProjectsNear"], _request, decoders.list_projects_near)

    def list_public(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, collection: str | Unset = UNSET
    ) -> AsyncPages[Project]:
        """List projects that anyone may see.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            collection: Only projects of this collection.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc picture; client-code sdk
        """
        _variables: dict[str, object] = {"first": first, "after": after, "collection": collection}
        _request = graphql_request(DOCUMENTS, "listPublicProjects", _variables)
        return self._caller.pages(OPERATIONS["listPublicProjects"], _request, decoders.list_public_projects)

    async def list_published(self, id: str) -> builtins.list[CloudPath]:
        """List the published copies of a project's model.

        Args:
            id: Project.

        Returns:
            Where the model is published.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, sdk
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "listPublishedCopies", _variables)
        return await self._caller(OPERATIONS["listPublishedCopies"], _request, decoders.list_published_copies)

    def list_reconstructions(self, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> AsyncPages[Project]:
        """List the user's projects that are made of photos.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: doc api; client-code alti-cli, oauth-demo
        """
        _variables: dict[str, object] = {"first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listReconstructionProjects", _variables)
        return self._caller.pages(
            OPERATIONS["listReconstructionProjects"], _request, decoders.list_reconstruction_projects
        )

    async def progress(self, id: str) -> ProjectProgress | None:
        """See how far a project's task or conversion is.

        Small enough to be asked again and again.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli; doc changelog 1.9.7 for the error code
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectProgress", _variables)
        return await self._caller(OPERATIONS["getProjectProgress"], _request, decoders.get_project_progress)

    async def remove(self, id: str) -> Project | None:
        """Delete a project.

        Args:
            id: Project.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "removeProject", _variables)
        return await self._caller(OPERATIONS["removeProject"], _request, decoders.remove_project)

    async def report(self, id: str, *, description: str) -> Project | None:
        """Tell the service's staff of a project that should not be there.

        Args:
            id: Project.
            description: What is wrong with it.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "description": description}
        _request = graphql_request(DOCUMENTS, "reportProject", _variables)
        return await self._caller(OPERATIONS["reportProject"], _request, decoders.report_project)

    async def transfer(self, id: str, *, email: str, message: str | Unset = UNSET) -> Transfer | None:
        """Hand a project to another user.

        Args:
            id: Project.
            email: Of the user who receives.
            message: Words for the one who receives.

        Returns:
            Whether it was handed over, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferProject", _variables)
        return await self._caller(OPERATIONS["transferProject"], _request, decoders.transfer_project)


class AsyncRawProjects:
    """The calls of `AsyncProjects`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        name: str,
        type_: ProjectType | str | Unset = UNSET,
        imported: bool | Unset = UNSET,
        model_type: ImportedModelType | str | Unset = UNSET,
        visibility: ProjectVisibility | str | Unset = UNSET,
    ) -> Raw[Project | None]:
        """See `AsyncProjects.create`."""
        _variables: dict[str, object] = {
            "name": name,
            "type": type_,
            "imported": imported,
            "modelType": model_type,
            "visibility": visibility,
        }
        _request = graphql_request(DOCUMENTS, "createProject", _variables)
        return await self._caller.raw(OPERATIONS["createProject"], _request, decoders.create_project)

    async def find(
        self, *, id: str, limit: int | Unset = UNSET, my_project: bool | Unset = UNSET
    ) -> Raw[builtins.list[Project]]:
        """See `AsyncProjects.find`."""
        _variables: dict[str, object] = {"id": id, "limit": limit, "myProject": my_project}
        _request = graphql_request(DOCUMENTS, "findProjects", _variables)
        return await self._caller.raw(OPERATIONS["findProjects"], _request, decoders.find_projects)

    async def geometry(self, id: str) -> Raw[ProjectGeometry | None]:
        """See `AsyncProjects.geometry`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectGeometry", _variables)
        return await self._caller.raw(OPERATIONS["getProjectGeometry"], _request, decoders.get_project_geometry)

    async def get(self, id: str) -> Raw[Project | None]:
        """See `AsyncProjects.get`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProject", _variables)
        return await self._caller.raw(OPERATIONS["getProject"], _request, decoders.get_project)

    async def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, search: str | Unset = UNSET
    ) -> Raw[Page[Project]]:
        """See `AsyncProjects.list`."""
        _variables: dict[str, object] = {"first": first, "after": after, "search": search}
        _request = graphql_request(DOCUMENTS, "listProjects", _variables)
        return await self._caller.raw(OPERATIONS["listProjects"], _request, decoders.list_projects)

    async def list_annotations(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[Annotation]]:
        """See `AsyncProjects.list_annotations`."""
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listAnnotations", _variables)
        return await self._caller.raw(OPERATIONS["listAnnotations"], _request, decoders.list_annotations)

    async def list_downloads(
        self, id: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[Downloadable]]:
        """See `AsyncProjects.list_downloads`."""
        _variables: dict[str, object] = {"id": id, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listDownloads", _variables)
        return await self._caller.raw(OPERATIONS["listDownloads"], _request, decoders.list_downloads)

    async def list_near(
        self,
        *,
        latitude: float,
        longitude: float,
        span: float | Unset = UNSET,
        limit: int | Unset = UNSET,
        range_: float | Unset = UNSET,
    ) -> Raw[builtins.list[Project]]:
        """See `AsyncProjects.list_near`."""
        _variables: dict[str, object] = {
            "latitude": latitude,
            "longitude": longitude,
            "span": span,
            "limit": limit,
            "range": range_,
        }
        _request = graphql_request(DOCUMENTS, "listProjectsNear", _variables)
        return await self._caller.raw(OPERATIONS["listProjectsNear"], _request, decoders.list_projects_near)

    async def list_public(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, collection: str | Unset = UNSET
    ) -> Raw[Page[Project]]:
        """See `AsyncProjects.list_public`."""
        _variables: dict[str, object] = {"first": first, "after": after, "collection": collection}
        _request = graphql_request(DOCUMENTS, "listPublicProjects", _variables)
        return await self._caller.raw(OPERATIONS["listPublicProjects"], _request, decoders.list_public_projects)

    async def list_published(self, id: str) -> Raw[builtins.list[CloudPath]]:
        """See `AsyncProjects.list_published`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "listPublishedCopies", _variables)
        return await self._caller.raw(OPERATIONS["listPublishedCopies"], _request, decoders.list_published_copies)

    async def list_reconstructions(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[Project]]:
        """See `AsyncProjects.list_reconstructions`."""
        _variables: dict[str, object] = {"first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listReconstructionProjects", _variables)
        return await self._caller.raw(
            OPERATIONS["listReconstructionProjects"], _request, decoders.list_reconstruction_projects
        )

    async def progress(self, id: str) -> Raw[ProjectProgress | None]:
        """See `AsyncProjects.progress`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getProjectProgress", _variables)
        return await self._caller.raw(OPERATIONS["getProjectProgress"], _request, decoders.get_project_progress)

    async def remove(self, id: str) -> Raw[Project | None]:
        """See `AsyncProjects.remove`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "removeProject", _variables)
        return await self._caller.raw(OPERATIONS["removeProject"], _request, decoders.remove_project)

    async def report(self, id: str, *, description: str) -> Raw[Project | None]:
        """See `AsyncProjects.report`."""
        _variables: dict[str, object] = {"id": id, "description": description}
        _request = graphql_request(DOCUMENTS, "reportProject", _variables)
        return await self._caller.raw(OPERATIONS["reportProject"], _request, decoders.report_project)

    async def transfer(self, id: str, *, email: str, message: str | Unset = UNSET) -> Raw[Transfer | None]:
        """See `AsyncProjects.transfer`."""
        _variables: dict[str, object] = {"id": id, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferProject", _variables)
        return await self._caller.raw(OPERATIONS["transferProject"], _request, decoders.transfer_project)


class AsyncImages:
    """The images of a project, and the ways of uploading them."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawImages:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawImages(self._caller)

    async def done_upload(self, id: str) -> ProjectImage | None:
        """Say that an image's bytes are all in the OSS bucket.

        Args:
            id: Image.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "doneImageUpload", _variables)
        return await self._caller(OPERATIONS["doneImageUpload"], _request, decoders.done_image_upload)

    async def get(self, pid: str, id: str) -> ProjectImage | None:
        """Look up an image.

        Args:
            pid: Project.
            id: Image.

        Returns:
            An image by its id. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getImage", _variables)
        return await self._caller(OPERATIONS["getImage"], _request, decoders.get_image)

    async def has(self, pid: str, *, checksum: str) -> ProjectImage | None:
        """Ask whether a project has an image of this content.

        To be asked before each upload: what is there need not be sent again.

        Args:
            pid: Project.
            checksum: SHA-1 of the file, 40 lower-case hexadecimal digits.

        Returns:
            An image of a project. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasImage", _variables)
        return await self._caller(OPERATIONS["hasImage"], _request, decoders.has_image)

    def list(self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET) -> AsyncPages[ProjectImage]:
        """List a project's images.

        Args:
            pid: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, import-demo, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listImages", _variables)
        return self._caller.pages(OPERATIONS["listImages"], _request, decoders.list_images)

    def list_originals(
        self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> AsyncPages[OriginalImage]:
        """List a project's images with the addresses to download them from.

        Args:
            pid: Project.
            first: How many entries a page shall have.
            after: Cursor to go on from.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli; doc changelog 2.7.0
        """
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listOriginalImages", _variables)
        return self._caller.pages(OPERATIONS["listOriginalImages"], _request, decoders.list_original_images)

    async def sign_oss(
        self, pid: str, *, bucket: BucketOSS | str, filename: str, type_: ImageType | str | Unset = UNSET
    ) -> OssCredentials | None:
        """Get credentials for an Aliyun OSS bucket.

        They are good for an hour, for all images of the project: ask again only when they expire, since signing is
        slow. No image is registered, so any file name will do.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is OSS. Known: Shenzhen, USWest.
            filename: Name of the local file, without folders; anything if only `sts` is selected.
            type_: File format of an image. Known: JPEG, PNG, TIFF.

        Returns:
            Credentials for the bucket; selecting them signs new ones, which is slow. None if it was not done, for which
                the service gives no reason.

        Effect: safe (changes nothing, may be sent again).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename, "type": type_}
        _request = graphql_request(DOCUMENTS, "signImagesOSS", _variables)
        return await self._caller(OPERATIONS["signImagesOSS"], _request, decoders.sign_images_oss)

    async def start_upload(self, id: str) -> ProjectImage | None:
        """Say that an image's bytes begin to flow.

        Args:
            id: Image.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, s3-demo, oss-demo
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "startImageUpload", _variables)
        return await self._caller(OPERATIONS["startImageUpload"], _request, decoders.start_image_upload)

    async def upload_minio(
        self,
        pid: str,
        *,
        bucket: BucketMinio | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> SignedImage | None:
        """Register an image, and get an address to PUT it to.

        The store belongs to a private server.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders; the stored one since 2.7.0.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            An image that was registered, and where its bytes go. None if it was not done, for which the service gives
                no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.8.0; client-code alti-cli
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageMinio", _variables)
        return await self._caller(OPERATIONS["uploadImageMinio"], _request, decoders.upload_image_minio)

    async def upload_oss(
        self,
        pid: str,
        *,
        bucket: BucketOSS | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> ProjectImage | None:
        """Register an image that will be put into an Aliyun OSS bucket.

        The file goes to `{pid}/{filename}`, with the credentials of `sign_oss` and the stored file name of the answer.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is OSS. Known: Shenzhen, USWest.
            filename: Name of the local file, without folders; anything if only `sts` is selected.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            The image; selecting it registers it. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, oss-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageOSS", _variables)
        return await self._caller(OPERATIONS["uploadImageOSS"], _request, decoders.upload_image_oss)

    async def upload_s3(
        self,
        pid: str,
        *,
        bucket: BucketS3 | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> SignedImage | None:
        """Register an image, and get an address to PUT it to.

        It is good for three hours.

        Args:
            pid: Project.
            bucket: One of `nearestBuckets` whose cloud is S3. Known: Paris, Stockholm, HongKong.
            filename: Name of the local file, without folders.
            type_: File format of an image. Known: JPEG, PNG, TIFF.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            An image that was registered, and where its bytes go. None if it was not done, for which the service gives
                no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc upload; client-code alti-cli, s3-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageS3", _variables)
        return await self._caller(OPERATIONS["uploadImageS3"], _request, decoders.upload_image_s3)

    async def upload_url(
        self,
        pid: str,
        *,
        url: str,
        filename: str | Unset = UNSET,
        checksum: str | Unset = UNSET,
        token: str | Unset = UNSET,
    ) -> ProjectImage | None:
        """Register an image that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.
            token: Sent along as bearer token when the server fetches. Secret.

        Returns:
            An image of a project. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.0.1, 2.0.2; client-code alti-cli, import-demo
        """
        _variables: dict[str, object] = {
            "pid": pid,
            "url": url,
            "filename": filename,
            "checksum": checksum,
            "token": token,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageURL", _variables)
        return await self._caller(OPERATIONS["uploadImageURL"], _request, decoders.upload_image_url)


class AsyncRawImages:
    """The calls of `AsyncImages`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def done_upload(self, id: str) -> Raw[ProjectImage | None]:
        """See `AsyncImages.done_upload`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "doneImageUpload", _variables)
        return await self._caller.raw(OPERATIONS["doneImageUpload"], _request, decoders.done_image_upload)

    async def get(self, pid: str, id: str) -> Raw[ProjectImage | None]:
        """See `AsyncImages.get`."""
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getImage", _variables)
        return await self._caller.raw(OPERATIONS["getImage"], _request, decoders.get_image)

    async def has(self, pid: str, *, checksum: str) -> Raw[ProjectImage | None]:
        """See `AsyncImages.has`."""
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasImage", _variables)
        return await self._caller.raw(OPERATIONS["hasImage"], _request, decoders.has_image)

    async def list(
        self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[ProjectImage]]:
        """See `AsyncImages.list`."""
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listImages", _variables)
        return await self._caller.raw(OPERATIONS["listImages"], _request, decoders.list_images)

    async def list_originals(
        self, pid: str, *, first: int | Unset = UNSET, after: str | Unset = UNSET
    ) -> Raw[Page[OriginalImage]]:
        """See `AsyncImages.list_originals`."""
        _variables: dict[str, object] = {"pid": pid, "first": first, "after": after}
        _request = graphql_request(DOCUMENTS, "listOriginalImages", _variables)
        return await self._caller.raw(OPERATIONS["listOriginalImages"], _request, decoders.list_original_images)

    async def sign_oss(
        self, pid: str, *, bucket: BucketOSS | str, filename: str, type_: ImageType | str | Unset = UNSET
    ) -> Raw[OssCredentials | None]:
        """See `AsyncImages.sign_oss`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename, "type": type_}
        _request = graphql_request(DOCUMENTS, "signImagesOSS", _variables)
        return await self._caller.raw(OPERATIONS["signImagesOSS"], _request, decoders.sign_images_oss)

    async def start_upload(self, id: str) -> Raw[ProjectImage | None]:
        """See `AsyncImages.start_upload`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "startImageUpload", _variables)
        return await self._caller.raw(OPERATIONS["startImageUpload"], _request, decoders.start_image_upload)

    async def upload_minio(
        self,
        pid: str,
        *,
        bucket: BucketMinio | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[SignedImage | None]:
        """See `AsyncImages.upload_minio`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageMinio", _variables)
        return await self._caller.raw(OPERATIONS["uploadImageMinio"], _request, decoders.upload_image_minio)

    async def upload_oss(
        self,
        pid: str,
        *,
        bucket: BucketOSS | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[ProjectImage | None]:
        """See `AsyncImages.upload_oss`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageOSS", _variables)
        return await self._caller.raw(OPERATIONS["uploadImageOSS"], _request, decoders.upload_image_oss)

    async def upload_s3(
        self,
        pid: str,
        *,
        bucket: BucketS3 | str,
        filename: str,
        type_: ImageType | str | Unset = UNSET,
        checksum: str | Unset = UNSET,
    ) -> Raw[SignedImage | None]:
        """See `AsyncImages.upload_s3`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "bucket": bucket,
            "filename": filename,
            "type": type_,
            "checksum": checksum,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageS3", _variables)
        return await self._caller.raw(OPERATIONS["uploadImageS3"], _request, decoders.upload_image_s3)

    async def upload_url(
        self,
        pid: str,
        *,
        url: str,
        filename: str | Unset = UNSET,
        checksum: str | Unset = UNSET,
        token: str | Unset = UNSET,
    ) -> Raw[ProjectImage | None]:
        """See `AsyncImages.upload_url`."""
        _variables: dict[str, object] = {
            "pid": pid,
            "url": url,
            "filename": filename,
            "checksum": checksum,
            "token": token,
        }
        _request = graphql_request(DOCUMENTS, "uploadImageURL", _variables)
        return await self._caller.raw(OPERATIONS["uploadImageURL"], _request, decoders.upload_image_url)


class AsyncMetaFiles:
    """Texts beside the images of a project: cameras, poses, groups."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawMetaFiles:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawMetaFiles(self._caller)

    async def get(self, pid: str, id: str) -> ProjectMetaFile | None:
        """Look up a meta file.

        Args:
            pid: Project.
            id: Meta file.

        Returns:
            A meta file by its id. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getMetaFile", _variables)
        return await self._caller(OPERATIONS["getMetaFile"], _request, decoders.get_meta_file)

    async def has(self, pid: str, *, checksum: str) -> ProjectMetaFile | None:
        """Ask whether a project has a meta file of this content.

        Args:
            pid: Project.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            The meta file of this content that the project already has; null if it has none. None if there is none, or
                the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasMetaFile", _variables)
        return await self._caller(OPERATIONS["hasMetaFile"], _request, decoders.has_meta_file)

    async def upload_minio(self, pid: str, *, bucket: BucketMinioMeta | str, filename: str) -> SignedMetaFile | None:
        """Register a meta file, and get an address to PUT it to.

        Args:
            pid: Project.
            bucket: One of `nearestMetaBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders.

        Returns:
            A meta file that was registered, and where its bytes go. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.6.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileMinio", _variables)
        return await self._caller(OPERATIONS["uploadMetaFileMinio"], _request, decoders.upload_meta_file_minio)

    async def upload_s3(self, pid: str, *, bucket: BucketS3 | str, filename: str) -> SignedMetaFile | None:
        """Register a meta file, and get an address to PUT it to.

        Args:
            pid: Project.
            bucket: One of `nearestMetaBuckets` whose cloud is S3. Known: Paris, Stockholm, HongKong.
            filename: Name of the local file, without folders.

        Returns:
            A meta file that was registered, and where its bytes go. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.9.3; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileS3", _variables)
        return await self._caller(OPERATIONS["uploadMetaFileS3"], _request, decoders.upload_meta_file_s3)

    async def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> ProjectMetaFile | None:
        """Register a meta file that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            A text beside the images: cameras, poses, groups, or a block file. None if it was not done, for which the
                service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.5.6; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadMetaURL", _variables)
        return await self._caller(OPERATIONS["uploadMetaURL"], _request, decoders.upload_meta_url)


class AsyncRawMetaFiles:
    """The calls of `AsyncMetaFiles`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self, pid: str, id: str) -> Raw[ProjectMetaFile | None]:
        """See `AsyncMetaFiles.get`."""
        _variables: dict[str, object] = {"pid": pid, "id": id}
        _request = graphql_request(DOCUMENTS, "getMetaFile", _variables)
        return await self._caller.raw(OPERATIONS["getMetaFile"], _request, decoders.get_meta_file)

    async def has(self, pid: str, *, checksum: str) -> Raw[ProjectMetaFile | None]:
        """See `AsyncMetaFiles.has`."""
        _variables: dict[str, object] = {"pid": pid, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "hasMetaFile", _variables)
        return await self._caller.raw(OPERATIONS["hasMetaFile"], _request, decoders.has_meta_file)

    async def upload_minio(
        self, pid: str, *, bucket: BucketMinioMeta | str, filename: str
    ) -> Raw[SignedMetaFile | None]:
        """See `AsyncMetaFiles.upload_minio`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileMinio", _variables)
        return await self._caller.raw(OPERATIONS["uploadMetaFileMinio"], _request, decoders.upload_meta_file_minio)

    async def upload_s3(self, pid: str, *, bucket: BucketS3 | str, filename: str) -> Raw[SignedMetaFile | None]:
        """See `AsyncMetaFiles.upload_s3`."""
        _variables: dict[str, object] = {"pid": pid, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadMetaFileS3", _variables)
        return await self._caller.raw(OPERATIONS["uploadMetaFileS3"], _request, decoders.upload_meta_file_s3)

    async def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> Raw[ProjectMetaFile | None]:
        """See `AsyncMetaFiles.upload_url`."""
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadMetaURL", _variables)
        return await self._caller.raw(OPERATIONS["uploadMetaURL"], _request, decoders.upload_meta_url)


class AsyncModels:
    """Finished models that are uploaded in place of images."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawModels:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawModels(self._caller)

    async def done_upload(self, id: str, *, merge: bool | Unset = UNSET) -> Project | None:
        """Say that all of a model's parts are uploaded.

        Its conversion begins.

        Args:
            id: Project.
            merge: The parts are pieces of one file, to be joined; otherwise they are volumes of an archive, or one
                file.

        Returns:
            A set of images, or an imported model, with what became of it. Some fields are for the owner only. None if
                it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.3.1, 2.5.3; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "merge": merge}
        _request = graphql_request(DOCUMENTS, "doneModelUpload", _variables)
        return await self._caller(OPERATIONS["doneModelUpload"], _request, decoders.done_model_upload)

    async def upload_minio(self, id: str, *, bucket: BucketMinioModel | str, filename: str) -> SignedModel | None:
        """Register a zipped model, or one part of it, and get an address to PUT it to.

        Args:
            id: Project.
            bucket: One of `nearestModelBuckets` whose cloud is MINIO. Known: Minio.
            filename: Name of the local file, without folders.

        Returns:
            A model, or a part of one, that was registered, and where its bytes go. None if it was not done, for which
                the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.0.4, 2.3.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelMinio", _variables)
        return await self._caller(OPERATIONS["uploadModelMinio"], _request, decoders.upload_model_minio)

    async def upload_s3(self, id: str, *, bucket: BucketS3Model | str, filename: str) -> SignedModel | None:
        """Register a zipped model, or one part of it, and get an address to PUT it to.

        Args:
            id: Project.
            bucket: One of `nearestModelBuckets` whose cloud is S3. Known: Beijing, Virginia, London.
            filename: Name of the local file, without folders.

        Returns:
            A model, or a part of one, that was registered, and where its bytes go. None if it was not done, for which
                the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.5.1, 2.3.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelS3", _variables)
        return await self._caller(OPERATIONS["uploadModelS3"], _request, decoders.upload_model_s3)

    async def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> ImportedModel | None:
        """Register a zipped model that the server fetches itself.

        Args:
            pid: Project.
            url: Where the server finds the file. Secret.
            filename: Name of the local file, without folders.
            checksum: SHA-1 of the file, lower-case hexadecimal.

        Returns:
            A model that was uploaded, or a part of it. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 2.3.2; client-code alti-cli
        """
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadModelURL", _variables)
        return await self._caller(OPERATIONS["uploadModelURL"], _request, decoders.upload_model_url)


class AsyncRawModels:
    """The calls of `AsyncModels`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def done_upload(self, id: str, *, merge: bool | Unset = UNSET) -> Raw[Project | None]:
        """See `AsyncModels.done_upload`."""
        _variables: dict[str, object] = {"id": id, "merge": merge}
        _request = graphql_request(DOCUMENTS, "doneModelUpload", _variables)
        return await self._caller.raw(OPERATIONS["doneModelUpload"], _request, decoders.done_model_upload)

    async def upload_minio(self, id: str, *, bucket: BucketMinioModel | str, filename: str) -> Raw[SignedModel | None]:
        """See `AsyncModels.upload_minio`."""
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelMinio", _variables)
        return await self._caller.raw(OPERATIONS["uploadModelMinio"], _request, decoders.upload_model_minio)

    async def upload_s3(self, id: str, *, bucket: BucketS3Model | str, filename: str) -> Raw[SignedModel | None]:
        """See `AsyncModels.upload_s3`."""
        _variables: dict[str, object] = {"id": id, "bucket": bucket, "filename": filename}
        _request = graphql_request(DOCUMENTS, "uploadModelS3", _variables)
        return await self._caller.raw(OPERATIONS["uploadModelS3"], _request, decoders.upload_model_s3)

    async def upload_url(
        self, pid: str, *, url: str, filename: str | Unset = UNSET, checksum: str | Unset = UNSET
    ) -> Raw[ImportedModel | None]:
        """See `AsyncModels.upload_url`."""
        _variables: dict[str, object] = {"pid": pid, "url": url, "filename": filename, "checksum": checksum}
        _request = graphql_request(DOCUMENTS, "uploadModelURL", _variables)
        return await self._caller.raw(OPERATIONS["uploadModelURL"], _request, decoders.upload_model_url)


class AsyncTasks:
    """Reconstructions."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawTasks(self._caller)

    async def pre_start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> str | None:
        """Have the reconstruction start by itself.

        It starts with the valid images once each is Ready or Invalid. Call it after the last upload. The type of the
        answer is not known: what comes back is the name of that type, whatever it is.

        Args:
            id: Project.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            What came. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc api-reconstruction, changelog 1.2.0
        """
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "preStartReconstruction", _variables)
        return await self._caller(OPERATIONS["preStartReconstruction"], _request, decoders.pre_start_reconstruction)

    async def start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> TaskStart | None:
        """Start the reconstruction.

        What keeps it from starting comes back in `error`. A pro project pays now.

        Args:
            id: Project.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            The task that was started, or why it was not. None if it was not done, for which the service gives no
                reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: seed; doc api-reconstruction; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithError", _variables)
        return await self._caller(
            OPERATIONS["startReconstructionWithError"], _request, decoders.start_reconstruction_with_error
        )

    async def start_with_coupons(
        self, id: str, *, coupons: Sequence[str], task_type: TaskType | str | Unset = UNSET
    ) -> TaskStart | None:
        """Start the reconstruction, and pay with coupons.

        What the service calls the list of coupons is not public: `coupons` is our assumption, which is why `start` does
        not mention it.

        Args:
            id: Project.
            coupons: Ids of coupons to pay with; one id before 1.3.0, a list since.
            task_type: What to compute; the official client always says it, and takes Native. Known: Native, Dense.

        Returns:
            The task that was started, or why it was not. None if it was not done, for which the service gives no
                reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc api-reconstruction, changelog 1.3.0; the name of the field: our assumption
        """
        _variables: dict[str, object] = {"id": id, "coupons": coupons, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithCoupons", _variables)
        return await self._caller(
            OPERATIONS["startReconstructionWithCoupons"], _request, decoders.start_reconstruction_with_coupons
        )

    async def stop(self, id: str) -> Task | None:
        """Stop a project's task.

        Args:
            id: Project.

        Returns:
            A reconstruction, or a conversion of a model. None if it was not done, for which the service gives no
                reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.6.1, 2.1.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "stopReconstruction", _variables)
        return await self._caller(OPERATIONS["stopReconstruction"], _request, decoders.stop_reconstruction)


class AsyncRawTasks:
    """The calls of `AsyncTasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def pre_start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> Raw[str | None]:
        """See `AsyncTasks.pre_start`."""
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "preStartReconstruction", _variables)
        return await self._caller.raw(OPERATIONS["preStartReconstruction"], _request, decoders.pre_start_reconstruction)

    async def start(self, id: str, *, task_type: TaskType | str | Unset = UNSET) -> Raw[TaskStart | None]:
        """See `AsyncTasks.start`."""
        _variables: dict[str, object] = {"id": id, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithError", _variables)
        return await self._caller.raw(
            OPERATIONS["startReconstructionWithError"], _request, decoders.start_reconstruction_with_error
        )

    async def start_with_coupons(
        self, id: str, *, coupons: Sequence[str], task_type: TaskType | str | Unset = UNSET
    ) -> Raw[TaskStart | None]:
        """See `AsyncTasks.start_with_coupons`."""
        _variables: dict[str, object] = {"id": id, "coupons": coupons, "taskType": task_type}
        _request = graphql_request(DOCUMENTS, "startReconstructionWithCoupons", _variables)
        return await self._caller.raw(
            OPERATIONS["startReconstructionWithCoupons"], _request, decoders.start_reconstruction_with_coupons
        )

    async def stop(self, id: str) -> Raw[Task | None]:
        """See `AsyncTasks.stop`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "stopReconstruction", _variables)
        return await self._caller.raw(OPERATIONS["stopReconstruction"], _request, decoders.stop_reconstruction)


class AsyncBuckets:
    """Where uploads may go, the nearest first."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawBuckets:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawBuckets(self._caller)

    async def for_images(self) -> list[NearestBucket]:
        """List the buckets for images, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For images, the nearest first. Of all clouds: look for the one that the upload needs.

        Effect: safe (changes nothing, may be sent again).

        Source: seed; doc upload; client-code alti-cli, s3-demo, oss-demo
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestImageBuckets", _variables)
        return await self._caller(OPERATIONS["listNearestImageBuckets"], _request, decoders.list_nearest_image_buckets)

    async def for_meta_files(self) -> list[NearestBucket]:
        """List the buckets for meta files, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For meta files, the nearest first.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestMetaBuckets", _variables)
        return await self._caller(OPERATIONS["listNearestMetaBuckets"], _request, decoders.list_nearest_meta_buckets)

    async def for_models(self) -> list[NearestBucket]:
        """List the buckets for models, the nearest first.

        Of all clouds: look for the one whose call is used.

        Returns:
            For zipped models, the nearest first.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.5.1; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestModelBuckets", _variables)
        return await self._caller(OPERATIONS["listNearestModelBuckets"], _request, decoders.list_nearest_model_buckets)


class AsyncRawBuckets:
    """The calls of `AsyncBuckets`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def for_images(self) -> Raw[list[NearestBucket]]:
        """See `AsyncBuckets.for_images`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestImageBuckets", _variables)
        return await self._caller.raw(
            OPERATIONS["listNearestImageBuckets"], _request, decoders.list_nearest_image_buckets
        )

    async def for_meta_files(self) -> Raw[list[NearestBucket]]:
        """See `AsyncBuckets.for_meta_files`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestMetaBuckets", _variables)
        return await self._caller.raw(
            OPERATIONS["listNearestMetaBuckets"], _request, decoders.list_nearest_meta_buckets
        )

    async def for_models(self) -> Raw[list[NearestBucket]]:
        """See `AsyncBuckets.for_models`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "listNearestModelBuckets", _variables)
        return await self._caller.raw(
            OPERATIONS["listNearestModelBuckets"], _request, decoders.list_nearest_model_buckets
        )


class AsyncAccount:
    """The user, and how to get the user's token."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawAccount:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawAccount(self._caller)

    async def get_token(self, *, email: str, password: str, fresh: bool | Unset = UNSET) -> str | None:
        """Get a user token for e-mail and password.

        Args:
            email: Of the user.
            password: Of the user. Secret.
            fresh: Only ever sent as false. Probably: issue a new token in place of the current one.

        Returns:
            A user token for e-mail and password; null, without an error, if they are wrong. None if it was not done,
                for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"email": email, "password": password, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserToken", _variables)
        return await self._caller(OPERATIONS["getUserToken"], _request, decoders.get_user_token)

    async def get_token_by_code(self, *, phone: str, code: str, fresh: bool | Unset = UNSET) -> str | None:
        """Get a user token for a phone and the code that was sent to it.

        Args:
            phone: Number of the phone.
            code: What came by SMS. Secret.
            fresh: As for `getUserToken`.

        Returns:
            A user token for a phone and the code that was sent to it. None if it was not done, for which the service
                gives no reason.

        Effect: once (not sent again when its answer is lost).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"phone": phone, "code": code, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserTokenByLoginCode", _variables)
        return await self._caller(
            OPERATIONS["getUserTokenByLoginCode"], _request, decoders.get_user_token_by_login_code
        )

    async def me(self) -> User | None:
        """Who the user token belongs to.

        Returns:
            The user; null without a valid token. The official client goes by an empty e-mail. None if there is none, or
                the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli, oauth-demo, sso, sdk
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getMyself", _variables)
        return await self._caller(OPERATIONS["getMyself"], _request, decoders.get_myself)

    async def request_login_code(self, *, phone: str) -> LoginCodeRequest | None:
        """Have a sign-in code sent to a phone.

        Args:
            phone: Number of the phone.

        Returns:
            Whether a code was sent, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Source: doc changelog 1.9.4; client-code alti-cli
        """
        _variables: dict[str, object] = {"phone": phone}
        _request = graphql_request(DOCUMENTS, "requestLoginCode", _variables)
        return await self._caller(OPERATIONS["requestLoginCode"], _request, decoders.request_login_code)

    async def set_picture(self, *, img_str: str) -> str | None:
        """Change the user's picture.

        Args:
            img_str: The picture in base64.

        Returns:
            Change the user's picture. None if it was not done, for which the service gives no reason.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: `Authentication Error` (authentication_error).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"imgStr": img_str}
        _request = graphql_request(DOCUMENTS, "setProfileFace", _variables)
        return await self._caller(OPERATIONS["setProfileFace"], _request, decoders.set_profile_face)

    async def transfer_coins(self, *, amount: float, email: str, message: str | Unset = UNSET) -> Transfer | None:
        """Give coins to another user.

        Args:
            amount: Coins.
            email: Of the user who receives.
            message: Words for the one who receives.

        Returns:
            Whether it was handed over, and why not. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `Authentication Error` (authentication_error).

        Source: doc changelog 1.7.0; client-code alti-cli
        """
        _variables: dict[str, object] = {"amount": amount, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferCoins", _variables)
        return await self._caller(OPERATIONS["transferCoins"], _request, decoders.transfer_coins)


class AsyncRawAccount:
    """The calls of `AsyncAccount`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_token(self, *, email: str, password: str, fresh: bool | Unset = UNSET) -> Raw[str | None]:
        """See `AsyncAccount.get_token`."""
        _variables: dict[str, object] = {"email": email, "password": password, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserToken", _variables)
        return await self._caller.raw(OPERATIONS["getUserToken"], _request, decoders.get_user_token)

    async def get_token_by_code(self, *, phone: str, code: str, fresh: bool | Unset = UNSET) -> Raw[str | None]:
        """See `AsyncAccount.get_token_by_code`."""
        _variables: dict[str, object] = {"phone": phone, "code": code, "fresh": fresh}
        _request = graphql_request(DOCUMENTS, "getUserTokenByLoginCode", _variables)
        return await self._caller.raw(
            OPERATIONS["getUserTokenByLoginCode"], _request, decoders.get_user_token_by_login_code
        )

    async def me(self) -> Raw[User | None]:
        """See `AsyncAccount.me`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getMyself", _variables)
        return await self._caller.raw(OPERATIONS["getMyself"], _request, decoders.get_myself)

    async def request_login_code(self, *, phone: str) -> Raw[LoginCodeRequest | None]:
        """See `AsyncAccount.request_login_code`."""
        _variables: dict[str, object] = {"phone": phone}
        _request = graphql_request(DOCUMENTS, "requestLoginCode", _variables)
        return await self._caller.raw(OPERATIONS["requestLoginCode"], _request, decoders.request_login_code)

    async def set_picture(self, *, img_str: str) -> Raw[str | None]:
        """See `AsyncAccount.set_picture`."""
        _variables: dict[str, object] = {"imgStr": img_str}
        _request = graphql_request(DOCUMENTS, "setProfileFace", _variables)
        return await self._caller.raw(OPERATIONS["setProfileFace"], _request, decoders.set_profile_face)

    async def transfer_coins(self, *, amount: float, email: str, message: str | Unset = UNSET) -> Raw[Transfer | None]:
        """See `AsyncAccount.transfer_coins`."""
        _variables: dict[str, object] = {"amount": amount, "email": email, "message": message}
        _request = graphql_request(DOCUMENTS, "transferCoins", _variables)
        return await self._caller.raw(OPERATIONS["transferCoins"], _request, decoders.transfer_coins)


class AsyncCosts:
    """What a reconstruction costs."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawCosts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawCosts(self._caller)

    async def coins_to_money(self, *, coins: float, currency: Currency | str) -> float | None:
        """What so many coins cost.

        Args:
            coins: Coins.
            currency: Code of a currency. Known: USD.

        Returns:
            Price of so many coins. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"coins": coins, "currency": currency}
        _request = graphql_request(DOCUMENTS, "coinsToMoney", _variables)
        return await self._caller(OPERATIONS["coinsToMoney"], _request, decoders.coins_to_money)

    async def gigapixels(self, *, width: int, height: int, num_img: int) -> float | None:
        """Gigapixels that are billed for images of one size.

        Args:
            width: Pixels.
            height: Pixels.
            num_img: Number of images.

        Returns:
            Gigapixels that are billed for images of one size: each counts as 2,073,600 pixels or more. None if there is
                none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc api-reconstruction
        """
        _variables: dict[str, object] = {"width": width, "height": height, "numImg": num_img}
        _request = graphql_request(DOCUMENTS, "sizeToGigaPixel", _variables)
        return await self._caller(OPERATIONS["sizeToGigaPixel"], _request, decoders.size_to_giga_pixel)

    async def money_to_coins(self, *, money: float, currency: Currency | str) -> float | None:
        """How many coins there are for so much money.

        Args:
            money: In that currency.
            currency: Code of a currency. Known: USD.

        Returns:
            Coins for so much money. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"money": money, "currency": currency}
        _request = graphql_request(DOCUMENTS, "moneyToCoins", _variables)
        return await self._caller(OPERATIONS["moneyToCoins"], _request, decoders.money_to_coins)


class AsyncRawCosts:
    """The calls of `AsyncCosts`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def coins_to_money(self, *, coins: float, currency: Currency | str) -> Raw[float | None]:
        """See `AsyncCosts.coins_to_money`."""
        _variables: dict[str, object] = {"coins": coins, "currency": currency}
        _request = graphql_request(DOCUMENTS, "coinsToMoney", _variables)
        return await self._caller.raw(OPERATIONS["coinsToMoney"], _request, decoders.coins_to_money)

    async def gigapixels(self, *, width: int, height: int, num_img: int) -> Raw[float | None]:
        """See `AsyncCosts.gigapixels`."""
        _variables: dict[str, object] = {"width": width, "height": height, "numImg": num_img}
        _request = graphql_request(DOCUMENTS, "sizeToGigaPixel", _variables)
        return await self._caller.raw(OPERATIONS["sizeToGigaPixel"], _request, decoders.size_to_giga_pixel)

    async def money_to_coins(self, *, money: float, currency: Currency | str) -> Raw[float | None]:
        """See `AsyncCosts.money_to_coins`."""
        _variables: dict[str, object] = {"money": money, "currency": currency}
        _request = graphql_request(DOCUMENTS, "moneyToCoins", _variables)
        return await self._caller.raw(OPERATIONS["moneyToCoins"], _request, decoders.money_to_coins)


class AsyncSupport:
    """The service about itself."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawSupport:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawSupport(self._caller)

    async def api_version(self) -> str | None:
        """Which release of the API runs.

        Returns:
            Release of the API, for example 2.7.4. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 1.8.3; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getApiVersion", _variables)
        return await self._caller(OPERATIONS["getApiVersion"], _request, decoders.get_api_version)

    async def endpoints(self) -> Endpoints | None:
        """Where this server and its website are.

        Returns:
            Addresses of this server and of its website; private servers have their own. None if there is none, or the
                caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.5.8; client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getEndpoints", _variables)
        return await self._caller(OPERATIONS["getEndpoints"], _request, decoders.get_endpoints)

    async def enum_values(self, *, name: str) -> list[EnumValue]:
        """List the values of an enum of the service.

        Most lists here are incomplete; this is how to see the real ones, above all those of the buckets.

        Args:
            name: Of the type, as the service calls it.

        Returns:
            One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or
                numeric value. However an Enum value is returned in a JSON response as a string.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {"name": name}
        _request = graphql_request(DOCUMENTS, "listEnumValues", _variables)
        return await self._caller(OPERATIONS["listEnumValues"], _request, decoders.list_enum_values)

    async def explain_error(
        self, *, code: ProjectErrorCode | str, lang: LocaleType | str | Unset = UNSET
    ) -> ErrorCodeInfo | None:
        """What a project's error code means.

        Args:
            code: Why a task failed. None is public: the value is our assumption; `support.errorCodeInfo` explains the
                real ones. Known: RECONSTRUCTION_FAILED.
            lang: Language of texts. Known: en, zh_tw, zh_cn.

        Returns:
            What a project's error code means, in words. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.5.2; client-code alti-cli
        """
        _variables: dict[str, object] = {"code": code, "lang": lang}
        _request = graphql_request(DOCUMENTS, "getErrorCodeInfo", _variables)
        return await self._caller(OPERATIONS["getErrorCodeInfo"], _request, decoders.get_error_code_info)

    async def supported_clouds(self, *, kind: UploadType | str | Unset = UNSET) -> list[Cloud]:
        """List the clouds that uploads of a kind may go to.

        Args:
            kind: What is uploaded. Known: image, model, meta.

        Returns:
            Clouds that uploads of a kind may go to.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.3.2, 2.5.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"kind": kind}
        _request = graphql_request(DOCUMENTS, "listSupportedClouds", _variables)
        return await self._caller(OPERATIONS["listSupportedClouds"], _request, decoders.list_supported_clouds)

    async def system_mode(self) -> SystemMode | None:
        """Ask whether the service takes changes now.

        Returns:
            Whether the service takes changes now. The official client uploads nothing unless it is Normal. None if
                there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: client-code alti-cli
        """
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getSystemMode", _variables)
        return await self._caller(OPERATIONS["getSystemMode"], _request, decoders.get_system_mode)

    async def test_network(self, *, url: str) -> NetworkTestResult | None:
        """Ask whether the server can fetch an address.

        Args:
            url: Address on the caller's machine.

        Returns:
            Have the server fetch an address, to see whether uploading by URL can work. None if there is none, or the
                caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: doc changelog 2.1.1; client-code alti-cli
        """
        _variables: dict[str, object] = {"url": url}
        _request = graphql_request(DOCUMENTS, "testNetwork", _variables)
        return await self._caller(OPERATIONS["testNetwork"], _request, decoders.test_network)


class AsyncRawSupport:
    """The calls of `AsyncSupport`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def api_version(self) -> Raw[str | None]:
        """See `AsyncSupport.api_version`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getApiVersion", _variables)
        return await self._caller.raw(OPERATIONS["getApiVersion"], _request, decoders.get_api_version)

    async def endpoints(self) -> Raw[Endpoints | None]:
        """See `AsyncSupport.endpoints`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getEndpoints", _variables)
        return await self._caller.raw(OPERATIONS["getEndpoints"], _request, decoders.get_endpoints)

    async def enum_values(self, *, name: str) -> Raw[list[EnumValue]]:
        """See `AsyncSupport.enum_values`."""
        _variables: dict[str, object] = {"name": name}
        _request = graphql_request(DOCUMENTS, "listEnumValues", _variables)
        return await self._caller.raw(OPERATIONS["listEnumValues"], _request, decoders.list_enum_values)

    async def explain_error(
        self, *, code: ProjectErrorCode | str, lang: LocaleType | str | Unset = UNSET
    ) -> Raw[ErrorCodeInfo | None]:
        """See `AsyncSupport.explain_error`."""
        _variables: dict[str, object] = {"code": code, "lang": lang}
        _request = graphql_request(DOCUMENTS, "getErrorCodeInfo", _variables)
        return await self._caller.raw(OPERATIONS["getErrorCodeInfo"], _request, decoders.get_error_code_info)

    async def supported_clouds(self, *, kind: UploadType | str | Unset = UNSET) -> Raw[list[Cloud]]:
        """See `AsyncSupport.supported_clouds`."""
        _variables: dict[str, object] = {"kind": kind}
        _request = graphql_request(DOCUMENTS, "listSupportedClouds", _variables)
        return await self._caller.raw(OPERATIONS["listSupportedClouds"], _request, decoders.list_supported_clouds)

    async def system_mode(self) -> Raw[SystemMode | None]:
        """See `AsyncSupport.system_mode`."""
        _variables: dict[str, object] = {}
        _request = graphql_request(DOCUMENTS, "getSystemMode", _variables)
        return await self._caller.raw(OPERATIONS["getSystemMode"], _request, decoders.get_system_mode)

    async def test_network(self, *, url: str) -> Raw[NetworkTestResult | None]:
        """See `AsyncSupport.test_network`."""
        _variables: dict[str, object] = {"url": url}
        _request = graphql_request(DOCUMENTS, "testNetwork", _variables)
        return await self._caller.raw(OPERATIONS["testNetwork"], _request, decoders.test_network)


class AsyncAltizureGroups:
    """All groups of Altizure.

    Attributes:
        projects: Sets of images, or imported models, and what became of them.
        images: The images of a project, and the ways of uploading them.
        meta_files: Texts beside the images of a project: cameras, poses, groups.
        models: Finished models that are uploaded in place of images.
        tasks: Reconstructions.
        buckets: Where uploads may go, the nearest first.
        account: The user, and how to get the user's token.
        costs: What a reconstruction costs.
        support: The service about itself.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.projects = AsyncProjects(caller)
        self.images = AsyncImages(caller)
        self.meta_files = AsyncMetaFiles(caller)
        self.models = AsyncModels(caller)
        self.tasks = AsyncTasks(caller)
        self.buckets = AsyncBuckets(caller)
        self.account = AsyncAccount(caller)
        self.costs = AsyncCosts(caller)
        self.support = AsyncSupport(caller)


__all__ = (
    "Account",
    "AltizureGroups",
    "AsyncAccount",
    "AsyncAltizureGroups",
    "AsyncBuckets",
    "AsyncCosts",
    "AsyncImages",
    "AsyncMetaFiles",
    "AsyncModels",
    "AsyncProjects",
    "AsyncSupport",
    "AsyncTasks",
    "Buckets",
    "Costs",
    "Images",
    "MetaFiles",
    "Models",
    "Projects",
    "Support",
    "Tasks",
)
