"""Which letters ask for the same site."""

from data.requests import Request


def site_key(request: Request) -> str:
    """Identity of a site: its NPSN, else its name in its desa or kecamatan."""
    area = request.site.desa_code or request.site.kecamatan_code
    return request.npsn or f"{area}/{_plain(request.institution)}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
