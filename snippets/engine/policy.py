"""The scripts inside Material's pages, as a policy names them."""

# %% hashes
import base64
import hashlib
from pathlib import Path

import material
from jinja2 import Environment, FileSystemLoader

folder = Path(material.__file__).parent / "templates" / "partials" / "javascripts"
partials = Environment(loader=FileSystemLoader(folder))


def name_of(partial, base_url=""):
    """Hash the script that a partial puts into a page."""
    given = {"config": {"extra": {}}, "features": [], "base_url": base_url}
    html = partials.get_template(f"{partial}.html").render(given)
    script = html.partition("<script>")[2].partition("</script>")[0]
    return (
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    )


print(f"{'colours':16} '{name_of('palette')}'")
print(f"{'tabs':16} '{name_of('content')}'")
for base_url, where in {".": "home", "..": "x/", "../..": "x/y/", "/": "404"}.items():
    print(f"{'scope, ' + where:16} '{name_of('base', base_url)}'")
