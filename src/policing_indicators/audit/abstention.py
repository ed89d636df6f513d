"""Why a figure cannot be checked."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class Abstention(ClosedSet):
    """The reason why nothing is said of a figure."""

    NOT_HELD = "no table at hand holds it"
    MISSING = "the table at hand gives no figure"
    NO_PERIOD = "no period is printed"
    NO_COMPARATOR = "no period to compare with is known"
    NOT_IN_ONE_RELEASE = "no one release at hand holds both figures"
    UNDEFINED = "a percentage of zero, or of less, is not defined"
    HEDGED = "it is printed as a round number"
    OTHER_SCOPE = "it is of a scope or a definition of its own"
    OPEN_DEFINITION = "publishers count different things under its name"
    NO_POPULATION = "no population is at hand"
    TOO_FEW_AREAS = "the tables at hand do not hold all the areas"
    OTHER_QUANTITY = "it is of a kind that the indicator does not have"
