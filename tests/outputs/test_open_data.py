"""Open data: typed, described by its own OpenAPI, and never more than the pages show."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import PDF, TODAY, make_town, page, record
from every_kind import ADDRESS, GONE, PAGES, SERIALS, every_kind
from openapi_spec_validator import OpenAPIV31SpecValidator
from whole import ROOT

from publicity.checks.file_names import SUFFIXES
from publicity.content.attachments.kinds import _KINDS, _OUTSIDE
from publicity.model import KINDS
from publicity.outputs.artefacts import artefacts_of, artefacts_one_by_one
from publicity.outputs.endings import ENDINGS, PICTURES, ending_of
from publicity.outputs.openapi import build_openapi
from publicity.project import open_project, withhold

GOLDEN = Path(__file__).parents[1] / "golden"
REAL = ROOT / "mkdocs.yml"


def files_of(config: Path, today: date = TODAY) -> dict[str, bytes]:
    """Every file beside the pages, by uri."""
    project = open_project(config, today)
    return {one.uri: one.content for one in (*artefacts_of(project).values(), *artefacts_one_by_one(project))}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(every_kind(tmp_path_factory.mktemp("town")))


def read(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"api/v1/{name}"])


def table(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def schema_of(name: str, description: dict[str, Any]) -> str:
    """Which schema the description gives for a file below api/v1/."""
    shown = [path for path in description["paths"] if _fits(path, f"/{name}")]
    assert len(shown) == 1, name
    content = description["paths"][shown[0]]["get"]["responses"]["200"]["content"]
    return str(content["application/json"]["schema"]["$ref"])


def _fits(path: str, name: str) -> bool:
    head, _, rest = path.partition("{")
    tail = rest.partition("}")[2]
    return path == name or ("{" in path and name.startswith(head) and name.endswith(tail))


def complaints(files: dict[str, bytes]) -> list[str]:
    """What the published description says against the published files."""
    description = read(files, "openapi.json")
    wrong, seen = [], 0
    for uri, content in files.items():
        name = uri.removeprefix("api/v1/")
        if name == uri or not name.endswith(".json") or name == "openapi.json":
            continue
        schema = {"$ref": schema_of(name, description), "components": description["components"]}
        checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        wrong += [
            f"{name} {error.json_path}: {error.message[:200]}" for error in checker.iter_errors(json.loads(content))
        ]
        seen += 1
    assert seen >= len(KINDS)
    return wrong


def test_the_description_is_openapi(files: dict[str, bytes]) -> None:
    """An independent validator accepts it, and every kind of record is in it."""
    description = read(files, "openapi.json")
    OpenAPIV31SpecValidator(description).validate()

    models = {model.__name__ for kind, model in KINDS.items() if kind != "page"}
    assert models < set(description["components"]["schemas"])


def test_every_file_of_the_invented_town_is_as_described(files: dict[str, bytes]) -> None:
    """All kinds, a withdrawal, facts that nobody has given."""
    assert {name.split("/")[-1] for name in files if name.startswith("api/v1/records/")} == {
        f"{serial}.json" for serial in SERIALS
    }
    assert complaints(files) == []


def test_every_file_of_the_real_site_is_as_described() -> None:
    """What docs/ gives today."""
    assert complaints(files_of(REAL)) == []


def test_a_file_that_is_not_as_described_is_noticed(files: dict[str, bytes]) -> None:
    """The check above can fail: a day that is none, and a field nobody knows."""
    wrong = read(files, "records/2026-00001.json")
    wrong["record"]["formed_on"] = "2026-13-01"
    wrong["computed"]["surprise"] = 1
    told = complaints({**files, "api/v1/records/2026-00001.json": json.dumps(wrong).encode()})

    assert len(told) == 2
    assert all(one.startswith("records/2026-00001.json") for one in told)


@pytest.mark.parametrize(
    ("uri", "golden"),
    [("records/2026-00001.json", "open-data-record.json"), ("catalog.jsonld", "open-data-catalog.jsonld")],
)
def test_files_stay_as_they_are(files: dict[str, bytes], uri: str, golden: str) -> None:
    """Developers rely on them: a change here is a new version."""
    assert files[f"api/v1/{uri}"] == (GOLDEN / golden).read_bytes()


def test_the_description_stays_as_it_is() -> None:
    """The shapes around the records; those of the kinds follow the classes."""
    description = build_openapi("某镇人民政府")
    kept = ("Computed", "Listed", "Offered", "PublicationDue", "WithdrawnResult", "Validity")
    shapes = {name: description["components"]["schemas"][name] for name in kept}
    text = json.dumps({"paths": description["paths"], "shapes": shapes}, ensure_ascii=False, indent=1) + "\n"

    assert text == (GOLDEN / "openapi-shapes.json").read_text(encoding="utf-8")


def test_the_list_leads_to_every_record(files: dict[str, bytes]) -> None:
    """In the order of the numbers, with addresses under the portal's sub-path and files beside the list."""
    found = read(files, "records.json")

    assert [one["serial"] for one in found["records"]] == sorted(SERIALS)
    assert found["count"] == len(SERIALS)
    assert (found["site"], found["newest"]) == (ADDRESS, "2026-04-02T09:30:00+08:00")
    assert all(f"api/v1/{one['data']}" in files for one in found["records"])
    assert all(f"api/v1/{one[name]}" in files for one in found["kinds"] for name in ("json_file", "csv_file"))
    row = next(one for one in found["records"] if one["serial"] == "2026-00001")
    assert row["address"] == f"{ADDRESS}disclosure/2026/2026-00001/"
    assert row["short_address"] == f"{ADDRESS}i/2026-00001/"


