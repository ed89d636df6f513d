"""Each formula once: arrays in, arrays out, no policing in it."""
