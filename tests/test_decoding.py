import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.decoding import decode, refuse_document
from index.errors import ReadingError

TEXTS = {
    "Russian": (
        "Глава посёлка Верхняя Ольховка сообщил, что паром «Северянка» вышел из порта в среду утром. По его словам, "
        "на борту было двадцать шесть человек и груз муки — он должен был прибыть к вечеру. “Ёлки повалило”, "
        "— заявил он.",
        "cp1251",
    ),
    "Ukrainian": (
        "Голова селища Верхня Вільховка повідомив, що пором «Зоря» вийшов із порту в середу вранці. За його словами, "
        "на борту було двадцять шість людей і вантаж борошна. Ґрунтова дорога розмита, її ремонтують.",
        "cp1251",
    ),
    "English": (
        "The ferry “Northern Star” left port on Wednesday – two hours late. “We waited until midnight,” she "
        "said, “but "
        "no word came…” The mayor’s office put the damage at €4 million. It’s over, the café’s owner said — at last.",
        "cp1252",
    ),
    "French": (
        "Le maire de Saint-Aubry, Hélène Dufrêne, a déclaré que le bac « Étoile du Nord » avait quitté le "
        "port mercredi "
        "– deux heures plus tard. Les dégâts s’élèvent à 4 millions d’euros. L’hôtel où dînaient les pêcheurs "
        "a brûlé.",
        "cp1252",
    ),
    "German": (
        "Der Bürgermeister von Grünau sagte, die Fähre habe den Hafen am Mittwoch verlassen – zwei Stunden später. "
        "„Wir haben bis Mitternacht gewartet“, fügte er hinzu. Größere Straßen bleiben gesperrt.",
        "cp1252",
    ),
}


def shortened(text, length, seed):
    """Whole words from a random place on, at least `length` characters where there are as many."""
    words = text.split()
    words = words[random.Random(seed).randrange(len(words)) :]
    while len(words) > 1 and len(" ".join(words[:-1])) >= length:
        words.pop()
    return " ".join(words)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("length", [8, 15, 40, 100, 1000])
def test_windows_encodings_are_told_apart_in_long_and_short_texts(language, length):
    text, encoding = TEXTS[language]
    for seed in range(40):
        words = shortened(text, length, seed)
        assert decode(words.encode(encoding)) == words


UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", UNICODE)
def test_unicode_with_and_without_a_byte_order_mark(language, encoding):
    text = TEXTS[language][0]
    assert decode(text.encode(encoding)) == text


def test_big_endian_with_a_mark():
    assert decode(codecs.BOM_UTF16_BE + "Паром вернулся.".encode("utf-16-be")) == "Паром вернулся."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_comes_out_as_it_went_in(text):
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        assert isinstance(decode(data), str)
    except ReadingError as refusal:
        assert ":" in str(refusal)


def test_one_wrong_byte_does_not_spoil_a_text_in_utf8():
    data = TEXTS["Russian"][0].encode()
    assert decode(data[:11] + b"\xff" + data[11:]).replace("\ufffd", "") == TEXTS["Russian"][0]


def test_a_stated_encoding_is_believed_unless_the_bytes_speak_against_it():
    assert decode("Ћирилица и њен ред".encode("iso-8859-5"), "iso-8859-5") == "Ћирилица и њен ред"
    assert decode("Паром".encode(), "windows-1251") == "Паром"
    assert decode("Паром".encode("cp1251"), "utf-8") == "Паром"
    assert decode("“Ferry”".encode("cp1252"), "iso-8859-1") == "“Ferry”"
    assert decode("Паром".encode("cp1251"), "no-such-encoding") == "Паром"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, bytes(range(256)) * 4, b"\x1f\x8b\x08\x00abc"]
)
def test_binaries_are_refused(data):
    with pytest.raises(ReadingError, match="not text: add articles as"):
        decode(data)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("paper", b"%PDF-1.7 text", "a PDF"),
        ("paper.txt", b"\n%PDF-1.7 text", "a PDF"),
        ("paper.PDF", b"text", "a PDF"),
        ("paper", b"PK\x03\x04\x14\x00" + b"\x00" * 20 + b"[Content_Types].xml", "an Office file"),
        ("paper.docx", b"PK\x03\x04", "an Office file"),
        ("paper", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file"),
        ("paper", b"{\\rtf1 text}", "an RTF file"),
    ],
)
def test_documents_are_refused_by_their_bytes_or_name(name, data, kind):
    with pytest.raises(ReadingError, match=rf"This is {kind}, .*: save it as text or HTML and add that\."):
        refuse_document(name, data)


def test_text_is_no_document():
    refuse_document("paper.txt", b"The PDF was leaked.")
