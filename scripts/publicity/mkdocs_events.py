"""The only module that speaks MkDocs. It adapts: what is said on a page is computed in the rooms before it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from publicity.build.offline import WORKER, write_offline, write_withdrawal
from publicity.build.rendered import FINDINGS_KEY, Rendered
from publicity.build.search import index_site
from publicity.clock import read_today
from publicity.content.citations import Citation
from publicity.content.corpus import url_of
from publicity.errors import PublicityError
from publicity.finding import Finding
from publicity.outputs.alignment import class_alignments
from publicity.outputs.artefacts import artefacts_one_by_one
from publicity.outputs.assets import Assets, render_assets
from publicity.outputs.citation_links import link_citations
from publicity.outputs.errata import mark_errata
from publicity.outputs.findings import render_text
from publicity.outputs.open_data_files import COLLECTIONS
from publicity.outputs.term_links import Explained
from publicity.outputs.theme_css import prune_css, words_of
from publicity.project import PROJECT_KEY, Project, open_project, withhold
from publicity.rules import DATA_DIR
from publicity.view.navigation import NavItem
from publicity.view.plain_words import KINDS, split_plain_words
from publicity.view.report_text import text_parts
from publicity.view.site import SiteView

log = get_plugin_logger("publicity")

# All of the theme's own files lie here; of its style sheet the rules are kept that the site can use, of the rest nothing.
THEME_ASSETS = "assets/"
THEME_CSS = "assets/stylesheets/main."


class Events:
    """One site being built; the state lives here from on_config to the last page."""

    def __init__(self) -> None:
        self.serving = False
        self.project: Project
        self.view: SiteView
        self.rendered: Rendered
        self.assets: Assets
        self.alone = True  # nobody but MkDocs' log will tell the findings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check before anything is cleaned or written; in a preview, show the findings and go on."""
        given = config.extra.pop(PROJECT_KEY, None)
        self.alone = given is None
        try:
            self.project = given or open_project(Path(config.config_file_path), read_today())
        except PublicityError as error:
            raise PluginError(str(error)) from None
        if self.alone:
            self._report(self.project.findings)
        if self.serving:
            self.project = withhold(self.project)
        self.rendered = Rendered(self.project, config.extra.pop(FINDINGS_KEY, set()))
        self.view = SiteView(self.project)
        _set_include_path(config)
        return config

    @jinja2.pass_context
    def _link_cited(self, context: jinja2.runtime.Context, html: str) -> Markup:
        """Filter ``cited``: what the page cites leads to the statute's page, wherever in its content it stands."""
        here = context["page"].file.src_uri if context["page"] else ""

        def address(citation: Citation) -> str | None:
            place = self.view.statute_place(citation)
            return _link_to(context, place) if place is not None and place.partition("#")[0] != here else None

        return Markup(link_citations(escape(html), address))

    @jinja2.pass_context
    def _explain_terms(self, context: jinja2.runtime.Context, html: str) -> Explained:
        """Filter ``explained``: terms of the trade, on the pages that are written by staff."""
        page = context["page"]
        explains = page is not None and self.view.explains(page.file.src_uri)
        return self.view.terms.explain(str(html)) if explains else Explained(str(html), ())

    def _report(self, findings: Iterable[Finding]) -> None:
        blocking = 0
        for finding in findings:
            blocking += finding.blocks
            say = log.error if finding.blocks else log.info
            say(render_text([finding]).strip())
        if blocking and not self.serving:
            raise PluginError(f"有 {blocking} 处必须先改正，网站没有生成。")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Only what was read and checked; add the listings; leave out what of the theme nobody loads."""
        published = self.view.published_uris()
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri not in published:
                files.remove(file)
        files.add_files_from_theme(config.theme.get_env(), config)  # those that a removed file stood before
        for file in [one for one in files if one.src_uri.startswith(THEME_ASSETS) and one.src_dir != config.docs_dir]:
            files.remove(file)
            if file.src_uri.startswith(THEME_CSS) and file.src_uri.endswith(".css"):
                self.assets = self._assets(file.content_string, Path(config.theme.dirs[0]))
        for uri, content in self.assets.files.items():
            files.append(File.generated(config, uri, content=content))
        for uri in self.view.generated_uris():
            files.append(File.generated(config, uri, content=""))
        for artefact in self.view.artefacts.values():
            files.append(File.generated(config, artefact.uri, content=artefact.content))
        return files

    def _assets(self, theme_css: str, overrides: Path) -> Assets:
        """The words that keep a rule of the theme stand in templates, in scripts and in the pages as they are written."""
        sources = [path for path in sorted(overrides.rglob("*")) if path.suffix in (".html", ".js")]
        texts = [path.read_text(encoding="utf-8") for path in sources] + [page.body for page in self.view.corpus.pages]
        return render_assets(overrides / "assets", prune_css(theme_css, words_of(texts)))

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep only what the header shows: section titles and the pages that open them."""
        self.view.set_nav([_plain_nav(item) for item in nav.items])
        return nav

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        if self.alone:  # every text has been rendered, and nothing has been written yet
            self._report(self.rendered.take())
        env.filters |= {"to": _link_to, "cited": self._link_cited, "explained": self._explain_terms}
        env.autoescape = _is_ours  # the theme's own templates escape by hand
        env.globals["site"] = self.view.site | {
            "sizes": self._write_large(Path(config.site_dir)),
            "assets": self.assets.folder,
            "icon": self.assets.icon,
            "worker": "" if self.serving else WORKER,
            **({"policy": ""} if self.serving else {}),  # MkDocs reloads a preview by an inline script
        }  # the error page is rendered without a page of its own
        return env

    def _write_large(self, site_dir: Path) -> dict[str, str]:
        """Before the pages, which say how large the files are that readers are offered. By uri, as a reader is told it."""
        sizes: dict[str, str] = {}
        for artefact in artefacts_one_by_one(self.project):
            target = site_dir / artefact.uri
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(artefact.content)
            if artefact.uri in COLLECTIONS:
                sizes[artefact.uri] = artefact.size
        return sizes

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str:
        """The body alone: front matter has been read already, and must never reach the reader."""
        found = self.project.corpus.by_uri.get(page.file.src_uri)
        return found.body if found is not None else ""

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Title and template come from the typed header; a page with a broken one shows its findings in a preview."""
        head = self.view.head(page.file.src_uri)
        page.meta = {"title": head.title, "template": head.template, "description": head.summary, "hidden": head.hidden}
        page.meta["modified"] = head.modified
        page.update_date = self.project.today.isoformat()  # which MkDocs writes into the sitemap's compressed copy
        page.next_page = page.previous_page = None
        if self.view.is_broken(page.file.src_uri) or self.rendered.is_held(page.file.src_uri):
            return ""
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What must not be published is not shown in a preview either."""
        if not self.rendered.check_text(page.file.src_uri, html) and self.serving:
            return ""
        html = class_alignments(html)
        report = self.view.report(page.file.src_uri)
        return mark_errata(html, report) if report is not None and report.errata else html

    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """``site`` and ``here`` are plain data: all that the templates of overrides/ read."""
        here = self.view.here(page.file.src_uri, with_findings=self.serving)
        if self.serving:
            here["findings"] += [one.as_dict() for one in self.rendered.findings_of(page.file.src_uri)]
        if "tables" in here:
            here["parts"] = text_parts(page.content or "", here["tables"])
        if here.get("record", {}).get("kind") in KINDS:
            here |= split_plain_words(page.content or "")
        context["here"] = here
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        self.rendered.check_page(page.file.src_uri, output)
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        if self.alone:
            self._report(self.rendered.take())
        site_dir, workers = Path(config.site_dir), Path(config.theme.dirs[0]) / "assets" / "offline"
        index_site(site_dir, self.project, self.view)
        if self.serving:
            write_withdrawal(site_dir, workers)
        else:
            write_offline(site_dir, self.view, workers)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for folder in (config.theme.dirs[0], str(DATA_DIR)):
            server.watch(folder)
        return server


