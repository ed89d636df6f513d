"""Tables as columns of numbers and codes: many rows, few distinct texts."""
