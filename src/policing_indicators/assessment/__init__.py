"""The judgement: what the figures of an area and a period come to."""