def _is_ours(template: str | None) -> bool:
    """Templates of overrides/: whatever they print is text, unless they say it is HTML."""
    return template is not None and template.startswith(("main.html", "404.html", "kinds/", "partials/"))


@jinja2.pass_context
def _link_to(context: jinja2.runtime.Context, uri: str) -> str:
    """Filter ``to``: the address of a page or file, by its uri below docs/, as seen from the page being written."""
    file, mark, place = uri.partition("#")
    address = normalize_url(url_of(file), page=context["page"], base=context["base_url"])
    return (address.removesuffix(".") if address.endswith("/.") else address) + mark + place


def _set_include_path(config: MkDocsConfig) -> None:
    """markdown-include takes its base from the working directory; make it docs_dir wherever the command was started."""
    if "markdown_include.include" not in config.markdown_extensions:
        raise PluginError("mkdocs.yml 的 markdown_extensions 里缺少 markdown_include.include，引用的片段会原样印出来。")
    options = config.mdx_configs.setdefault("markdown_include.include", {})
    options |= {"base_path": os.fspath(config.docs_dir), "throwException": True}


def _plain_nav(item: Any) -> NavItem:
    if isinstance(item, Section):
        children = [_plain_nav(child) for child in item.children]
        return {"title": item.title, "uri": children[0]["uri"] if children else "", "children": children}
    return {"title": item.title, "uri": item.file.src_uri if isinstance(item, Page) else item.url, "children": []}
