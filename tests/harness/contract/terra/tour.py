"""Valid calls of TerraAPI, in an order in which each succeeds; what they make, they take away again."""

from harness.contract.contract import Found, Step

_FILE = Found("listFiles", "/data/list/0/uuid")
_RESOURCE = Found("createResource", "/data/uuid")
_COPY = Found("copyResource", "/data/uuid")
_JOB = Found("createJob", "/data/uuid")
_NEXT_JOB = Found("copyJob", "/data/uuid")
_WHOLE = {"Return-Detail": "true"}
_PAGE = {"rows": 5, "page": 1}

TOUR = (
    # Reading: what the account has.
    Step(operation="listFiles", query=_PAGE),
    Step(operation="getFile", path={"uuid": _FILE}),
    Step(operation="listResources", query=_PAGE),
    Step(operation="getResource", path={"uuid": Found("listResources", "/data/list/0/uuid")}),
    Step(operation="listJobs", query=_PAGE),
    Step(operation="getJob", path={"uuid": Found("listJobs", "/data/list/0/uuid")}),
    # Writing: a resource that shares a file of the account, and jobs.
    Step(operation="obtainToken"),
    Step(operation="updateFile", path={"uuid": _FILE}, headers=_WHOLE, body={}),
    Step(operation="createResource", headers=_WHOLE, body={"name": "skybind tour", "type": "map"}),
    Step(operation="updateResource", path={"uuid": _RESOURCE}, headers=_WHOLE, body={"meta": "skybind"}),
    Step(operation="changeResourceFiles", path={"uuid": _RESOURCE}, body={"operation": "add", "files": [_FILE]}),
    Step(operation="copyResource", path={"uuid": _RESOURCE}, headers=_WHOLE, body={"name": "skybind tour, copied"}),
    Step(operation="createJob", headers=_WHOLE, body={"name": "skybind tour"}),
    Step(operation="updateJob", path={"uuid": _JOB}, headers=_WHOLE, body={"meta": "skybind"}),
    Step(
        operation="startJob",
        path={"uuid": _JOB},
        body={"resourceUuid": _RESOURCE, "type": 15, "parameters": '{"parameter":{"output_mesh":true}}'},
    ),
    # The first job is stopped before there is a second: an account may have two that are unfinished.
    Step(operation="stopJob", path={"uuid": _JOB}),
    Step(operation="copyJob", path={"uuid": _JOB}, headers=_WHOLE, body={"name": "skybind tour, copied"}),
    # Taking away.
    Step(operation="deleteJob", path={"uuid": _JOB}),
    Step(operation="deleteJob", path={"uuid": _NEXT_JOB}),
    Step(operation="deleteResource", path={"uuid": _RESOURCE}, query={"deleteMode": 0}),
    Step(operation="deleteResource", path={"uuid": _COPY}, query={"deleteMode": 0}),
    Step(operation="deleteFile", path={"uuid": _FILE}),
)

UNTOURED = {"uploadCallback": "its body reports bytes that must lie in the vendor's object storage before"}
