"""Scripts of the project: pages that are written from the code, tables that are drawn from sources."""
