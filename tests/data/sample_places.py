"""Who asks in the sample week: real schools, pesantren and villages of Kabupaten Pasuruan."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asking:
    """One institution of the sample; a head-count of None is drawn by the builder."""

    kind: str
    name: str
    kecamatan: str
    desa: str | None = None
    npsn: str | None = None
    people: int | None = None
    wished: str | None = None
    impossible: str | None = None
    hours: str | None = None
    services: str = "Perekaman KTP-el"
    note: str | None = None
    series: str = "421.3"


def _school(npsn: str, name: str, kecamatan: str, people: int | None = None, **more: str) -> Asking:
    return Asking("Sekolah", name, kecamatan, npsn=npsn, people=people, **more)


def _pesantren(name: str, kecamatan: str, desa: str, people: int, **more: str) -> Asking:
    series = "PP"
    return Asking("Pesantren", name, kecamatan, desa, people=people, series=series, **more)


def _village(desa: str, kecamatan: str, people: int | None = None, **more: str) -> Asking:
    title = more.pop("title", "Desa")
    return Asking(
        "Desa/Kelurahan", f"{title} {desa}", kecamatan, desa, people=people, series="470", **more
    )


EXAMS = "1 s.d. 3 Desember 2026"

SCHOOLS = (
    _school("20519300", "SMAN 1 Kejayan", "Kejayan", 164, wished="1 atau 2 Desember 2026"),
    _school(
        "20519149", "SMKN 1 Purwosari", "Purwosari", 437, wished="30 November - 2 Desember 2026"
    ),
    _school("20519298", "SMAN 1 Purwosari", "Purwosari"),
    _school("20519299", "SMAN 1 Pandaan", "Pandaan", 236, impossible="30 November 2026"),
    _school("20519303", "SMAN 1 Bangil", "Bangil", 251),
    _school("20519302", "SMAN 1 Gondangwetan", "Gondangwetan", impossible=EXAMS),
    _school("20519301", "SMAN 1 Grati", "Nguling"),
    _school("69773548", "SMAN 1 Lumbang", "Lumbang", 58, note="Jalan menanjak, sempit"),
    _school("20570413", "SMAN 1 Tosari", "Tosari", 41, hours="07.00-12.00; Jumat 07.00-10.30"),
    _school("20519278", "SMKN 1 Bangil", "Bangil", 322, hours="07.00-15.00; Jumat 07.00-11.00"),
    _school("20541414", "SMKN 1 Wonorejo", "Wonorejo"),
    _school("20519147", "SMKN 1 Sukorejo", "Sukorejo", 189, impossible=EXAMS),
    _school("20570160", "SMKN 2 Sukorejo", "Sukorejo"),
    _school("20541412", "SMKN Prigen", "Prigen", 97),
    _school("20542536", "SMKN 1 Gempol", "Gempol"),
    _school("20541411", "SMKN 1 Beji", "Beji"),
    _school("20541413", "SMK Negeri Rembang", "Rembang"),
    _school("20519145", "SMKN Winongan", "Winongan", note="Praktik kerja: separuh kelas XII"),
    _school("20519220", "SMKN 1 Grati", "Grati"),
    _school("20519164", "SMKN 1 Nguling", "Nguling"),
    _school("20519146", "SMKN Tutur Pasuruan", "Tutur", 84),
    _school("20519148", "SMKN Puspo Pasuruan", "Puspo", 52, note="Kabut tebal setelah pukul 14.00"),
    _school("20519323", "SMAS Darut Taqwa Purwosari", "Purwosari"),
    _school("20519326", "SMAS Al Azhar Prigen", "Prigen"),
    _school("20519286", "SMAS Muhammadiyah 2 Bangil", "Bangil"),
    _school("20541407", "SMAS Al-Yasini Kraton", "Kraton"),
    _school("20519321", "SMAS Islam Yakin Tutur", "Tutur"),
    _school("20519331", "SMAS 45 Purwodadi", "Purwodadi"),
    _school("20519289", "SMAS Ma'arif Sukorejo", "Sukorejo"),
    _school("20519281", "SMAS Syarif Hidayatullah", "Grati"),
    _school("20519143", "SMKS Tekstil Pandaan", "Pandaan"),
    _school("20541415", "SMKS Walisongo 1 Gempol", "Gempol"),
    _school("20519139", "SMKS Yapenas Gempol", "Gempol"),
    _school("69756427", "SMKS Kesehatan Al-Yasini", "Wonorejo"),
    _school("20570119", "SMKS Darul Ulum Rebalas Grati", "Grati"),
    _school("69757359", "SMKS Al Falah Kraton", "Kraton"),
    _school("69815392", "SMKS Queen Zam Zam", "Pasrepan"),
    _school("69910413", "SMK NU", "Lekok"),
    _school("69877301", "SMK Al Ayyubi", "Pohjentrek"),
    _school("20574652", "SLBN Pandaan", "Pandaan", 26, note="Sebagian pemohon berkursi roda"),
)

PESANTREN = (
    _pesantren(
        "Pondok Pesantren Sidogiri", "Kraton", "Sidogiri", 700,
        wished="Jumat, 4 Desember 2026", hours="Jumat 07.00-11.00 dan 13.00-16.00",
        note="Jumat hari libur pondok; sebagian santri berasal dari luar kabupaten",
    ),
    _pesantren(
        "Pondok Pesantren Terpadu Al-Yasini", "Kraton", "Ngabar", 380,
        hours="Sabtu-Kamis 08.00-11.30 dan 13.00-15.00; Jumat libur",
    ),
    _pesantren(
        "Pondok Pesantren Ngalah", "Purwosari", "Sengonagung", 520,
        hours="07.00-11.30; Jumat libur",
    ),
    _pesantren(
        "Pondok Pesantren Darullughah Wadda'wah", "Bangil", "Raci", 310,
        wished="4 Desember 2026", hours="08.00-11.00",
    ),
    _pesantren("Pondok Pesantren Darullughah Wadda'wah II", "Rembang", "Pandean", 145),
    _pesantren("Pesantren Persatuan Islam Bangil", "Bangil", "Pogar", 96),
    _pesantren("Pondok Pesantren At-Taqwa Cabean", "Kejayan", "Sladi", 88, hours="08.00-12.00"),
    _pesantren("Pondok Pesantren Salafiah Linggo", "Kejayan", "Linggo", 64, hours="08.00-12.00"),
    _pesantren("Pondok Pesantren Riyadul Banin Wal Banat", "Wonorejo", "Pakijangan", 75),
    _pesantren("Pesantren Metal Moeslim Al-Hidayat", "Rejoso", "Rejosolor", 54),
)  # fmt: skip

_PAPERS = "Perekaman KTP-el, akta kelahiran dan KK"
VILLAGES = (
    _village("Ngadiwono", "Tosari", 62, impossible="3 Desember 2026", note="Hari adat Tengger"),
    _village("Wonokitri", "Tosari", 48),
    _village("Keduwung", "Puspo", 71, note="Jalan akhir 4 km rusak"),
    _village("Kayukebek", "Tutur", 56),
    _village("Andonosari", "Tutur", 83, services=_PAPERS),
    _village("Panditan", "Lumbang", 67),
    _village("Banjarimbo", "Lumbang"),
    _village("Sapulante", "Pasrepan", 92, services=_PAPERS),
    _village("Pohgedang", "Pasrepan"),
    _village("Jatiarjo", "Prigen", 74),
    _village("Dayurejo", "Prigen"),
    _village("Gerbo", "Purwodadi", 104),
    _village("Tambaksari", "Purwodadi"),
    _village("Kedung Pengaron", "Kejayan"),
    _village("Tambaklekok", "Lekok", 189, services=_PAPERS, note="Nelayan pulang pukul 09.00"),
    _village("Jatirejo", "Lekok", 117),
    _village("Watuprapat", "Nguling"),
    _village("Kedawang", "Nguling", 81),
    _village("Patuguran", "Rejoso"),
    _village("Jeladri", "Winongan"),
    _village("Manaruwi", "Bangil", 58),
    _village("Gempeng", "Bangil", 39, title="Kelurahan"),
    _village("Pulokerto", "Kraton"),
    _village("Sungikulon", "Pohjentrek", 45),
)
