"""The fields of a letter and the headings under which offices write them."""

from enum import StrEnum


class Field(StrEnum):
    """A field; the value is its heading in our own forms."""

    LETTER_NUMBER = "Nomor surat"
    LETTER_DATE = "Tanggal surat"
    RECEIVED_DATE = "Tanggal diterima"
    ENTERED = "Cap waktu"
    INSTITUTION = "Nama lembaga"
    KIND = "Jenis lembaga"
    NPSN = "NPSN"
    VILLAGE_CODE = "Kode desa"
    KECAMATAN = "Kecamatan"
    DESA = "Desa/Kelurahan"
    ADDRESS = "Alamat"
    LATITUDE = "Lintang"
    LONGITUDE = "Bujur"
    COORDINATES = "Koordinat"
    PEOPLE = "Jumlah pemohon"
    FIRST_TIME = "Pemula"
    REPLACEMENT = "Penggantian"
    SERVICES = "Layanan"
    WISHED = "Tanggal yang diharapkan"
    IMPOSSIBLE = "Tanggal yang tidak bisa"
    DEADLINE = "Batas akhir"
    HOURS = "Jam kegiatan"
    SPLIT = "Boleh dibagi beberapa hari"
    POWER = "Listrik"
    SIGNAL = "Sinyal"
    ROOM = "Ruangan"
    CONTACT_ROLE = "Jabatan narahubung"
    PHONE = "Telepon narahubung"
    NOTE = "Catatan"


# Other headings met in forms and office lists, Indonesian and English, without punctuation.
ALIASES: dict[Field, tuple[str, ...]] = {
    Field.LETTER_NUMBER: (
        "no surat", "nomor surat permohonan", "no surat permohonan", "nosurat",
        "letter number", "letter no", "reference number",
    ),
    Field.LETTER_DATE: ("tgl surat", "tanggal surat permohonan", "letter date", "date of letter"),
    Field.RECEIVED_DATE: (
        "tgl diterima", "tanggal terima", "tgl terima", "tanggal masuk", "tgl masuk",
        "tanggal surat masuk", "received date", "received", "date received",
    ),
    Field.ENTERED: ("timestamp", "stempel waktu", "waktu pengisian", "submitted at"),
    Field.INSTITUTION: (
        "lembaga", "instansi", "nama instansi", "institusi", "pemohon", "nama pemohon",
        "nama sekolah", "asal sekolah", "sekolah", "nama pesantren", "nama pondok",
        "nama pondok pesantren", "nama satuan pendidikan", "nama lembaga pemohon", "institution",
        "school", "school name", "name of institution",
    ),
    Field.KIND: (
        "jenis", "jenis instansi", "jenis pemohon", "tipe", "kategori", "kind", "type", "category",
        "institution type",
    ),
    Field.NPSN: ("nomor pokok sekolah nasional", "no npsn", "school id"),
    Field.VILLAGE_CODE: (
        "kode wilayah", "kode desa kelurahan", "kode kemendagri", "village code",
    ),
    Field.KECAMATAN: ("kec", "nama kecamatan", "district", "subdistrict"),
    Field.DESA: (
        "desa", "kelurahan", "nama desa", "nama kelurahan", "kel desa",
        "ds kel", "desa kel", "nama desa kelurahan", "village",
    ),
    Field.ADDRESS: (
        "alamat lengkap", "alamat lembaga", "alamat sekolah", "lokasi", "tempat", "address",
        "location",
    ),
    Field.LATITUDE: ("latitude", "lat", "garis lintang", "ltg"),
    Field.LONGITUDE: ("longitude", "lon", "long", "lng", "garis bujur"),
    Field.COORDINATES: (
        "titik koordinat", "koordinat lokasi", "titik lokasi", "coordinates", "latlong", "lat long",
    ),
    Field.PEOPLE: (
        "jumlah", "jml", "jumlah orang", "jumlah peserta", "jumlah siswa", "jumlah santri",
        "jumlah warga", "jml siswa", "jml pemohon", "jml orang", "banyaknya", "total pemohon",
        "jumlah yang direkam", "perkiraan jumlah", "jumlah wajib ktp", "people", "headcount",
        "number of people", "number of students", "students",
    ),
    Field.FIRST_TIME: (
        "perekaman pemula", "jumlah pemula", "perekaman baru", "rekam baru", "first time",
    ),
    Field.REPLACEMENT: (
        "jumlah penggantian", "ganti", "ktp rusak hilang", "rusak hilang", "replacement",
    ),
    Field.SERVICES: ("jenis layanan", "layanan yang diminta", "keperluan", "service", "services"),
    Field.WISHED: (
        "tanggal diharapkan", "tgl diharapkan", "tanggal yang diinginkan", "usulan tanggal",
        "tanggal usulan", "rencana tanggal", "tanggal pelaksanaan", "tanggal kunjungan",
        "jadwal yang diinginkan", "wished dates", "preferred dates", "preferred date",
    ),
    Field.IMPOSSIBLE: (
        "tanggal tidak bisa", "tgl tidak bisa", "tanggal berhalangan", "tanggal libur lembaga",
        "hari tidak bisa", "impossible dates", "unavailable dates",
    ),
    Field.DEADLINE: ("tenggat", "batas waktu", "paling lambat", "deadline", "latest date"),
    Field.HOURS: (
        "jam", "jam layanan", "jam belajar", "jam operasional", "waktu kegiatan", "jam buka",
        "hours", "opening hours", "daily hours",
    ),
    Field.SPLIT: (
        "boleh dibagi", "dapat dibagi", "bisa dibagi", "boleh bertahap", "bertahap",
        "split allowed", "may be split",
    ),
    Field.POWER: ("daya listrik", "sumber listrik", "power", "electricity"),
    Field.SIGNAL: ("internet", "jaringan", "sinyal internet", "sinyal seluler", "signal"),
    Field.ROOM: ("ruang", "tempat pelayanan", "ruangan yang disediakan", "room"),
    Field.CONTACT_ROLE: (
        "jabatan", "jabatan kontak", "narahubung", "kontak", "contact role", "contact",
    ),
    Field.PHONE: (
        "telepon", "no telepon", "nomor telepon", "no telp", "telp", "no hp", "hp", "nomor hp",
        "no wa", "wa", "whatsapp", "nomor whatsapp", "no hp wa", "phone", "phone number",
    ),
    Field.NOTE: ("keterangan", "ket", "catatan tambahan", "note", "notes", "remarks"),
}  # fmt: skip

# Columns that every list has and nobody misses.
NUMBERING = ("no", "nomor", "nomor urut", "no urut", "nr", "number")

# Headings of lists of persons, which must never come in.
PERSONAL = (
    "nik", "nomor induk kependudukan", "no kk", "nomor kk", "nisn", "nama siswa", "nama santri",
    "nama warga", "nama anak", "nama murid", "nama peserta didik", "tempat lahir", "tanggal lahir",
    "tgl lahir", "tempat tanggal lahir", "nama ibu", "nama ibu kandung", "nama ayah",
    "student name", "date of birth",
)  # fmt: skip
