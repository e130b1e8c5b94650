from starlette.responses import HTMLResponse


class QueryPage:
    def __init__(self, served, ontology):
        pass

    def empty(self):
        return HTMLResponse("<p>query")

    def failed(self, asked, problem):
        return HTMLResponse(f"<p>{problem}", problem.status)

    def answered(self, asked, result):
        return HTMLResponse("<p>rows")
