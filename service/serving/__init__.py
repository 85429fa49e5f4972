"""What surrounds the pages and the API: schemas, errors, measures, the server."""
