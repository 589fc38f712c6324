"""Services that speak GraphQL: a schema and documents in place of an OpenAPI spec."""
