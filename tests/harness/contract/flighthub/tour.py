"""Valid calls of FlightHub, in an order in which each succeeds."""

from harness.contract.contract import Found, Known, Step

_MODEL = Found("startReconstructions", "/data/model_2d/uuid")
_RESOURCE = {"resource_uuid": Known("resource_uuid")}
_MEDIA = {"id": Found("createMediaModel", "/data/id")}

TOUR = (
    # Reading: what the organisation has.
    Step(operation="listRunningModels"),
    Step(operation="listMediaModels"),
    Step(operation="getResource", path=_RESOURCE),
    # Models of a resource that is there.
    Step(operation="obtainToken"),
    Step(
        operation="startReconstructions",
        body={"resource_uuid": Known("resource_uuid"), "parameter_2d": "{}", "parameter_3dgs": "{}"},
    ),
    Step(operation="getModel", path={"model_uuid": _MODEL}),
    Step(operation="stopReconstruction", path={"model_uuid": _MODEL}),
    Step(operation="deleteModel", path={"model_uuid": _MODEL}),
    Step(operation="deleteResource", path=_RESOURCE),
    # Models of media that FlightHub holds.
    Step(
        operation="createMediaModel",
        body={"name": "skybind tour", "task_folder_id": Known("folder"), "reconstruction_type": ["model_2d"]},
    ),
    Step(operation="getMediaModel", path=_MEDIA),
    Step(operation="getMediaModelUrl", path={"file_id": Known("done")}),
    Step(
        operation="createMediaReconstruction",
        path={"proj_uuid": Known("proj_uuid")},
        body={
            "folder_uuids": [Known("folder")],
            "name": "skybind tour",
            "reconstruction_type": [1],
            "wkt": "EPSG:4326",
        },
    ),
)

UNTOURED = {"uploadCallback": "its body reports bytes that must lie in the vendor's object storage before"}
