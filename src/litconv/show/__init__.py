"""Records for reading in a terminal, drawn with rich. Never on the data path.

`group` puts works under the page they were listed on, `render` makes one group a rich renderable.
Everything that comes from a page is put into `rich.text.Text` objects, which interpret no markup,
after `plain` took out what could steer a terminal.
"""

from litconv.show.groups import Group, group
from litconv.show.view import render

__all__ = ["Group", "group", "render"]
