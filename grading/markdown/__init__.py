"""What a student wrote, as it may be shown to a person: words, lists, links to the web and pasted pictures."""
