"""MQTT for the downlink: a broker inside the process, and a link to it or to one elsewhere.

    with start_broker() as broker:
        link = Link(broker.url, client_id="demo")

The broker is our own small one because clients of both versions in use must reach it. The kept Python brokers speak
MQTT 3.1.1 only, and bring a command-line framework, password hashing and a fixed websockets version with them.
"""

from .addresses import MqttAddress, parse_mqtt_url
from .link import Link, Message, NotConnected
from .server import Broker, start_broker

__all__ = ["Broker", "Link", "Message", "MqttAddress", "NotConnected", "parse_mqtt_url", "start_broker"]
