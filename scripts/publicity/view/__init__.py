"""What the templates read: plain data, computed once for the site and once for each page."""
