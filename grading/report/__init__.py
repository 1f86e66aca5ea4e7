"""What a student reads: a mark, its findings, and the tables and pictures beside them."""
