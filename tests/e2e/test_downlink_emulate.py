"""`skybind emulate` for those who bring a dock or a broker of their own."""

import json


def test_the_environment_file_names_the_downlink(command, tmp_path) -> None:
    """Six variables, the same as in the ready line."""
    file = tmp_path / "emulators.env"
    process = command.begin("emulate", "--no-dock", "--env-file", file)
    try:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())["services"]["downlink"]
        lines = [line.removeprefix("export ").partition("=") for line in file.read_text().splitlines()]
        found = {name: value.strip("'") for name, _, value in lines if name.startswith("SKYBIND_DOWNLINK_")}
        assert found == {f"SKYBIND_DOWNLINK_{name}".upper(): value for name, value in facts.items()}
        assert set(facts) == {"base_url", "api_id", "api_key", "device_id", "mqtt_url", "gateway_sn"}
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_broker_that_is_not_there(command) -> None:
    """It is told by its address, without a traceback."""
    outcome = command("emulate", "--mqtt-url", "mqtt://127.0.0.1:9")
    assert outcome.code == 2
    assert "no MQTT broker at 127.0.0.1:9" in outcome.err
    assert "Traceback" not in outcome.err


def test_an_address_that_is_none(command) -> None:
    """Told, and not repeated: a password may be in it."""
    outcome = command("emulate", "--mqtt-url", "http://canary:canary@host")
    assert outcome.code == 2
    assert "mqtt://user:password@host:port" in outcome.err
    assert "canary" not in outcome.err
