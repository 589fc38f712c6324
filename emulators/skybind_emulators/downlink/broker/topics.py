"""Topic filters (MQTT 5.0, section 4.7)."""


def valid(pattern: str) -> bool:
    """Whether a text is a topic filter: ``#`` stands alone and last, ``+`` stands alone in its level."""
    levels = pattern.split("/")
    if not pattern or "#" in levels[:-1]:
        return False
    return all(level in ("#", "+") or not ("#" in level or "+" in level) for level in levels)


def matches(pattern: str, topic: str) -> bool:
    """Whether a topic falls under a filter. Topics that begin with ``$`` are not found by a leading wildcard."""
    if topic.startswith("$") and pattern[:1] in ("#", "+"):
        return False
    wanted, given = pattern.split("/"), topic.split("/")
    for place, level in enumerate(wanted):
        if level == "#":
            return True
        if place >= len(given) or level not in ("+", given[place]):
            return False
    return len(wanted) == len(given)
