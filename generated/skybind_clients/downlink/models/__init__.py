# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .accepted_command import AcceptedCommand
    from .adapter_status import AdapterStatus
    from .air_conditioner_mode import AirConditionerMode
    from .air_conditioner_mode_switch import AirConditionerModeSwitch
    from .alarm_state_switch import AlarmStateSwitch
    from .alternate_land_point import AlternateLandPoint
    from .api_credential import ApiCredential
    from .api_credential_change import ApiCredentialChange
    from .api_credential_list import ApiCredentialList
    from .api_credential_request import ApiCredentialRequest
    from .audio_file import AudioFile
    from .audio_format import AudioFormat
    from .battery_maintenance_switch import BatteryMaintenanceSwitch
    from .battery_store_mode import BatteryStoreMode
    from .battery_store_mode_switch import BatteryStoreModeSwitch
    from .break_point import BreakPoint
    from .break_point_state import BreakPointState
    from .calibration_source import CalibrationSource
    from .callback_endpoint import CallbackEndpoint
    from .callback_endpoint_change import CallbackEndpointChange
    from .callback_endpoint_list import CallbackEndpointList
    from .callback_endpoint_request import CallbackEndpointRequest
    from .callback_event import CallbackEvent
    from .camera_aim import CameraAim
    from .camera_exposure_mode_set import CameraExposureModeSet
    from .camera_exposure_set import CameraExposureSet
    from .camera_focal_length_set import CameraFocalLengthSet
    from .camera_focus_mode_set import CameraFocusModeSet
    from .camera_focus_value_set import CameraFocusValueSet
    from .camera_frame_zoom import CameraFrameZoom
    from .camera_lens import CameraLens
    from .camera_look_at import CameraLookAt
    from .camera_mode import CameraMode
    from .camera_mode_switch import CameraModeSwitch
    from .camera_photo_stop import CameraPhotoStop
    from .camera_photo_take import CameraPhotoTake
    from .camera_point_focus_action import CameraPointFocusAction
    from .camera_recording_start import CameraRecordingStart
    from .camera_recording_stop import CameraRecordingStop
    from .camera_screen_drag import CameraScreenDrag
    from .camera_screen_split import CameraScreenSplit
    from .charge_close import ChargeClose
    from .charge_open import ChargeOpen
    from .command_request import CommandRequest
    from .command_request_payload import CommandRequestPayload
    from .command_state import CommandState
    from .command_state_vendor_response import CommandStateVendorResponse
    from .command_status import CommandStatus
    from .commander_flight_mode import CommanderFlightMode
    from .commander_mode_lost_action import CommanderModeLostAction
    from .cover_close import CoverClose
    from .cover_force_close import CoverForceClose
    from .cover_open import CoverOpen
    from .credential_status import CredentialStatus
    from .custom_data_transmission_to_esdk import CustomDataTransmissionToEsdk
    from .custom_data_transmission_to_psdk import CustomDataTransmissionToPsdk
    from .debug_mode_close import DebugModeClose
    from .debug_mode_open import DebugModeOpen
    from .device_format import DeviceFormat
    from .device_model_domain import DeviceModelDomain
    from .device_reboot import DeviceReboot
    from .device_reply import DeviceReply
    from .device_reply_request import DeviceReplyRequest
    from .device_reply_request_payload import DeviceReplyRequestPayload
    from .device_request import DeviceRequest
    from .device_request_inbound_payload import DeviceRequestInboundPayload
    from .device_request_list import DeviceRequestList
    from .device_request_standardized_reply import DeviceRequestStandardizedReply
    from .dock_info import DockInfo
    from .dock_role import DockRole
    from .drc_mode_enter import DrcModeEnter
    from .drc_mode_exit import DrcModeExit
    from .drone_close import DroneClose
    from .drone_control import DroneControl
    from .drone_emergency_stop import DroneEmergencyStop
    from .drone_format import DroneFormat
    from .drone_open import DroneOpen
    from .endpoint_status import EndpointStatus
    from .executable_conditions import ExecutableConditions
    from .exit_wayline_when_rc_lost import ExitWaylineWhenRcLost
    from .exposure_mode import ExposureMode
    from .exposure_value import ExposureValue
    from .fileupload_list import FileuploadList
    from .fileupload_start import FileuploadStart
    from .fileupload_update import FileuploadUpdate
    from .firmware_device import FirmwareDevice
    from .firmware_upgrade_type import FirmwareUpgradeType
    from .flight_areas_get import FlightAreasGet
    from .flight_areas_update import FlightAreasUpdate
    from .flight_authority_grab import FlightAuthorityGrab
    from .flight_setup_abort import FlightSetupAbort
    from .flighttask_create import FlighttaskCreate
    from .flighttask_execute import FlighttaskExecute
    from .flighttask_pause import FlighttaskPause
    from .flighttask_prepare import FlighttaskPrepare
    from .flighttask_recovery import FlighttaskRecovery
    from .flighttask_undo import FlighttaskUndo
    from .fly_to_point import FlyToPoint
    from .fly_to_point_stop import FlyToPointStop
    from .fly_to_point_update import FlyToPointUpdate
    from .focus_mode import FocusMode
    from .gimbal_reset import GimbalReset
    from .gimbal_reset_mode import GimbalResetMode
    from .heart_beat import HeartBeat
    from .licence_file import LicenceFile
    from .link_center_node import LinkCenterNode
    from .link_leaf_node import LinkLeafNode
    from .link_workmode import LinkWorkmode
    from .live_lens_change import LiveLensChange
    from .live_set_quality import LiveSetQuality
    from .live_start_push import LiveStartPush
    from .live_stop_push import LiveStopPush
    from .log_module import LogModule
    from .log_upload_change import LogUploadChange
    from .log_upload_credentials import LogUploadCredentials
    from .log_upload_file import LogUploadFile
    from .log_upload_params import LogUploadParams
    from .mqtt_broker import MqttBroker
    from .multi_dock_task import MultiDockTask
    from .no_yes import NoYes
    from .object_credential import ObjectCredential
    from .object_credential_change import ObjectCredentialChange
    from .object_credential_list import ObjectCredentialList
    from .object_credential_request import ObjectCredentialRequest
    from .object_method import ObjectMethod
    from .object_resource import ObjectResource
    from .object_resource_change import ObjectResourceChange
    from .object_resource_list import ObjectResourceList
    from .object_resource_request import ObjectResourceRequest
    from .on_off import OnOff
    from .ota_create import OtaCreate
    from .out_of_control_action import OutOfControlAction
    from .payload_authority_grab import PayloadAuthorityGrab
    from .play_mode import PlayMode
    from .presign_request import PresignRequest
    from .presigned_object import PresignedObject
    from .presigned_object_headers import PresignedObjectHeaders
    from .psdk_input_box_text_set import PsdkInputBoxTextSet
    from .psdk_widget_value_set import PsdkWidgetValueSet
    from .putter_close import PutterClose
    from .putter_open import PutterOpen
    from .rc_lost_action import RcLostAction
    from .ready_conditions import ReadyConditions
    from .refusal import Refusal
    from .reply_source import ReplySource
    from .return_home import ReturnHome
    from .return_home_cancel import ReturnHomeCancel
    from .rtcm_device_type import RtcmDeviceType
    from .rtcm_info import RtcmInfo
    from .rth_mode import RthMode
    from .sdr_workmode_switch import SdrWorkmodeSwitch
    from .simulate_mission import SimulateMission
    from .speaker_audio_play_start import SpeakerAudioPlayStart
    from .speaker_play_mode_set import SpeakerPlayModeSet
    from .speaker_play_stop import SpeakerPlayStop
    from .speaker_play_volume_set import SpeakerPlayVolumeSet
    from .speaker_replay import SpeakerReplay
    from .speaker_tts_play_start import SpeakerTtsPlayStart
    from .spoken_text import SpokenText
    from .stick_control import StickControl
    from .storage_provider import StorageProvider
    from .stream_lens import StreamLens
    from .stream_type import StreamType
    from .subscription import Subscription
    from .subscription_list import SubscriptionList
    from .subscription_request import SubscriptionRequest
    from .supplement_light_close import SupplementLightClose
    from .supplement_light_open import SupplementLightOpen
    from .takeoff_to_point import TakeoffToPoint
    from .target_point import TargetPoint
    from .task_type import TaskType
    from .unlock_license_list import UnlockLicenseList
    from .unlock_license_switch import UnlockLicenseSwitch
    from .unlock_license_update import UnlockLicenseUpdate
    from .upload_flighttask_media_prioritize import UploadFlighttaskMediaPrioritize
    from .vendor import Vendor
    from .video_quality import VideoQuality
    from .visible_lens import VisibleLens
    from .wayline_file import WaylineFile
    from .wireless_link_topology import WirelessLinkTopology

