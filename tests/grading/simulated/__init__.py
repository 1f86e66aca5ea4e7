"""What students of different skill earn."""
