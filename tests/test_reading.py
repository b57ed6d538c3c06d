import hashlib
import io
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.reading import Refusal, count_places, read

SEEDS = Path(__file__).parent.parent / "seeds"
FERRY = "The ferry Northern Star returned to Loy Island on Friday, the harbour office said."
QUAY = "Repairs to the quay will cost 4.2 million crowns, according to the island council."
RUSSIAN = "Паром «Северянка» вышел из порта в среду утром — с опозданием на два часа, сообщил глава посёлка."


def only(*places, **how):
    """The single thing read from the places."""
    [found] = read([str(place) for place in places], **how)
    return found


def file(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(found, *words):
    """Whether it is a Refusal whose reason holds the words and ends, after a colon, with what to do next."""
    assert isinstance(found, Refusal)
    assert all(word in found.reason for word in words), found.reason
    assert found.reason.endswith(".") and ": " in found.reason and found.origin
    return True


# The first articles of the project.


@pytest.mark.parametrize(
    ("name", "digest", "title", "paragraphs"),
    [
        (
            "000_59a9151908838098.txt",
            "3e95ddce23486be4e5df9a80945615c3be004c672637db381d297b8c7507aed5",
            None,
            6,
        ),
        (
            "002_887d0893e052fc53.txt",
            "dc21af648e6c7f1dff3573387c4167480a4ee1812b617593bb003c1ec64898f2",
            "Lavrov on Western distrust and the Belgorod Il-76 incident",
            6,
        ),
    ],
)
def test_the_seeds_are_as_received_and_are_read(name, digest, title, paragraphs):
    found = only(SEEDS / name)
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == digest
    assert (found.title, len(found.text.split("\n\n"))) == (title, paragraphs)
    assert found.origin == (SEEDS / name).resolve().as_posix()


# Plain text and Markdown.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_text_in_any_encoding(tmp_path, encoding):
    assert only(file(tmp_path, "паром.txt", RUSSIAN.encode(encoding))).text == RUSSIAN


def test_one_file_is_one_origin_from_wherever_it_is_named(tmp_path, monkeypatch):
    path = file(tmp_path, "ferry.txt", FERRY)
    (tmp_path / "link.txt").symlink_to(path)
    monkeypatch.chdir(tmp_path)
    origins = {only(place).origin for place in (path, "ferry.txt", "./ferry.txt", "link.txt")}
    assert origins == {path.resolve().as_posix()}


def test_a_file_that_is_named_may_have_any_suffix(tmp_path):
    assert only(file(tmp_path, "ferry", FERRY)).text == FERRY
    assert only(file(tmp_path, "ferry.log", f'{{"text": "{FERRY}"}}')).text == FERRY
    assert only(file(tmp_path, "ferry.asp", f"<html><body><p>{FERRY}</p><p>{QUAY}</p></body></html>")).text == (
        f"{FERRY}\n\n{QUAY}"
    )


def test_markdown_leaves_only_words(tmp_path):
    source = f"""# Ferry *returns*

The ferry [Northern Star](https://courier.example/star "its page") returned to **Loy Island**
on Friday, the `harbour` office said.

## What next?

- {QUAY}
- The fare rises.

> It was _a long_ night.

![The ferry](ferry.png)
"""
    found = only(file(tmp_path, "ferry.md", source))
    assert found.title == "Ferry returns"
    assert found.text.split("\n\n") == [FERRY, "What next?", QUAY, "The fare rises.", "It was a long night."]


def test_front_matter_gives_title_author_date_and_outlet(tmp_path):
    facts = 'title: "Ferry: it is back"\nauthor: [Ann Marlow, Egor Lapin]\ndate: 2024-01-26\noutlet: Courier'
    source = f"---\n{facts}\n---\n{FERRY}\n"
    found = only(file(tmp_path, "ferry.md", source))
    assert (found.title, found.author, found.published, found.outlet, found.text) == (
        "Ferry: it is back",
        "Ann Marlow, Egor Lapin",
        "2024-01-26",
        "Courier",
        FERRY,
    )


def test_front_matter_with_a_colon_too_many(tmp_path):
    found = only(file(tmp_path, "ferry.md", f"---\ntitle: Ferry: it is back\nauthor: Ann\n---\n{FERRY}"))
    assert (found.title, found.author, found.text) == ("Ferry: it is back", "Ann", FERRY)


def test_a_rule_at_the_top_of_markdown_is_no_front_matter(tmp_path):
    assert only(file(tmp_path, "ferry.md", f"---\n{FERRY}\n\n---\n{QUAY}")).text == f"{FERRY}\n\n{QUAY}"


word = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9)


