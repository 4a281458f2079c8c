"""The panels of a help page: what declares an option says in which one it is shown."""

from __future__ import annotations

from functools import partial
from typing import Final

import typer

input_option: Final = partial(typer.Option, rich_help_panel="Input")
output_option: Final = partial(typer.Option, rich_help_panel="Output")
message_option: Final = partial(typer.Option, rich_help_panel="Messages")
merging_option: Final = partial(typer.Option, rich_help_panel="Merging")
service_option: Final = partial(typer.Option, rich_help_panel="Services")
