"""The files that pages load: the style sheet, and the editor where it was built."""

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response

from kg.query.endpoint.pages import sheet
from kg.query.endpoint.problems import Problem

BUILT = resources.files("kg.view") / "web" / "dist"
METHODS = ("GET", "HEAD")
EDITOR = ("query.js", "query.css")
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
FRESH = "max-age=300"


class Static:
    """The files by name, read once."""

    def __init__(self, built: Traversable = BUILT) -> None:
        """built: the folder with the editor, if there is one."""
        found = {name: (built / name).read_bytes() for name in EDITOR if (built / name).is_file()}
        self._files: Mapping[str, bytes] = {"serve.css": sheet().encode(), **found}

    def has(self, name: str) -> bool:
        return name in self._files

    def __call__(self, request: Request) -> Response:
        """A file; Problem 404 if there is none of that name."""
        name = request.path_params["name"]
        if not self.has(name):
            raise Problem(404, "there is no such file")
        headers = {"Cache-Control": FRESH}
        return Response(self._files[name], media_type=TYPES[name.rpartition(".")[2]], headers=headers)
