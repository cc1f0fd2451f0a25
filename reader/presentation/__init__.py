"""How things are said and shown, without Qt: messages, theme roles, article HTML, dates, rows."""