def test_kinds_hold_every_record_once(files: dict[str, bytes]) -> None:
    """One collection a kind, also where there is nothing, and as many lines in its table."""
    serials = []
    for kind in KINDS:
        if kind != "page":
            found = read(files, f"kinds/{kind}.json")
            serials += [one["record"]["serial"] for one in found["records"]]
            assert {one["record"]["kind"] for one in found["records"]} <= {kind}
            assert found["count"] == len(found["records"]) == len(table(files[f"api/v1/kinds/{kind}.csv"]))

    assert sorted(serials) == sorted(SERIALS)


def test_a_withdrawn_decision_leaves_nothing_behind(files: dict[str, bytes]) -> None:
    """Serial, state and reason; no word of the decision in any file."""
    found = read(files, "records/2026-00007.json")

    assert found["record"] == {
        "kind": "enforcement_result",
        "serial": "2026-00007",
        "title": "执法结果（2026-00007，已撤下）",
        "state": "withdrawn",
        "withdrawn_on": "2026-04-01",
        "reason": "复议撤销",
    }
    assert found["body"] is None
    row = next(one for one in read(files, "records.json")["records"] if one["serial"] == "2026-00007")
    assert [name for name in ("published_at", "category_title", "summary", "document_number") if row[name]] == []
    texts = [
        content.decode("utf-8-sig") for uri, content in files.items() if not uri.endswith((".xlsx", ".docx", ".ics"))
    ]
    assert [word for word in GONE[:4] if any(word in text for text in texts)] == []


def test_what_is_reckoned_stands_apart(files: dict[str, bytes]) -> None:
    """Typed fields as typed; the state of a document, what will change it, and the limits, under ``computed``."""
    found = read(files, "records/2024-00001.json")
    repealed = read(files, "records/2024-00003.json")

    assert found["record"]["validity"] is None
    assert found["computed"]["validity"] == "in_force"
    assert found["computed"]["changes_ahead"] == [{"on": "2027-01-01", "validity": "expired"}]
    assert (repealed["computed"]["validity"], repealed["computed"]["mark"]) == ("repealed", "废止")
    assert found["computed"]["dues"][0]["due_on"] == "2024-02-06"


