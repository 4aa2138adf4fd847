"""Files that tell a web server how to serve the site: headers, caching, types, compression, the page for 404."""
