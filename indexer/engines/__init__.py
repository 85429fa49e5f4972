"""Two implementations of the contract in `indexer/index.py`: embedded and Elasticsearch."""
