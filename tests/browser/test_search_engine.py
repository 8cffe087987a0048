"""The engine by itself: the same text as Python sees it, what it reads and when, and what it does when reading fails."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from search_documents import source
from search_engine import ASSETS, RULES, ask, files_of

from publicity.search.index import ONE_SEGMENT, write_index
from publicity.search.normal import Normaliser
from publicity.search.update import update_index

# The files that were read until the first result, and until the tenth.
READ = """async ([files, text, options]) => {
  const read = [];
  const index = await TownSearch.open(async path => { read.push(path); return path in files ? files[path] : null; });
  const cursor = await index.query(text, options || {});
  await cursor.next(1);
  const first = read.slice();
  await cursor.next(9);
  return [first, read.slice(first.length)];
}"""


def test_both_sides_take_the_same_text_for_the_same(engine: Page) -> None:
    """Every character that this Python knows, alone and between others; newer ones Chromium may know better."""
    known = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    known = [one for one in known if unicodedata.category(one) != "Cn"]
    texts = [*known, *(f"a {one} b" for one in known[:3000]), "x  y", " 第 1 条 ", "a\u3000b"]
    script = (ASSETS / "text.js").read_text(encoding="utf-8")
    forms = engine.evaluate(
        """([script, texts, table]) => {
          const Normaliser = new Function(script + "; return Normaliser;")();
          const normaliser = new Normaliser(new Map(Array.from(table[0], (c, i) => [c, Array.from(table[1])[i]])));
          return texts.map(text => normaliser.normalise(text));
        }""",
        [script, texts, list(RULES.traditional)],
    )

    normal = Normaliser(RULES.traditional)
    differ = [(text, form, normal.normalise(text)) for text, form in zip(texts, forms, strict=True)]
    assert [one for one in differ if one[1] != one[2]] == []


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("申请“低保”的人", ["低保"], ["低保"]),
        ("申请“低 保”，再申请低保", ["低保"], ["低 保", "低保"]),
        ("处罚处罚罚", ["处罚", "罚处"], ["处罚处罚"]),
        ("〔2022〕49号", ["(2022)49号"], ["〔2022〕49号"]),
        ("用 Ｐｙｔｈｏｎ 写", ["python"], ["Ｐｙｔｈｏｎ"]),
        ("rule  of law", ["rule of"], ["rule  of"]),
        ("𠮷野家低保", ["野家"], ["野家"]),
        ("没有", ["低保"], []),
    ],
)
def test_marks_cover_the_words_and_no_more(engine: Page, text: str, words: list[str], marked: list[str]) -> None:
    assert engine.evaluate(
        "([text, words]) => TownSearch.find(text, words, null).map(one => text.slice(one[0], one[1]))", [text, words]
    ) == marked  # fmt: skip


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("低保  处罚", ["低保", "处罚"]),
        ("“低保 处罚” a b", ["低保处罚", "a", "b"]),
        ('"rule of law', ["rule", "of", "law"]),
        ("「低保」低保", ["低保"]),
        ("，。 《》 -", []),
        ("", []),
    ],
)
def test_words_of_a_query(engine: Page, query: str, words: list[str]) -> None:
    assert engine.evaluate("text => TownSearch.parse(text, null)", query) == words


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two segments; long lists; pairs of characters without the word; traditional forms in old pages."""
    folder = tmp_path_factory.mktemp("archive") / "search"
    pages = [
        source(f"p/{n}/", *(("保护低处低保金",) if n % 2 else ("最低金额，低保护")), "處罰" if n == 5 else "公告" * 300,
               day=date(2025 if n < 300 else 2000 + n % 20, 1, 1 + n % 28))
        for n in range(ONE_SEGMENT + 600)
    ]  # fmt: skip
    write_index(pages, RULES, folder)
    return folder


@pytest.mark.parametrize("query", ["低保金", "公告", "保护低处低保"])
def test_few_files_to_the_first_result(engine: Page, archive: Path, query: str) -> None:
    """Manifest, at most two buckets in each of two segments, one text; script and style sheet make eight."""
    first, next_nine = engine.evaluate(READ, [files_of(archive), query])

    kinds = [path.split("/")[1] if "/" in path else path for path in first]
    assert kinds.count("manifest.json") == kinds.count("t") == 1
    assert kinds.count("b") <= 4
    assert len(first) <= 6
    assert len(next_nine) == 9
    assert {path.split("/")[1] for path in next_nine} == {"t"}


def test_the_traditional_table_is_read_only_when_it_matters(engine: Page, archive: Path) -> None:
    files = files_of(archive)
    for query, needed in (("公告", False), ("低保", False), ("处罚", True), ("處罰", True), ("罰", True)):
        first, _ = engine.evaluate(READ, [files, query])
        assert any(path.startswith("traditional") for path in first) is needed, query


def test_filters_and_counts_read_the_rest(engine: Page, archive: Path) -> None:
    (answer,) = ask(engine, archive, [{"text": "公告", "most": 1, "facets": True}])
    assert answer["early"] == {"number": ONE_SEGMENT + 599, "exact": True}
    assert sum(count for _, count in answer["facets"]["year"]) == ONE_SEGMENT + 599
    assert [year for year, _ in answer["facets"]["year"]][:2] == ["2025", "2019"]


