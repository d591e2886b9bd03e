"""Ways to a place, as link and as QR code."""

import pypdfium2
import typst

from data.itineraries.navigation import map_link, navigation_link, qr_svg

POINT = (-7.594505, 112.83438)


def test_links_carry_the_point_to_a_metre() -> None:
    assert navigation_link(POINT).endswith("&destination=-7.59450,112.83438")
    assert map_link(POINT) == "geo:-7.59450,112.83438?q=-7.59450,112.83438"


def test_the_qr_code_is_a_picture_typst_can_print() -> None:
    page = b'#image(bytes(sys.inputs.qr), format: "svg")'
    pdf = typst.compile(page, format="pdf", sys_inputs={"qr": qr_svg(navigation_link(POINT))})
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1, grayscale=True).to_numpy()
    assert picture.min() < 50 and picture.max() > 200


def test_different_places_have_different_codes() -> None:
    assert qr_svg(navigation_link(POINT)) != qr_svg(navigation_link((-7.7, 112.9)))
