"""The shell: one command, whose errors are messages."""
