"""The safety of the library in the window: the watch over it, backups, and restoring one."""
