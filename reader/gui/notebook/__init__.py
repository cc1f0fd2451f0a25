"""The view of all notes and highlights, and of those that were taken away."""
