"""The states in which learners meet each widget, one file a widget; the catalogue finds them."""
