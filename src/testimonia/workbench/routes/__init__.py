"""Routes: one module for each page, with a `router`. A route fetches what the page needs, has its record made, and renders it."""
