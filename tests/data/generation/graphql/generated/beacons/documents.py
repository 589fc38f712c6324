# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""What is sent to Beacons, by operation: GraphQL documents, their fragments put in place."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The document of each operation, by its name.
DOCUMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "getCrew": """
query getCrew($id: ID!) {
  lamp(id: $id) {
    id
    __typename
    keepers {
      __typename
      ... on Person {
        name
      }
      ... on Robot {
        model
      }
    }
  }
}
""".strip(),
        "getLamp": """
query getLamp($id: ID!) {
  lamp(id: $id) {
    id
    state
    height
    doorCode
    notes
    place {
      name
    }
    class
  }
}
""".strip(),
        "lightLamp": """
mutation lightLamp($id: ID!, $how: Lighting, $password: String!) {
  light(id: $id, how: $how, password: $password) {
    id
    state
    height
    doorCode
    notes
    place {
      name
    }
    class
  }
}
""".strip(),
        "listLamps": """
query listLamps($first: Int, $after: String, $state: LAMP_STATE) {
  lamps(first: $first, after: $after, state: $state) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        state
        height
        doorCode
        notes
        place {
          name
        }
        class
      }
    }
  }
}
""".strip(),
        "getPlaceOfLamp": """
query getPlaceOfLamp($id: ID!) {
  lamp(id: $id) {
    place {
      name
    }
  }
}
""".strip(),
        "getLampState": """
query getLampState($id: ID!) {
  lamp(id: $id) {
    state
  }
}
""".strip(),
    }
)

__all__ = ("DOCUMENTS",)
