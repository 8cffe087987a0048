"""One file an artefact. ``render_`` returns it; writing it down is another's business."""