@given(st.lists(word, min_size=4, max_size=60))
def test_every_word_of_a_paragraph_survives_in_order(words):
    text = " ".join(words) + " ended."
    for place in (text, json.dumps({"text": text})):
        found = only("-", stdin=io.BytesIO(place.encode()))
        assert found.text.split() == only("-", stdin=io.BytesIO(f"{text}\n".encode())).text.split()
        assert len(found.text.split()) == len(text.split())


# Records.


def test_a_record_with_everything(tmp_path):
    record = {
        "id": 7,
        "url": "https://user:word@courier.example/ferry#top",
        "title": "Ferry returns",
        "body": FERRY,
        "source": "Courier",
        "author": "Ann Marlow",
        "date": "Jan. 26, 2024",
        "mood": "calm",
    }
    assert only(file(tmp_path, "ferry.json", json.dumps(record))) == Article(
        text=FERRY,
        origin="https://courier.example/ferry",
        title="Ferry returns",
        outlet="Courier",
        author="Ann Marlow",
        published="2024-01-26",
        given_id="7",
    )


def test_null_and_missing_are_the_same(tmp_path):
    names = ("id", "url", "title", "body", "outlet", "author", "published")
    nulls = only(file(tmp_path, "a.json", json.dumps(dict.fromkeys(names) | {"text": FERRY})))
    assert nulls == only(file(tmp_path, "a.json", json.dumps({"text": FERRY})))
    assert nulls == Article(text=FERRY, origin=f"{tmp_path.resolve().as_posix()}/a.json#1")


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("NaN", None),
        ("Infinity", None),
        ("1e999", None),
        ("true", None),
        ("false", None),
        ("{}", None),
        ('{"first": "Ada"}', None),
        ("[]", None),
        ("[null, NaN, true]", None),
        ('"  "', None),
        ("7", "7"),
        ('["Ada Brandt", null, {"name": "Omar Reyes"}]', "Ada Brandt, Omar Reyes"),
        ('{"name": "Ada Brandt", "url": "https://a.example"}', "Ada Brandt"),
        ("[" * 90 + "]" * 90, None),
    ],
)
@pytest.mark.parametrize("field", ["title", "outlet", "author", "published", "id"])
def test_a_field_of_any_type_is_words_or_nothing(tmp_path, field, written, understood):
    found = only(file(tmp_path, "ferry.json", f'{{"text": "The ferry came back.", "{field}": {written}}}'))
    assert getattr(found, "given_id" if field == "id" else field) == understood


@pytest.mark.parametrize("url", ["NaN", "true", "7", "{}", '["a", "b"]', '"no address"', "null"])
def test_what_is_no_address_is_no_origin(tmp_path, url):
    path = file(tmp_path, "ferry.json", f'{{"text": "The ferry came back.", "url": {url}}}')
    assert only(path).origin == f"{path.as_posix()}#1"


@pytest.mark.parametrize("text", ["NaN", "7", "true", "{}", '["The ferry came back."]', "null", '" "'])
def test_a_text_of_another_type_is_refused(tmp_path, text):
    (refusal,) = read([str(file(tmp_path, "ferry.json", f'{{"text": {text}}}'))])
    assert isinstance(refusal, Refusal) and refusal.reason.startswith('Line 1 has no text: give it a "text"')


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("20240126", "2024-01-26"),
        ("1706265000", "2024-01-26T10:30:00+00:00"),
        ("1706265000.25", "2024-01-26T10:30:00+00:00"),
        ("1706265000000", "2024-01-26T10:30:00+00:00"),
        ('"1706265000"', "2024-01-26T10:30:00+00:00"),
        ("2024", "2024"),
        ("-5", "-5"),
    ],
)
def test_a_date_may_be_a_number(tmp_path, written, understood):
    record = f'{{"text": "The ferry came back.", "published": {written}}}'
    assert only(file(tmp_path, "ferry.json", record)).published == understood


