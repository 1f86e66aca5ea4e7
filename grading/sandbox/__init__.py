"""The sandbox in which students' code of ordinary assignments runs, where an instructor switches it on."""
