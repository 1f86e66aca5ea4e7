"""What maintainers run: pinned versions for deployments, a bill of materials, and a look for known vulnerabilities."""
