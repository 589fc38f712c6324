"""State machines over the open platform's objects."""

from harness.contract.downlink.lives.commands import CommandLives
from harness.contract.downlink.lives.credentials import CredentialLives
from harness.contract.downlink.lives.endpoints import EndpointLives
from harness.contract.downlink.lives.resources import ResourceLives

__all__ = ["CommandLives", "CredentialLives", "EndpointLives", "ResourceLives"]
