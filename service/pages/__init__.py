"""The pages: HTML made on the server. Each module is one capability with its blueprint; no script is needed for any task."""
