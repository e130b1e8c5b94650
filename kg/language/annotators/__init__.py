"""What can annotate an article: the model that comes with kg, and pipelines of other libraries that a user has."""
