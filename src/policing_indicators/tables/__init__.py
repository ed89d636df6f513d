"""The way in and back: rows to observations, observations to rows."""
