"""Which framework an option means: one that ships, or a file of one's own."""

from policing_indicators.registry.frameworks import framework, load_framework
from policing_indicators.vocabulary.framework import Framework


def chosen_framework(name: str) -> Framework:
    """Give a framework by its id or, where the name ends so, from a file of TOML."""
    return load_framework(name) if name.endswith(".toml") else framework(name)
