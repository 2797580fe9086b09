import { isFigureSettled } from "~/domain/figures/standing";
import type { BoundFigure, ReferenceTarget } from "~/domain/text/document";
import type { Citable, TextNaming } from "./editor-handle";

/** A citation as it is drawn in the editor: the code of what is cited, leading to it where that can be opened. */
export function citationMark(citable: Citable | undefined): HTMLElement {
  const mark = linkOrSpan(citable?.href);
  mark.className = "cite";
  mark.textContent = citable?.code ?? "?";
  if (citable) mark.dataset["linkId"] = citable.linkId;
  return mark;
}

/** A cross reference as it is drawn in the editor: what it leads to as numbered now, or a sign where that is gone. */
export function referenceMark(target: ReferenceTarget, { referenceOf }: TextNaming): HTMLElement {
  const named = referenceOf(target);
  const mark = linkOrSpan(named?.href);
  mark.className = named ? "cross" : "cross gone";
  mark.textContent = named?.label ?? "?";
  if (named) mark.title = named.title;
  mark.dataset["reference"] = `${target.kind}:${target.id}`;
  return mark;
}

/** A figure as it is drawn in the editor: what the text says, marked where its data say something else now. */
export function figureMark(figure: BoundFigure, { figureNow }: TextNaming): HTMLElement {
  const now = figureNow(figure.of, figure.shown);
  const mark = document.createElement("span");
  mark.className = isFigureSettled(figure, now) ? "figure" : "figure changed";
  mark.textContent = figure.shown;
  mark.title = now !== null && now !== figure.shown ? `${figure.of} = ${now}` : figure.of;
  mark.dataset["figure"] = JSON.stringify(figure);
  return mark;
}

function linkOrSpan(href: string | undefined): HTMLElement {
  const mark = document.createElement(href === undefined ? "span" : "a");
  if (href !== undefined) mark.setAttribute("href", href);
  return mark;
}
