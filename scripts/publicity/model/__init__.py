"""One typed class a content kind. Raw fields are what staff type; nothing here is computed."""

from publicity.model.disclosure import DisclosureItem, NormativeDocument
from publicity.model.enforcement import EnforcementItem, EnforcementResult
from publicity.model.page import PlainPage
from publicity.model.procedure import ProcedureNotice
from publicity.model.record import Record
from publicity.model.report import AnnualReport
from publicity.model.schedule import NoticeBoard, PublicityEvent

# Every kind, by the word that front matter's ``kind`` carries.
KINDS: dict[str, type[Record] | type[PlainPage]] = {
    "page": PlainPage,
    "annual_report": AnnualReport,
    "disclosure_item": DisclosureItem,
    "normative_document": NormativeDocument,
    "enforcement_item": EnforcementItem,
    "procedure_notice": ProcedureNotice,
    "enforcement_result": EnforcementResult,
    "publicity_event": PublicityEvent,
    "notice_board": NoticeBoard,
}

__all__ = [
    "KINDS",
    "AnnualReport",
    "DisclosureItem",
    "EnforcementItem",
    "EnforcementResult",
    "NormativeDocument",
    "NoticeBoard",
    "PlainPage",
    "ProcedureNotice",
    "PublicityEvent",
    "Record",
]
