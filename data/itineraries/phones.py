"""Indonesian telephone numbers as links want them."""


def international(phone: str | None) -> str | None:
    """Digits with country code, ``6281200000003`` for ``0812-0000-0003``; None if too few."""
    digits = "".join(character for character in phone or "" if character in "0123456789")
    if len(digits) < 8:
        return None
    if digits.startswith("0"):
        return "62" + digits[1:]
    return digits if digits.startswith("62") else "62" + digits


def call_link(phone: str | None) -> str | None:
    """Address that dials the number."""
    digits = international(phone)
    return f"tel:+{digits}" if digits else None


def mobile(phone: str | None) -> str | None:
    """The international digits if it is a mobile number, which WhatsApp needs."""
    digits = international(phone)
    return digits if digits and digits.startswith("628") else None
