"""Running MkDocs, and putting the finished site in the place of the earlier one."""
