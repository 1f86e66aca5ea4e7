"""Headers of a page that a server of the kit gives out: what it may load, and that it's kept nowhere."""


def page_headers(policy: str) -> dict[str, str]:
    """Return the headers of pages that no other page may frame, under a Content-Security-Policy."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
