"""The window. ``application`` is the public face: ``run_window`` and ``take_shot``."""