__all__ = (
    "AcceptedCommand",
    "AdapterStatus",
    "AirConditionerMode",
    "AirConditionerModeSwitch",
    "AlarmStateSwitch",
    "AlternateLandPoint",
    "ApiCredential",
    "ApiCredentialChange",
    "ApiCredentialList",
    "ApiCredentialRequest",
    "AudioFile",
    "AudioFormat",
    "BatteryMaintenanceSwitch",
    "BatteryStoreMode",
    "BatteryStoreModeSwitch",
    "BreakPoint",
    "BreakPointState",
    "CalibrationSource",
    "CallbackEndpoint",
    "CallbackEndpointChange",
    "CallbackEndpointList",
    "CallbackEndpointRequest",
    "CallbackEvent",
    "CameraAim",
    "CameraExposureModeSet",
    "CameraExposureSet",
    "CameraFocalLengthSet",
    "CameraFocusModeSet",
    "CameraFocusValueSet",
    "CameraFrameZoom",
    "CameraLens",
    "CameraLookAt",
    "CameraMode",
    "CameraModeSwitch",
    "CameraPhotoStop",
    "CameraPhotoTake",
    "CameraPointFocusAction",
    "CameraRecordingStart",
    "CameraRecordingStop",
    "CameraScreenDrag",
    "CameraScreenSplit",
    "ChargeClose",
    "ChargeOpen",
    "CommanderFlightMode",
    "CommanderModeLostAction",
    "CommandRequest",
    "CommandRequestPayload",
    "CommandState",
    "CommandStateVendorResponse",
    "CommandStatus",
    "CoverClose",
    "CoverForceClose",
    "CoverOpen",
    "CredentialStatus",
    "CustomDataTransmissionToEsdk",
    "CustomDataTransmissionToPsdk",
    "DebugModeClose",
    "DebugModeOpen",
    "DeviceFormat",
    "DeviceModelDomain",
    "DeviceReboot",
    "DeviceReply",
    "DeviceReplyRequest",
    "DeviceReplyRequestPayload",
    "DeviceRequest",
    "DeviceRequestInboundPayload",
    "DeviceRequestList",
    "DeviceRequestStandardizedReply",
    "DockInfo",
    "DockRole",
    "DrcModeEnter",
    "DrcModeExit",
    "DroneClose",
    "DroneControl",
    "DroneEmergencyStop",
    "DroneFormat",
    "DroneOpen",
    "EndpointStatus",
    "ExecutableConditions",
    "ExitWaylineWhenRcLost",
    "ExposureMode",
    "ExposureValue",
    "FileuploadList",
    "FileuploadStart",
    "FileuploadUpdate",
    "FirmwareDevice",
    "FirmwareUpgradeType",
    "FlightAreasGet",
    "FlightAreasUpdate",
    "FlightAuthorityGrab",
    "FlightSetupAbort",
    "FlighttaskCreate",
    "FlighttaskExecute",
    "FlighttaskPause",
    "FlighttaskPrepare",
    "FlighttaskRecovery",
    "FlighttaskUndo",
    "FlyToPoint",
    "FlyToPointStop",
    "FlyToPointUpdate",
    "FocusMode",
    "GimbalReset",
    "GimbalResetMode",
    "HeartBeat",
    "LicenceFile",
    "LinkCenterNode",
    "LinkLeafNode",
    "LinkWorkmode",
    "LiveLensChange",
    "LiveSetQuality",
    "LiveStartPush",
    "LiveStopPush",
    "LogModule",
    "LogUploadChange",
    "LogUploadCredentials",
    "LogUploadFile",
    "LogUploadParams",
    "MqttBroker",
    "MultiDockTask",
    "NoYes",
    "ObjectCredential",
    "ObjectCredentialChange",
    "ObjectCredentialList",
    "ObjectCredentialRequest",
    "ObjectMethod",
    "ObjectResource",
    "ObjectResourceChange",
    "ObjectResourceList",
    "ObjectResourceRequest",
    "OnOff",
    "OtaCreate",
    "OutOfControlAction",
    "PayloadAuthorityGrab",
    "PlayMode",
    "PresignedObject",
    "PresignedObjectHeaders",
    "PresignRequest",
    "PsdkInputBoxTextSet",
    "PsdkWidgetValueSet",
    "PutterClose",
    "PutterOpen",
    "RcLostAction",
    "ReadyConditions",
    "Refusal",
    "ReplySource",
    "ReturnHome",
    "ReturnHomeCancel",
    "RtcmDeviceType",
    "RtcmInfo",
    "RthMode",
    "SdrWorkmodeSwitch",
    "SimulateMission",
    "SpeakerAudioPlayStart",
    "SpeakerPlayModeSet",
    "SpeakerPlayStop",
    "SpeakerPlayVolumeSet",
    "SpeakerReplay",
    "SpeakerTtsPlayStart",
    "SpokenText",
    "StickControl",
    "StorageProvider",
    "StreamLens",
    "StreamType",
    "Subscription",
    "SubscriptionList",
    "SubscriptionRequest",
    "SupplementLightClose",
    "SupplementLightOpen",
    "TakeoffToPoint",
    "TargetPoint",
    "TaskType",
    "UnlockLicenseList",
    "UnlockLicenseSwitch",
    "UnlockLicenseUpdate",
    "UploadFlighttaskMediaPrioritize",
    "Vendor",
    "VideoQuality",
    "VisibleLens",
    "WaylineFile",
    "WirelessLinkTopology",
)

