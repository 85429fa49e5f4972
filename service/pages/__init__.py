"""The pages: HTML made on the server. Each module is one capability with its blueprint; no script is needed for any task.

A new one: a module here, its name in PAGES of service/app.py, its line in navigation.py, a template that extends base.html.
"""
