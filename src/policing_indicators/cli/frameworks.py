"""``policing-indicators frameworks``: the frameworks that are known."""

from argparse import Namespace

from policing_indicators.cli.framework_choice import chosen_framework
from policing_indicators.registry.frameworks import framework, framework_ids
from policing_indicators.vocabulary.framework import Framework


def run(options: Namespace) -> str:
    """List the frameworks, or the priorities and indicators of the one named."""
    if options.framework is None:
        return "".join(
            f"{name:<28} {framework(name).name}\n" for name in framework_ids()
        )
    return _contents(chosen_framework(options.framework))


def _contents(found: Framework) -> str:
    lines: list[str] = []
    for priority in found.priorities:
        lines.append(f"{priority.id}: {priority.name}")
        lines.extend(
            f"  {each.id:<36} {each.name} ({each.unit.value}; better: "
            f"{each.direction.value})"
            for each in found.indicators_of(priority)
        )
    return "\n".join(lines) + "\n"