_HOMES = {
    "AcceptedCommand": ".accepted_command",
    "AdapterStatus": ".adapter_status",
    "AirConditionerMode": ".air_conditioner_mode",
    "AirConditionerModeSwitch": ".air_conditioner_mode_switch",
    "AlarmStateSwitch": ".alarm_state_switch",
    "AlternateLandPoint": ".alternate_land_point",
    "ApiCredential": ".api_credential",
    "ApiCredentialChange": ".api_credential_change",
    "ApiCredentialList": ".api_credential_list",
    "ApiCredentialRequest": ".api_credential_request",
    "AudioFile": ".audio_file",
    "AudioFormat": ".audio_format",
    "BatteryMaintenanceSwitch": ".battery_maintenance_switch",
    "BatteryStoreMode": ".battery_store_mode",
    "BatteryStoreModeSwitch": ".battery_store_mode_switch",
    "BreakPoint": ".break_point",
    "BreakPointState": ".break_point_state",
    "CalibrationSource": ".calibration_source",
    "CallbackEndpoint": ".callback_endpoint",
    "CallbackEndpointChange": ".callback_endpoint_change",
    "CallbackEndpointList": ".callback_endpoint_list",
    "CallbackEndpointRequest": ".callback_endpoint_request",
    "CallbackEvent": ".callback_event",
    "CameraAim": ".camera_aim",
    "CameraExposureModeSet": ".camera_exposure_mode_set",
    "CameraExposureSet": ".camera_exposure_set",
    "CameraFocalLengthSet": ".camera_focal_length_set",
    "CameraFocusModeSet": ".camera_focus_mode_set",
    "CameraFocusValueSet": ".camera_focus_value_set",
    "CameraFrameZoom": ".camera_frame_zoom",
    "CameraLens": ".camera_lens",
    "CameraLookAt": ".camera_look_at",
    "CameraMode": ".camera_mode",
    "CameraModeSwitch": ".camera_mode_switch",
    "CameraPhotoStop": ".camera_photo_stop",
    "CameraPhotoTake": ".camera_photo_take",
    "CameraPointFocusAction": ".camera_point_focus_action",
    "CameraRecordingStart": ".camera_recording_start",
    "CameraRecordingStop": ".camera_recording_stop",
    "CameraScreenDrag": ".camera_screen_drag",
    "CameraScreenSplit": ".camera_screen_split",
    "ChargeClose": ".charge_close",
    "ChargeOpen": ".charge_open",
    "CommandRequest": ".command_request",
    "CommandRequestPayload": ".command_request_payload",
    "CommandState": ".command_state",
    "CommandStateVendorResponse": ".command_state_vendor_response",
    "CommandStatus": ".command_status",
    "CommanderFlightMode": ".commander_flight_mode",
    "CommanderModeLostAction": ".commander_mode_lost_action",
    "CoverClose": ".cover_close",
    "CoverForceClose": ".cover_force_close",
    "CoverOpen": ".cover_open",
    "CredentialStatus": ".credential_status",
    "CustomDataTransmissionToEsdk": ".custom_data_transmission_to_esdk",
    "CustomDataTransmissionToPsdk": ".custom_data_transmission_to_psdk",
    "DebugModeClose": ".debug_mode_close",
    "DebugModeOpen": ".debug_mode_open",
    "DeviceFormat": ".device_format",
    "DeviceModelDomain": ".device_model_domain",
    "DeviceReboot": ".device_reboot",
    "DeviceReply": ".device_reply",
    "DeviceReplyRequest": ".device_reply_request",
    "DeviceReplyRequestPayload": ".device_reply_request_payload",
    "DeviceRequest": ".device_request",
    "DeviceRequestInboundPayload": ".device_request_inbound_payload",
    "DeviceRequestList": ".device_request_list",
    "DeviceRequestStandardizedReply": ".device_request_standardized_reply",
    "DockInfo": ".dock_info",
    "DockRole": ".dock_role",
    "DrcModeEnter": ".drc_mode_enter",
    "DrcModeExit": ".drc_mode_exit",
    "DroneClose": ".drone_close",
    "DroneControl": ".drone_control",
    "DroneEmergencyStop": ".drone_emergency_stop",
    "DroneFormat": ".drone_format",
    "DroneOpen": ".drone_open",
    "EndpointStatus": ".endpoint_status",
    "ExecutableConditions": ".executable_conditions",
    "ExitWaylineWhenRcLost": ".exit_wayline_when_rc_lost",
    "ExposureMode": ".exposure_mode",
    "ExposureValue": ".exposure_value",
    "FileuploadList": ".fileupload_list",
    "FileuploadStart": ".fileupload_start",
    "FileuploadUpdate": ".fileupload_update",
    "FirmwareDevice": ".firmware_device",
    "FirmwareUpgradeType": ".firmware_upgrade_type",
    "FlightAreasGet": ".flight_areas_get",
    "FlightAreasUpdate": ".flight_areas_update",
    "FlightAuthorityGrab": ".flight_authority_grab",
    "FlightSetupAbort": ".flight_setup_abort",
    "FlighttaskCreate": ".flighttask_create",
    "FlighttaskExecute": ".flighttask_execute",
    "FlighttaskPause": ".flighttask_pause",
    "FlighttaskPrepare": ".flighttask_prepare",
    "FlighttaskRecovery": ".flighttask_recovery",
    "FlighttaskUndo": ".flighttask_undo",
    "FlyToPoint": ".fly_to_point",
    "FlyToPointStop": ".fly_to_point_stop",
    "FlyToPointUpdate": ".fly_to_point_update",
    "FocusMode": ".focus_mode",
    "GimbalReset": ".gimbal_reset",
    "GimbalResetMode": ".gimbal_reset_mode",
    "HeartBeat": ".heart_beat",
    "LicenceFile": ".licence_file",
    "LinkCenterNode": ".link_center_node",
    "LinkLeafNode": ".link_leaf_node",
    "LinkWorkmode": ".link_workmode",
    "LiveLensChange": ".live_lens_change",
    "LiveSetQuality": ".live_set_quality",
    "LiveStartPush": ".live_start_push",
    "LiveStopPush": ".live_stop_push",
    "LogModule": ".log_module",
    "LogUploadChange": ".log_upload_change",
    "LogUploadCredentials": ".log_upload_credentials",
    "LogUploadFile": ".log_upload_file",
    "LogUploadParams": ".log_upload_params",
    "MqttBroker": ".mqtt_broker",
    "MultiDockTask": ".multi_dock_task",
    "NoYes": ".no_yes",
    "ObjectCredential": ".object_credential",
    "ObjectCredentialChange": ".object_credential_change",
    "ObjectCredentialList": ".object_credential_list",
    "ObjectCredentialRequest": ".object_credential_request",
    "ObjectMethod": ".object_method",
    "ObjectResource": ".object_resource",
    "ObjectResourceChange": ".object_resource_change",
    "ObjectResourceList": ".object_resource_list",
    "ObjectResourceRequest": ".object_resource_request",
    "OnOff": ".on_off",
    "OtaCreate": ".ota_create",
    "OutOfControlAction": ".out_of_control_action",
    "PayloadAuthorityGrab": ".payload_authority_grab",
    "PlayMode": ".play_mode",
    "PresignRequest": ".presign_request",
    "PresignedObject": ".presigned_object",
    "PresignedObjectHeaders": ".presigned_object_headers",
    "PsdkInputBoxTextSet": ".psdk_input_box_text_set",
    "PsdkWidgetValueSet": ".psdk_widget_value_set",
    "PutterClose": ".putter_close",
    "PutterOpen": ".putter_open",
    "RcLostAction": ".rc_lost_action",
    "ReadyConditions": ".ready_conditions",
    "Refusal": ".refusal",
    "ReplySource": ".reply_source",
    "ReturnHome": ".return_home",
    "ReturnHomeCancel": ".return_home_cancel",
    "RtcmDeviceType": ".rtcm_device_type",
    "RtcmInfo": ".rtcm_info",
    "RthMode": ".rth_mode",
    "SdrWorkmodeSwitch": ".sdr_workmode_switch",
    "SimulateMission": ".simulate_mission",
    "SpeakerAudioPlayStart": ".speaker_audio_play_start",
    "SpeakerPlayModeSet": ".speaker_play_mode_set",
    "SpeakerPlayStop": ".speaker_play_stop",
    "SpeakerPlayVolumeSet": ".speaker_play_volume_set",
    "SpeakerReplay": ".speaker_replay",
    "SpeakerTtsPlayStart": ".speaker_tts_play_start",
    "SpokenText": ".spoken_text",
    "StickControl": ".stick_control",
    "StorageProvider": ".storage_provider",
    "StreamLens": ".stream_lens",
    "StreamType": ".stream_type",
    "Subscription": ".subscription",
    "SubscriptionList": ".subscription_list",
    "SubscriptionRequest": ".subscription_request",
    "SupplementLightClose": ".supplement_light_close",
    "SupplementLightOpen": ".supplement_light_open",
    "TakeoffToPoint": ".takeoff_to_point",
    "TargetPoint": ".target_point",
    "TaskType": ".task_type",
    "UnlockLicenseList": ".unlock_license_list",
    "UnlockLicenseSwitch": ".unlock_license_switch",
    "UnlockLicenseUpdate": ".unlock_license_update",
    "UploadFlighttaskMediaPrioritize": ".upload_flighttask_media_prioritize",
    "Vendor": ".vendor",
    "VideoQuality": ".video_quality",
    "VisibleLens": ".visible_lens",
    "WaylineFile": ".wayline_file",
    "WirelessLinkTopology": ".wireless_link_topology",
}

# Hidden from type checkers: with a module-level __getattr__ in sight they would accept any misspelt name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(home, __name__), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