@pytest.mark.parametrize(
    ("facts", "published"),
    [
        ({"url": "https://gull.example/news/2031/03/05/ferry"}, "2031-03-05"),
        ({"id": "gull.example/2031/03/05/ferry"}, "2031-03-05"),
        ({"url": "https://gull.example/2031/03/05/ferry", "date": "2031-03-07"}, "2031-03-07"),
        ({"url": "https://чайка.example/2031/03/05/ferry"}, "2031-03-05"),
        ({"url": "https://gull.example/2031/03/50/ferry"}, None),
        ({"url": "https://gull.example/8417/03/05/ferry"}, None),
        ({"url": "https://gull.example/ferry?back=/2031/03/05/"}, None),
        ({"id": "scans/2031/03/05/ferry"}, None),
    ],
)
def test_an_article_without_a_date_has_the_one_in_its_web_address(tmp_path, facts, published):
    record = json.dumps({"text": "The ferry came back.", **facts})
    assert only(file(tmp_path, "ferry.json", record)).published == published


def test_a_list_and_lines_and_their_origins(tmp_path):
    records = [{"text": FERRY}, {"id": "a/b", "text": QUAY}]
    marks = ["#1", "#a%2Fb"]
    as_list = list(read([str(file(tmp_path, "a.json", json.dumps(records)))]))
    as_lines = list(read([str(file(tmp_path, "a.jsonl", "\n".join(map(json.dumps, records)) + "\n"))]))
    for found, name in ((as_list, "a.json"), (as_lines, "a.jsonl")):
        assert [article.text for article in found] == [FERRY, QUAY]
        assert [article.origin for article in found] == [f"{tmp_path.resolve().as_posix()}/{name}{m}" for m in marks]
    assert [article.id for article in as_list][1] == "a/b"


def test_a_bad_line_names_its_line_and_stops_no_other(tmp_path):
    lines = [
        json.dumps({"text": FERRY}),
        "",
        "{not json",
        json.dumps({"title": "No text"}),
        json.dumps({"text": "  "}),
        "[1, 2]",
        json.dumps({"text": 5}),
        "[" * 100_000,
        json.dumps({"text": "Read more"}),
        json.dumps({"text": QUAY}),
    ]
    first, *bad, last = read([str(file(tmp_path, "a.jsonl", "\n".join(lines)))])
    assert (first.text, last.text) == (FERRY, QUAY)
    assert [refusal.origin.rpartition("/")[2] for refusal in bad] == [f"a.jsonl#{n}" for n in range(3, 10)]
    for number, refusal in zip((3, 4, 5, 6, 7, 8), bad, strict=False):
        assert refused(refusal, f"Line {number} ")
    assert refused(bad[-1])


def test_json_with_one_mistake_is_refused_once_with_its_line(tmp_path):
    found = only(file(tmp_path, "a.json", '{\n "text": "x"\n "title": "y"\n}'))
    assert refused(found, "Line 3", "not valid JSON")


def test_lines_named_json_are_read_as_lines(tmp_path):
    path = file(tmp_path, "a.json", f"{json.dumps({'text': FERRY})}\n{json.dumps({'text': QUAY})}\n")
    assert [found.text for found in read([str(path)])] == [FERRY, QUAY]


def test_an_empty_list_is_refused(tmp_path):
    assert refused(only(file(tmp_path, "a.json", "[]")), "no records")


# Standard input.


def test_standard_input_is_text_a_page_or_records():
    page = f"<!DOCTYPE html><html><body><p>{FERRY}</p><p>{QUAY}</p></body></html>"
    assert only("-", stdin=io.BytesIO(FERRY.encode())).text == FERRY
    assert only("-", stdin=io.BytesIO(page.encode())).text == f"{FERRY}\n\n{QUAY}"
    lines = "\n".join(json.dumps({"text": text}) for text in (FERRY, QUAY))
    assert [found.text for found in read(["-"], stdin=io.BytesIO(lines.encode()))] == [FERRY, QUAY]


def test_two_texts_from_standard_input_have_two_origins_and_one_text_has_one():
    first, second, again = (only("-", stdin=io.BytesIO(text.encode())).origin for text in (FERRY, QUAY, FERRY))
    assert first == again != second


def test_empty_or_too_long_standard_input_is_refused():
    assert refused(only("-", stdin=io.BytesIO(b" \n")))
    assert refused(only("-", stdin=io.BytesIO(FERRY.encode()), max_bytes=20), "20 bytes")


# Folders, and what can't be read.


