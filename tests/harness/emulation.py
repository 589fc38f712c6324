"""Settings that let a client talk to running emulators."""

from __future__ import annotations

import skybind_emulators


def settings_of(running: skybind_emulators.Running, service: str = "terra") -> dict[str, str]:
    """Arguments of a client for running emulators; those of KooMap and of Altizure sign in."""
    if service == "koomap":
        facts = running.ready["services"]["koomap"]
        return {name: facts[name] for name in ("base_url", "iam_url", "domain", "username", "password", "project_id")}
    if service == "iam":
        return {"base_url": running.ready["services"]["koomap"]["iam_url"]}
    if service == "altizure":
        facts = running.ready["services"]["altizure"]
        storage = {name: facts["storage"][name] for name in ("oss_endpoint", "s3_endpoint")}
        return {**{name: facts[name] for name in ("key", "email", "password", "endpoint")}, **storage}
    if service == "downlink":
        facts = running.ready["services"]["downlink"]
        return {name: facts[name] for name in ("api_id", "api_key", "base_url", "device_id")}
    if service == "flighthub":
        facts = running.ready["services"]["flighthub"]
        storage = {name: facts["storage"][name] for name in ("oss_endpoint", "s3_endpoint")}
        named = {"user_token": facts["user_token"], "project_uuid": facts["project_uuid"]}
        return {**named, "base_url": facts["base_url"], **storage}
    facts = running.ready["services"]["terra"]
    return {
        "app_key": facts["app_key"],
        "secret_key": facts["secret_key"],
        "region": "cn" if facts["storage"]["region"].startswith("oss-cn") else "us",
        "base_url": facts["base_url"],
        "oss_endpoint": facts["storage"]["oss_endpoint"],
        "s3_endpoint": facts["storage"]["s3_endpoint"],
    }