def test_attachments_can_be_checked(files: dict[str, bytes]) -> None:
    """Address, type, size and digest of the file as it is published; those of a notice board too."""
    (one,) = read(files, "records/2026-00001.json")["computed"]["attachments"]
    (posted,) = read(files, "records/2026-00009.json")["computed"]["attachments"]

    assert one["address"] == f"{ADDRESS}disclosure/2026/files/a.pdf"
    assert (one["media_type"], one["size"]) == ("application/pdf", len(PDF))
    assert one["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert posted["title"] == "宪法摘要"


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files of the data print its digest; a table does not ask for it."""
    read: list[str] = []
    digest = hashlib.file_digest

    def counted(file: Any, kind: str) -> Any:
        read.append(Path(file.name).name)
        return digest(file, kind)

    monkeypatch.setattr(hashlib, "file_digest", counted)
    files_of(every_kind(tmp_path))

    assert sorted(read) == ["a.pdf", "board.pdf"]


def test_every_kind_of_attachment_has_its_type() -> None:
    """What may stand beside a page is in the one table, with the word that readers know it by."""
    attached = SUFFIXES - {".md"}

    assert attached <= {f".{ending}" for ending in ENDINGS}
    assert {one for one in attached if ending_of(f"files/A{one.upper()}").word == "文件"} == set()
    assert attached <= set(_KINDS) | set(_OUTSIDE)
    assert {one for one in attached if one in PICTURES} == {".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico"}
    assert ending_of("files/a.exe").media_type == "application/octet-stream"


def test_the_text_is_there_with_its_fragments(files: dict[str, bytes]) -> None:
    """Markdown as staff wrote it, nothing left to be included, and the file from which its links count."""
    found = read(files, "records/2026-00001.json")

    assert found["body"] == "## 第一部分\n\n见[另一份](2026-00002.md)。\n\n共用的一段。"
    assert found["source"] == "disclosure/2026/2026-00001.md"


def test_the_table_is_for_people(files: dict[str, bytes]) -> None:
    """Chinese heads and words; what a program would compute stays text; bases and groups in one cell."""
    (first, second) = table(files["api/v1/kinds/disclosure_item.csv"])
    (power,) = table(files["api/v1/kinds/enforcement_item.csv"])
    results = table(files["api/v1/kinds/enforcement_result.csv"])

    assert (first["流水号"], first["发布时间"], first["网页"]) == (
        "2026-00001", "2026-04-02 09:30", f"{ADDRESS}disclosure/2026/2026-00001/",
    )  # fmt: skip
    assert first["附件"] == "文件 files/a.pdf，名称 =附件"
    assert second["发布时间"] == "待核定"
    assert power["法律依据"] == "《城乡规划法》第六十五条：停工改正；《行政处罚法》第三条"
    assert (power["职权类别"], power["已经本机关核定"]) == ("其他行政权力", "否")
    assert (results[0]["罚款金额（万元）"], results[1]["行政相对人名称"]) == ("0.5", "")
    assert "法定统计表" not in table(files["api/v1/kinds/annual_report.csv"])[0]


def test_without_an_address_links_count_from_the_root(tmp_path: Path) -> None:
    """The example address is nowhere to be found in the data."""
    files = files_of(every_kind(tmp_path, address="https://example.invalid/qingshi/"))
    found = read(files, "records.json")

    assert found["site"] is None
    assert found["records"][0]["address"] == "disclosure/normative/2024-00001/"
    ours = {uri: content for uri, content in files.items() if uri.startswith(("api/", "i/"))}
    assert [uri for uri, content in ours.items() if b"example.invalid" in content] == []


def test_equal_records_give_equal_files(tmp_path: Path, files: dict[str, bytes]) -> None:
    """To the byte, whatever folder the town lies in; on another day the record's own file is still the same."""
    again = files_of(every_kind(tmp_path))
    later = files_of(every_kind(tmp_path), date(2026, 11, 23))

    assert again == files
    assert later["api/v1/records/2026-00001.json"] == files["api/v1/records/2026-00001.json"]


def test_a_corrected_title_changes_no_address(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Every page, file and short address is where it was: they are printed on paper."""
    corrected = {
        uri: text.replace("关于“秋冬”防火的通知", "关于做好冬季防火工作的通知") if isinstance(text, str) else text
        for uri, text in PAGES.items()
    }
    after = files_of(every_kind(tmp_path, corrected))
    old, new = (read(one, "records/2026-00001.json") for one in (files, after))

    assert old["record"]["title"] != new["record"]["title"]
    assert set(after) == set(files)
    assert [old["computed"][name] for name in ("address", "short_address")] == [
        new["computed"][name] for name in ("address", "short_address")
    ]


def test_a_preview_shows_no_text_that_blocks(tmp_path: Path) -> None:
    """A personal number in the text, or in a fragment, keeps the text back; the record stays."""
    number = "522732198506152044"
    pages = {
        "disclosure/2026/2026-00001.md": record(body=f"身份证号{number}。\n"),
        "disclosure/2026/2026-00002.md": record("2026-00002", body="{!_fragments/note.md!}\n"),
        "disclosure/2026/2026-00003.md": record("2026-00003", body="好的。\n"),
        "_fragments/note.md": f"身份证号{number}。\n",
    }
    project = withhold(open_project(make_town(tmp_path, pages), TODAY))
    files = {one.uri: one.content for one in artefacts_one_by_one(project)}

    assert [read(files, f"records/2026-0000{n}.json")["body"] for n in (1, 2, 3)] == [None, None, "好的。"]
    assert [uri for uri, content in files.items() if number.encode() in content] == []


def test_pages_of_docs_stand_before_files(tmp_path: Path) -> None:
    """A page or file that the town itself has at an address is not written over."""
    pages = {"disclosure/2026/2026-00001.md": record(), "i/2026-00001.md": page(), "api/v1/records.csv": "甲,乙\n"}
    files = files_of(make_town(tmp_path, pages))

    assert [uri for uri in files if uri in ("i/2026-00001/index.html", "api/v1/records.csv")] == []
    assert "api/v1/records.json" in files