def test_reading_that_failed_is_asked_for_again(engine: Page, archive: Path) -> None:
    """Whichever file it was, the caller is told; asking again gives what would have come, none missing and none twice."""
    outcome = engine.evaluate(
        """async files => {
          let failing = null;
          const read = async path => {
            if (failing && path.includes(failing)) { failing = null; throw new Error("offline"); }
            return path in files ? files[path] : null;
          };
          const told = [], urls = [];
          const again = async act => { try { return await act(); } catch (error) { told.push(error.message); return act(); } };
          for (const sort of ["best", "date"]) {
            const index = await TownSearch.open(read);
            failing = "/b/";
            const walk = await again(() => index.query("公告", {sort: sort}));
            for (const part of ["/t/", "/r/"]) {
              failing = part;
              while (failing && !walk.done) await again(() => walk.next(50, one => urls.push(sort + one.url)));
            }
          }
          return [told, urls];
        }""",
        files_of(archive),
    )
    told, urls = outcome
    assert told == ["offline"] * 6
    assert len(urls) == len(set(urls)) > 400


def test_ten_of_ten_are_all(engine: Page, tmp_path: Path) -> None:
    """The last page of results is known to be the last without looking for another, where the count is exact."""
    write_index([source(f"p/{n}/", "低保") for n in range(10)], RULES, tmp_path / "search")
    done = engine.evaluate(
        """async files => {
          const index = await TownSearch.open(async path => files[path]);
          const cursor = await index.query("低保", {});
          await cursor.next(10);
          return cursor.done;
        }""",
        files_of(tmp_path / "search"),
    )
    assert done


def test_counts_stay_right_while_more_grams_are_looked_up(engine: Page, tmp_path: Path) -> None:
    """Filters are opened while candidates in vain make the engine look further: it ends, and tells no more than there are."""
    pages = [source(f"p/{n}/", "保低，低处处保") for n in range(700)] + [source("it/", "低处保低处保")]
    write_index(pages, RULES, tmp_path / "search")
    outcome = engine.evaluate(
        """async files => {
          const later = text => new Promise(go => setTimeout(() => go(text), 30));
          const read = path => path.includes("/f/") ? later(files[path]) : Promise.resolve(path in files ? files[path] : null);
          const index = await TownSearch.open(read);
          const cursor = await index.query("低处保低处保", {});
          const facets = cursor.facets();
          const results = await cursor.next(10);
          return [results.length, (await facets).kind[0][1] <= 701, cursor.count()];
        }""",
        files_of(tmp_path / "search"),
    )
    assert outcome == [1, True, {"number": 1, "exact": True}]


def test_an_edited_page_is_counted_once(engine: Page, tmp_path: Path) -> None:
    """Its old place holds grams still, in a list that is not read to its end."""
    folder = tmp_path / "search"
    write_index([source(f"p/{n}/", "低保") for n in range(600)], RULES, folder)
    update_index(folder, [source("p/5/", "低保更正")], [], RULES)
    (answer,) = ask(engine, folder, [{"text": "低保", "most": 10}])
    assert answer["count"]["number"] >= 600
    assert not answer["count"]["exact"]


@pytest.mark.parametrize("query", ["长城", "⾧城", "長城", "城公司"])
def test_forms_of_characters_that_pdfs_are_full_of(engine: Page, tmp_path: Path, query: str) -> None:
    """Kangxi radicals and compatibility ideographs stand for the characters they look like, traditional ones too."""
    write_index([source("a/", "上海⾧城公司"), source("b/", "車輛")], RULES, tmp_path / "search")
    (answer,) = ask(engine, tmp_path / "search", [{"text": query}])
    assert [one["url"] for one in answer["results"]] == ["a/"]
    assert answer["results"][0]["snippet"]["marks"]


def test_words_near_each_other_come_first(engine: Page, tmp_path: Path) -> None:
    """Then those apart, newest first; a title that holds them comes before a text that does."""
    pages = [
        source("apart/", "低保", "申请", day=date(2026, 5, 1)),
        source("together/", "先说别的，低保申请", day=date(2026, 1, 1)),
        source("title/", title="申请书和低保"),
        source("one/", "低保"),
    ]
    write_index(pages, RULES, tmp_path / "search")
    (answer,) = ask(engine, tmp_path / "search", [{"text": "低保 申请"}])
    assert [one["url"] for one in answer["results"]] == ["title/", "together/", "apart/"]


def test_an_answer_as_shown(engine: Page, tmp_path: Path) -> None:
    """The sentence with most of the words, cut around the first; words of the title are marked there."""
    long = "前文" * 60 + "低保对象申请" + "后文" * 60
    blocks = ("别的", "低保申请", long, "低保" * 20)
    write_index([source("a/", *blocks, title="低保公告", day=date(2026, 3, 4))], RULES, tmp_path / "search")

    (answer,) = ask(engine, tmp_path / "search", [{"text": "低保 申请"}])

    (result,) = answer["results"]
    snippet: dict[str, Any] = result.pop("snippet")
    assert result == {
        "url": "a/", "title": "低保公告", "numbers": [], "day": "2026-03-04", "kind": "", "validity": "",
        "category": "", "organ": "", "titleMarks": [[0, 2]], "attachment": None,
    }  # fmt: skip
    assert snippet["cut"] == [True, True]
    assert len(snippet["text"]) == 100
    assert [snippet["text"][begin:end] for begin, end in snippet["marks"]] == ["低保", "申请"]
