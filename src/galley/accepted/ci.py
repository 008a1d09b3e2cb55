"""Problems in the forms that machines read: GitHub annotations, JUnit XML, a patch."""

from collections.abc import Iterable
from difflib import unified_diff
from xml.etree import ElementTree as ET

from galley.accepted import accept
from galley.bound.book import Bound
from galley.child.script import lines
from galley.problems import Place, Problem
from galley.source.book import Book
from galley.source.program import Program


def github(problems: Iterable[Problem]) -> str:
    """Write problems as workflow commands, which GitHub shows beside the lines."""
    rows = []
    for problem in problems:
        title, text = _escape(problem.fact), _escape(_text(problem))
        where = f"file={problem.place.file},line={problem.place.line or 1}"
        # Colons and commas separate properties.
        title = title.replace(":", "%3A").replace(",", "%2C")
        rows.append(f"::error {where},title={title}::{text}")
    return "\n".join(rows)


def junit(programs: Iterable[Program], problems: Iterable[Problem], book: Book) -> str:
    """Write one test case for each program, and one for each problem of a page."""
    suite = ET.Element("testsuite", name="galley")
    left = list(problems)
    for program in programs:
        ours = [it for it in left if book.files_of(program.path) & it.files]
        left = [it for it in left if it not in ours]
        _case(suite, book.program_place(program.path), ours)
    for problem in left:
        _case(suite, problem.place, [problem])
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def patch(bound: Bound, programs: Iterable[Program]) -> str:
    """Write the new outputs as a patch that `git apply` takes, to be read first."""
    parts = []
    for name, old, new in accept.changes(bound, programs):
        before = f"a/{name}" if old else "/dev/null"
        diff = unified_diff(
            lines(old, ends=True), lines(new, ends=True), before, f"b/{name}"
        )
        created = "" if old else f"diff --git a/{name} b/{name}\nnew file mode 100644\n"
        parts.append(created + "".join(diff))
    return "".join(parts)


def _case(suite: ET.Element, place: Place, problems: list[Problem]) -> None:
    case = ET.SubElement(suite, "testcase", classname="galley", name=str(place))
    for problem in problems:
        failure = ET.SubElement(case, "failure", message=problem.fact)
        failure.text = str(problem)


def _text(problem: Problem) -> str:
    return str(problem).partition(": ")[2]


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
