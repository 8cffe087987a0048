"""The small pieces that reading stands on."""

from __future__ import annotations

import pytest

from publicity.content.attachments.draft import Draft, RefusedError, TooMuchError, shown_name
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.plain import decode_text
from publicity.content.attachments.sheet import column_of, plain_number
from publicity.content.attachments.xml import parse_xml


def flow_of(xml: str) -> Flow:
    """An XML part, read."""
    flow = Flow()
    parse_xml(xml.encode(), flow)
    return flow


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("5.2273219900101101E+17", "522732199001011010"),
        ("522732199001011234", "522732199001011234"),
        ("1.5E-3", "0.0015"),
        ("12.50", "12.50"),
        ("1E+999999999", "1E+999999999"),
        ("Exx", "Exx"),
    ],
)
def test_numbers_are_written_out(written: str, read: str) -> None:
    """All the digits that the file has, and no more than a line can bear."""
    assert plain_number(written) == read


@pytest.mark.parametrize(("reference", "column"), [("A1", 1), ("AB7", 28), ("XFD9", 16384), ("ZZZ1", 0), ("", 0)])
def test_a_reference_names_its_column(reference: str, column: int) -> None:
    """Columns beyond the last one of a sheet are none."""
    assert column_of(reference) == column


def test_a_paragraph_with_revisions_is_read_in_every_way() -> None:
    """As it stands, as accepted, as rejected: a number may be whole in one of them only."""
    xml = '<w:p xmlns:w="w"><w:r><w:t>13</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins></w:p>'

    assert [text for _, text in flow_of(xml).lines] == ["13x8", "13", "138", "13x"]


def test_what_stands_outside_paragraphs_is_read() -> None:
    """Text nodes of unknown parts, and attributes that could be numbers or names."""
    flow = flow_of('<a><b>甲<i>乙</i></b><c d="13800138000" e="short" typeface="宋体"/></a>')

    assert [text for _, text in flow.lines] == ["甲乙"]
    assert list(flow.rest) == ["13800138000"]


@pytest.mark.parametrize("xml", ["<a>", "<a><b></a>", "", "<!DOCTYPE a><a/>", "<a>" * 300 + "</a>" * 300])
def test_bad_xml_is_refused(xml: str) -> None:
    """Broken, with a document type, or nested without end."""
    with pytest.raises(RefusedError):
        flow_of(xml)


def test_more_lines_than_the_bound_are_too_much() -> None:
    """The bound holds for everything in a file together."""
    draft = Draft(lambda name, data, inner: None)

    with pytest.raises(TooMuchError):
        draft.add_texts("", ("x" for _ in range(200_001)))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("522732199001010011.xlsx", "***.xlsx"),
        ("a\nb{n}.txt", "a b（n）.txt"),
        ("甲" * 50, "甲" * 20 + "…" + "甲" * 12),
    ],
)
def test_a_shown_name_is_short_and_masked(name: str, shown: str) -> None:
    """Names come out of files that nobody has looked at."""
    assert shown_name(name) == shown


def test_text_is_utf8_or_gb18030() -> None:
    """What is neither, or has control characters, is no text."""
    assert decode_text("\ufeff甲".encode()) == "甲"
    assert decode_text("甲㐀".encode("gb18030")) == "甲㐀"
    for data in (b"\xff\xff\xff", b"a\0b", "甲".encode("utf-16")):
        with pytest.raises(RefusedError):
            decode_text(data)
