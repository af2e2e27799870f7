"""Values and rules of the scheduler: no I/O, no clock, no library."""