def test_a_folder_is_read_to_its_depth_without_hidden_and_unknown_files(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    file(tmp_path / "a" / "b", "deep.TXT", QUAY)
    file(tmp_path, "ferry.md", FERRY)
    for name in ("photo.jpg", ".hidden.txt", "notes.pdf", ".git/config.txt"):
        file(tmp_path, name, "x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [found.text for found in read([str(tmp_path)])] == [FERRY, QUAY]
    assert count_places([str(tmp_path), "-", "https://courier.example/"]) == 4


def test_bad_files_never_stop_the_good_ones(tmp_path):
    for name, content in [
        ("a-empty.txt", ""),
        ("b-blank.txt", " \n\n "),
        ("c-binary.txt", bytes(range(256))),
        ("d-paper.txt", "%PDF-1.7"),
        ("e-navigation.txt", "Read more\n\nSubscribe to our newsletter"),
        ("f-large.txt", FERRY * 40),
        ("g-page.html", "<html><body><nav>Home</nav></body></html>"),
        ("h-page.html", b"\x00\xff<p"),
        ("i-ferry.txt", FERRY),
    ]:
        file(tmp_path, name, content)
    (tmp_path / "j-loop.txt").symlink_to(tmp_path / "j-loop.txt")
    (tmp_path / "k-gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "l-pipe.txt")
    *found, ferry = sorted(read([str(tmp_path)], max_bytes=1000), key=lambda one: isinstance(one, Article))
    assert ferry.text == FERRY
    assert len(found) == 11
    assert all(refused(one) for one in found)


@pytest.mark.parametrize(
    "place",
    [
        "nowhere.txt",
        "",
        "a\0b",
        "x" * 5000,
        "ftp://courier.example/a",
        "file:///etc/passwd",
        "http://",
        "https:///page",
        "http://[::1",
        "http://courier.example:99999/",
        "courier.example/page",
        "/dev/null",
    ],
)
def test_places_that_are_none(place):
    assert refused(only(place))


def test_an_empty_folder_is_refused(tmp_path):
    assert refused(only(tmp_path), "holds no articles")


def test_a_file_in_the_place_of_a_folder(tmp_path):
    file(tmp_path, "a.txt", FERRY)
    assert refused(only(tmp_path / "a.txt" / "b.txt"))


def test_names_that_are_no_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(path)).write_text(FERRY)
    found = only(tmp_path)
    assert found.text == FERRY
    assert found.origin.encode().endswith(b"\\xff\\xfe.txt")
    assert refused(only(os.fsdecode(b"\xff-nowhere.txt")))


def test_a_closed_folder_is_refused(tmp_path, monkeypatch):
    file(tmp_path, "a.txt", FERRY)
    (tmp_path / "closed").mkdir(mode=0)
    found = list(read([str(tmp_path)]))
    assert found[0].text == FERRY
    if os.geteuid():  # the superuser can open it all the same
        assert refused(found[1], "can't be opened")


# Web pages.

ARTICLE = f"""<article><h1>Ferry returns to Loy Island</h1>
<p>The ferry <b>Northern Star</b> returned to <a href="/loy">Loy Island</a> on Friday, the harbour office said.</p>
<h2>What next?</h2><p>{QUAY}</p><ul><li>The fare will rise by a crown.</li></ul>
<p>He had no time to read the summary.</p>
<div class="share"><a href="#">Share on Facebook</a></div></article>
<section id="comments"><h3>Comments</h3><p>I was on it, writes a reader of the page.</p></section>"""
HEAD = """<title>Ferry returns to Loy Island | Northbridge Courier</title>
<meta property="og:site_name" content="Northbridge Courier"><meta name="author" content="Ann Marlow">
<meta property="article:published_time" content="2024-01-26T10:30:00+01:00">"""
TEXT = [FERRY, "What next?", QUAY, "The fare will rise by a crown.", "He had no time to read the summary."]


def page(head=HEAD, body=ARTICLE):
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>{body}
<footer><p>© 2019 Northbridge Courier. All rights reserved.</p></footer></body></html>"""


def russian_page():
    head = '<meta charset="windows-1251"><title>Паром вернулся</title>'
    return f"<html><head>{head}</head><body><p>{RUSSIAN}</p></body></html>".encode("cp1251")


class Courier(BaseHTTPRequestHandler):
    """A small newspaper's web server."""

    answers = {  # noqa: RUF012 (never changed)
        "/ferry": ("text/html", page()),
        "/ferry?from=mail": ("text/html", page(HEAD + '<link rel="canonical" href="/ferry">')),
        "/pretender": ("text/html", page(HEAD + '<link rel="canonical" href="https://other.example/ferry">')),
        "/homely": ("text/html", page(HEAD + '<link rel="canonical" href="/">')),
        "/cp1251": ("text/html", russian_page()),
        "/cp1251-stated": (
            "text/html; charset=windows-1251",
            RUSSIAN.join(["<html><p>", "</p></html>"]).encode("cp1251"),
        ),
        "/plain": ("text/plain; charset=utf-8", FERRY),
        "/photo": ("image/png", b"\x89PNG\r\n"),
        "/paper": ("text/html", b"%PDF-1.7 text"),
        "/nothing": ("text/html", page("<title>Sign in</title>", "<form><input name=q></form>")),
        "/empty": ("text/html", ""),
        "/large": ("text/html", page(body=f"<p>{FERRY}</p>" * 500)),
        "/broken": ("text/html", b"<html><p>\xff\xfe\x00<<<>" * 50),
    }
    agents: list[str] = []  # noqa: RUF012 (of all requests)

    def do_GET(self):
        self.agents.append(self.headers["User-Agent"])
        if self.path.startswith("/hop"):
            return self.redirect(f"/hop{int(self.path[4:]) - 1}" if self.path != "/hop1" else "/ferry")
        if self.path == "/loop":
            return self.redirect("/loop")
        if self.path == "/away":
            return self.redirect("ftp://courier.example/")
        if self.path == "/slow":
            return self.drip()
        if self.path == "/500":
            return self.send_error(500)
        if self.path not in self.answers:
            return self.send_error(404)
        kind, body = self.answers[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else body.encode())

    def redirect(self, where):
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"<p>")
                time.sleep(0.02)
        except OSError:
            self.close_connection = True

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def courier():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Courier)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_read_with_what_it_says_of_itself(courier):
    found = only(f"{courier}/ferry")
    assert found.text.split("\n\n") == TEXT
    assert (found.title, found.outlet, found.author, found.published, found.origin) == (
        "Ferry returns to Loy Island",
        "Northbridge Courier",
        "Ann Marlow",
        "2024-01-26",
        f"{courier}/ferry",
    )
    assert Courier.agents[-1].startswith("quoth")


