"""What an instructor's browser does with what students wrote."""
