"""Pieces of the code that ariadne-codegen is about to write, as syntax trees, and how they are changed."""

import ast
from collections.abc import Iterator, Mapping

from graphql import GraphQLField

UNLISTED = "UnlistedMember"
_TYPENAME = "__typename"


class Rename(ast.NodeTransformer):
    """Give bases and annotations of fields, in quotes or not, their new names; leave texts and arguments alone."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        node.annotation = self.visit(node.annotation)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.Subscript:
        if not (isinstance(node.value, ast.Name) and node.value.id == "Literal"):
            node.slice = self.visit(node.slice)
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        text = node.id.strip("\"'")
        return node if text not in self._names else ast.Name(node.id.replace(text, self._names[text]))

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        text = node.value if isinstance(node.value, str) else ""
        return ast.Constant(self._names[text]) if text in self._names else node


def documentation(text: str | None) -> list[ast.stmt]:
    """A docstring on one line; nothing for no text."""
    return [ast.Expr(ast.Constant(" ".join(text.split())))] if text else []


def documented(body: list[ast.stmt], definitions: Mapping[str, GraphQLField | None]) -> Iterator[ast.stmt]:
    """Fields, each with what the schema says of it below."""
    for node in body:
        yield node
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            key = alias(node) or node.target.id
            definition = definitions.get(key) if key != _TYPENAME else None
            yield from documentation(definition.description if definition else None)


def alias(node: ast.AnnAssign) -> str:
    """The service's name of a field, where it differs from Python's; else empty."""
    for keyword in node.value.keywords if isinstance(node.value, ast.Call) else ():
        if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return ""


def set_keyword(node: ast.AnnAssign, name: str, value: ast.expr) -> None:
    """Set an argument of `Field(...)`, which may not be there yet."""
    if not isinstance(node.value, ast.Call):
        default = [ast.keyword("default", node.value)] if node.value is not None else []
        node.value = ast.Call(ast.Name("Field"), [], default)
    kept = [keyword for keyword in node.value.keywords if keyword.arg != name]
    node.value.keywords = [*kept, ast.keyword(name, value)]


def is_union(node: ast.AnnAssign) -> bool:
    """Whether a field takes one of several classes."""
    return any(isinstance(part, ast.Name) and part.id == "Union" for part in ast.walk(node.annotation))


def take_unlisted(node: ast.AnnAssign) -> None:
    """Try the members from left to right, and take what fits none for one that the schema does not list.

    Their `__typename` tells them apart; a discriminator would refuse the whole answer for a name that it lacks.
    """

    class Extend(ast.NodeTransformer):
        def visit_Subscript(self, part: ast.Subscript) -> ast.expr:
            name = part.value.id if isinstance(part.value, ast.Name) else ""
            if name == "Annotated" and isinstance(part.slice, ast.Tuple):
                return self.visit(part.slice.elts[0])  # type: ignore[no-any-return]  # it gives back an expression
            if name == "Union":
                members = part.slice.elts if isinstance(part.slice, ast.Tuple) else [part.slice]
                union = ast.Subscript(part.value, ast.Tuple([*members, ast.Name(UNLISTED)]))
                return expression(f'Annotated[{ast.unparse(union)}, Field(union_mode="left_to_right")]')
            part.slice = self.visit(part.slice)
            return part

    node.annotation = Extend().visit(node.annotation)
    if isinstance(node.value, ast.Call):
        node.value.keywords = [keyword for keyword in node.value.keywords if keyword.arg != "discriminator"]
        node.value = node.value if node.value.keywords else None


def import_unlisted(module: ast.Module) -> None:
    """Import the class of unlisted members, if the module has a union."""
    if any(isinstance(part, ast.Name) and part.id == UNLISTED for part in ast.walk(module)):
        module.body.insert(0, import_from("base_model", UNLISTED))


def is_empty(node: ast.ClassDef) -> bool:
    """Whether a class adds nothing to its base but words."""
    return all(isinstance(part, ast.Pass) or _is_text(part) for part in node.body)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def expression(text: str) -> ast.expr:
    """An expression as a tree."""
    return ast.parse(text, mode="eval").body


def import_from(module: str, name: str) -> ast.ImportFrom:
    """An import from a module beside the one that is written."""
    return ast.ImportFrom(module, [ast.alias(name)], 1)
