"""What a planner is told about a paper that could not be printed."""

import typst

TITLES = {
    "buku-rencana.html": "Buku rencana",
    "buku-kerja.xlsx": "Buku kerja",
    "pesan-whatsapp.html": "Pesan WhatsApp",
    "lembar-tugas.pdf": "Lembar tugas",
    "lembar-tugas": "Lembar tugas",
    "ponsel": "Halaman ponsel",
    "surat": "Surat",
    "kalender": "Kalender",
}


def fault_sentence(path: str, error: Exception) -> str:
    """Which paper failed, why, and what to do; ``path`` is a file or the id of a duty."""
    return f"{_paper(path)} tidak dapat dicetak: {_cause(path, error)}"


def _paper(path: str) -> str:
    title = TITLES.get(path.partition("/")[0])
    return f"{title} ({path})" if title else f"Tugas {path}"


def _cause(path: str, error: Exception) -> str:
    if isinstance(error, KeyError):
        return (
            f"data {error.args[0]} tidak ada pada minggu ini. "
            "Periksa surat dan armada, lalu buat rencana minggu ini lagi."
        )
    if isinstance(error, typst.TypstError) and path.startswith("surat/"):
        return (
            f"templatnya tidak dapat dibaca ({error.message}). "
            "Perbaiki templat surat milik kantor, atau hapus agar templat bawaan dipakai."
        )
    return (
        f"ada galat program ({type(error).__name__}). Kirimkan problem.json dan plan.json minggu "
        "ini kepada pengelola aplikasi; kertas lainnya tetap dapat dipakai."
    )