def test_a_saved_page_is_read_alike(tmp_path, courier):
    path = file(tmp_path, "ferry.html", page())
    found, fetched = only(path), only(f"{courier}/ferry")
    assert (found.text, found.title, found.outlet) == (fetched.text, fetched.title, fetched.outlet)
    assert found.origin == path.resolve().as_posix()


def test_a_saved_page_with_a_canonical_link_has_that_origin(tmp_path):
    link = '<link rel="canonical" href="https://courier.example/ferry#top">'
    assert only(file(tmp_path, "ferry.html", page(HEAD + link))).origin == "https://courier.example/ferry"


def test_one_page_under_two_addresses_has_one_origin(courier):
    assert only(f"{courier}/ferry?from=mail").origin == f"{courier}/ferry"
    assert only(f"{courier}/hop3").origin == f"{courier}/ferry"
    assert only(f"{courier}/ferry#top").origin == f"{courier}/ferry"


def test_a_page_can_not_pass_for_another_outlet_nor_for_the_whole_site(courier):
    assert only(f"{courier}/pretender").origin == f"{courier}/pretender"
    assert only(f"{courier}/homely").origin == f"{courier}/homely"


def test_no_date_is_invented(tmp_path):
    assert only(file(tmp_path, "ferry.html", page("<title>Ferry returns</title>"))).published is None


@pytest.mark.parametrize("path", ["/cp1251", "/cp1251-stated"])
def test_a_page_in_another_encoding(courier, path):
    assert only(courier + path).text == RUSSIAN


def test_a_saved_page_in_another_encoding(tmp_path):
    found = only(file(tmp_path, "паром.htm", russian_page()))
    assert (found.text, found.title) == (RUSSIAN, "Паром вернулся")


def test_plain_text_on_the_web(courier):
    assert only(f"{courier}/plain").text == FERRY


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "404"),
        ("/500", "500"),
        ("/photo", "image/png"),
        ("/paper", "a PDF"),
        ("/nothing", "no article text"),
        ("/empty", "empty"),
        ("/loop", "redirects"),
        ("/hop7", "redirects"),
        ("/away", "can't be reached"),
        ("/broken", ""),
    ],
)
def test_what_is_no_page_is_refused(courier, path, words):
    found = only(courier + path)
    assert refused(found, words)
    assert found.origin == courier + path


def test_a_large_page_is_refused(courier):
    assert refused(only(f"{courier}/large", max_bytes=10_000), "larger than 10,000 bytes")


def test_a_page_that_never_ends_is_given_up(courier):
    assert refused(only(f"{courier}/slow", seconds=0.3), "too long")


def test_a_server_that_is_not_there():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Courier)
    server.server_close()
    assert refused(only(f"http://127.0.0.1:{server.server_port}/ferry"), "can't be reached")
