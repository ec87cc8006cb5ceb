"""A statement in JSON-LD, read by a processor that is not ours."""

import json
import subprocess

import pytest
import rdflib
from conftest import REPOSITORY, SERVER

FAIR4ML = rdflib.Namespace("https://w3id.org/fair4ml#")
SCHEMA = rdflib.Namespace("http://schema.org/")
EXAMPLES = REPOSITORY / "Tests/Fixtures/manuscripts"
VOCABULARIES = REPOSITORY / "Tests/Fixtures/vocabularies"


def statement(path):
    run = subprocess.run([SERVER, "statement", EXAMPLES / path, "--format", "json-ld"], capture_output=True, check=True)
    # The context stands in the document: nothing is fetched.
    assert isinstance(json.loads(run.stdout)["@context"], dict)
    return rdflib.Graph().parse(data=run.stdout, format="json-ld", publicID="https://example.org/paper")


def terms():
    graph = rdflib.Graph()
    for path in sorted(VOCABULARIES.glob("*.jsonld")):
        document = json.loads(path.read_text())
        graph.parse(data=json.dumps(document), format="json-ld")
    return {str(term) for term in graph.subjects() if isinstance(term, rdflib.URIRef)}


@pytest.mark.parametrize("path", ["biology/main.tex", "ecology/paper.qmd", "complete-latex/main.tex"])
def test_every_term_is_published(path):
    graph, published = statement(path), terms()
    assert len(graph) > 5
    for subject, predicate, value in graph:
        if predicate == rdflib.RDF.type:
            assert str(value) in published
        else:
            assert str(predicate) in published


def test_models_and_their_origin_are_linked():
    graph = statement("biology/main.tex")
    models = set(graph.subjects(rdflib.RDF.type, FAIR4ML.MLModel))
    (made,) = [subject for subject in graph.subjects(FAIR4ML.fineTunedFrom)]
    origin = graph.value(made, FAIR4ML.fineTunedFrom)
    assert {made, origin} <= models
    assert str(graph.value(origin, SCHEMA.name)) == "ESM-2 650M"
    article = graph.value(None, rdflib.RDF.type, SCHEMA.ScholarlyArticle)
    assert set(graph.objects(article, SCHEMA.mentions)) == models
