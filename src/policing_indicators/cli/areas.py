"""``policing-indicators areas``: the areas that are known."""

from argparse import Namespace

from policing_indicators.registry.areas import areas


def run(_options: Namespace) -> str:
    """List each area's id, code, kind and name, a line each."""
    return "".join(
        f"{area.id:<26} {area.code or '-':<9}  {area.kind.value:<22} {area.name}\n"
        for area in areas()
    )
