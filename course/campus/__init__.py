"""A course without a shared disk: rosters, downloads, feedback and marks as campus systems write and take them."""
