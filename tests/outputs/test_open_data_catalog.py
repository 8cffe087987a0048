"""The catalogue, read by a reader of RDF that knows nothing of us."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, make_town, page
from every_kind import ADDRESS, every_kind
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Graph, Literal, URIRef

from publicity.outputs.artefacts import artefacts_of, artefacts_one_by_one
from publicity.outputs.open_data_catalog import CATALOG, COPYRIGHT
from publicity.project import Project, open_project

HERE = f"{ADDRESS}{CATALOG}"
# rdflib's own reader of JSON-LD still uses what rdflib calls old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
CATALOGUE = URIRef(f"{HERE}#catalog")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return open_project(every_kind(tmp_path_factory.mktemp("town")), TODAY)


@pytest.fixture(scope="module")
def graph(project: Project) -> Graph:
    return read(project)


def read(project: Project) -> Graph:
    """The catalogue as it is found at its address."""
    return Graph().parse(data=artefacts_of(project)[CATALOG].content.decode("utf-8"), format="json-ld", publicID=HERE)


def test_the_catalogue_says_whose_it_is(graph: Graph) -> None:
    """One catalogue, its publisher by name, in Chinese, with what may be done with it."""
    assert list(graph.subjects(RDF.type, DCAT.Catalog)) == [CATALOGUE]
    publisher = graph.value(CATALOGUE, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("云岭县青石镇人民政府", lang="zh-CN")
    assert graph.value(graph.value(CATALOGUE, DCTERMS.rights), RDFS.label) == Literal(COPYRIGHT, lang="zh-CN")
    assert "第五条第一项" in COPYRIGHT
    assert "待核定" in COPYRIGHT


def test_every_data_set_is_whole(graph: Graph) -> None:
    """Title, description, publisher, rights, and days on which something was published where there are any."""
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))

    assert set(graph.objects(CATALOGUE, DCAT.dataset)) == datasets
    assert len(datasets) == 9
    for one in datasets:
        for name in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.rights, DCTERMS.identifier):
            assert graph.value(one, name) is not None, (one, name)
    everything = URIRef(f"{HERE}#all")
    assert graph.value(everything, DCTERMS.modified) == Literal("2026-04-02", datatype=XSD.date)
    assert graph.value(URIRef(f"{HERE}#notice_board"), DCTERMS.modified) is None


def test_every_distribution_is_a_file_of_the_site(project: Project, graph: Graph) -> None:
    """Its address, taken from where the catalogue stands, is that of a file; with its registered type."""
    made = {one.uri for one in artefacts_one_by_one(project)}
    found = {str(one).removeprefix(ADDRESS) for one in graph.objects(None, DCAT.downloadURL)}

    assert len(found) == 18
    assert found <= made
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        ending = str(graph.value(one, DCAT.downloadURL)).rpartition(".")[2]
        kind = {"csv": "text/csv", "json": "application/json"}[ending]
        assert str(graph.value(one, DCAT.mediaType)).endswith(f"/{kind}")


def test_a_town_without_records_has_a_catalogue(tmp_path: Path) -> None:
    """One data set, with nothing in it yet and no invented day."""
    graph = read(open_project(make_town(tmp_path, {"index.md": page()}), TODAY))

    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == 1
    assert list(graph.objects(None, DCTERMS.modified)) == []
