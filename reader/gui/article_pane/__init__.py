"""The middle pane: the article, its marks, its hover card. ``pane.ArticlePane`` is its face."""
