"""Groups of options: a parameter that is a dataclass of options stands for all of them.

`convert`, `merge` and `enrich` take the same options for input, output and messages. Each group is
written once, as a dataclass whose fields are annotated as typer wants parameters to be.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command with one parameter for each option, in the order of the groups' fields."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, type] = {}
    parameters: list[inspect.Parameter] = []
    for one in inspect.signature(command).parameters.values():
        hint = hints[one.name]
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            groups[one.name] = hint
            parameters += _parameters(hint)
        else:
            parameters.append(one.replace(annotation=hint))

    @functools.wraps(command)
    def called(**given: Any) -> None:  # noqa: ANN401 - what each option gives
        for name, group in groups.items():
            given[name] = group(
                **{one.name: given.pop(one.name) for one in dataclasses.fields(group)}
            )
        command(**given)

    del called.__wrapped__  # typer would look at that one's parameters
    called.__annotations__ = {one.name: one.annotation for one in parameters}
    vars(called)["__signature__"] = inspect.Signature(parameters)
    return called


def _parameters(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            one.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=one.default,
            annotation=hints[one.name],
        )
        for one in dataclasses.fields(group)
    ]
