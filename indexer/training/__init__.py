"""Scripts that make the frozen data the package ships: vocabulary, token ranks and the bundled embedding model."""
