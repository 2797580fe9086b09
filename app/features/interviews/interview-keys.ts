import { linesAt } from "~/domain/interviews/time-mark";

/** The cards of the questions in their order. */
export function cardsIn(box: Element | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>("[data-question]") ?? [])];
}

/** The card of the question that an element belongs to. */
export function questionOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-question]") ?? null;
}

/** On a narrow screen there is room for one question. */
export function isNarrow(): boolean {
  return window.matchMedia("(max-width: 56rem)").matches;
}

const foldOf = (card: HTMLElement) => card.querySelector<HTMLDetailsElement>(":scope > details");

/** Opens a question, and on a narrow screen closes the others. */
export function unfold(card: HTMLElement, box: Element | null): void {
  const fold = foldOf(card);
  if (fold) fold.open = true;
  if (isNarrow()) foldOthers(card, box);
}

/** Closes every question but one. */
export function foldOthers(card: HTMLElement | null, box: Element | null): void {
  for (const other of cardsIn(box)) {
    const fold = foldOf(other);
    if (fold && other !== card) fold.open = false;
  }
}

/** Goes to a question: opens it, and puts the cursor in its first field. */
export function goToCard(card: HTMLElement, box: Element | null): void {
  unfold(card, box);
  (card.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select") ?? card).focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

/** Whether nothing was chosen or written in a question yet. */
export function isOpenCard(card: HTMLElement): boolean {
  return card.querySelector("form.answer") !== null && card.querySelector("[name=state]:checked") === null;
}

/** Ctrl and an arrow go to the next or previous question, Ctrl and Enter to the next one that is open; leaving a field saves it. */
export function walk(event: KeyboardEvent, box: Element | null): void {
  const { key, ctrlKey, target } = event;
  if (!ctrlKey || !["ArrowDown", "ArrowUp", "Enter"].includes(key) || !(target instanceof Element)) return;
  const cards = cardsIn(box);
  const at = cards.findIndex((card) => card === questionOf(target));
  const next =
    key === "ArrowUp" ? cards[at - 1] : key === "ArrowDown" ? cards[at + 1] : (cards.slice(at + 1).find(isOpenCard) ?? cards[at + 1]);
  if (!next) return;
  event.preventDefault();
  goToCard(next, box);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=submit])");
}

/** The letter that a key stands for here: in a text field only with Alt; elsewhere also alone, unless keys of one letter are off. */
export function letterOf(event: KeyboardEvent, alone: boolean): string | null {
  if (event.ctrlKey || event.metaKey) return null;
  // With Alt some keyboards write other signs, so the place of the key counts.
  if (event.altKey) return /^Key([A-Z])$/u.exec(event.code)?.[1]?.toLowerCase() ?? null;
  return alone && !isTextField(event.target) ? event.key.toLowerCase() : null;
}

/** The form that the keys act on: the one with the cursor, else the first of the question. */
export function formAt(card: HTMLElement | null): HTMLFormElement | null {
  const active = document.activeElement?.closest<HTMLFormElement>("form.answer");
  return active ?? card?.querySelector<HTMLFormElement>("form.answer") ?? null;
}

function field<Kind extends HTMLElement>(form: HTMLFormElement, kind: new () => Kind, name: string): Kind | null {
  const found = form.elements.namedItem(name);
  return found instanceof kind ? found : null;
}

/** Tells a form that script changed a field of it, so that it is saved. */
function changed(control: HTMLElement): void {
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Says of a question that it was not asked, and goes to why. */
export function markNotAsked(form: HTMLFormElement): void {
  form.querySelector<HTMLInputElement>("[name=state][value=not-asked]")?.click();
  form.querySelector<HTMLElement>(".when-not-asked select, .when-not-asked input")?.focus();
}

/** Marks the time of an answer and, where the cursor is in its notes, of what is noted next. */
export function markTime(form: HTMLFormElement, mark: string): void {
  const notes = field(form, HTMLTextAreaElement, "notes");
  if (notes && document.activeElement === notes) {
    notes.setRangeText(`[${mark}] `, notes.selectionStart, notes.selectionEnd, "end");
    changed(notes);
  }
  const time = field(form, HTMLInputElement, "timeMark");
  if (!time || (time.value !== "" && document.activeElement === notes)) return;
  time.value = mark;
  changed(time);
}

/** Takes the selected lines of the notes, or the one with the cursor, into the record, under what stands there. */
export function takeLine(form: HTMLFormElement): void {
  const [notes, record] = [field(form, HTMLTextAreaElement, "notes"), field(form, HTMLTextAreaElement, "record")];
  const line = notes && linesAt(notes.value, notes.selectionStart, notes.selectionEnd);
  if (!line || !record) return;
  record.value = [record.value.trimEnd(), line].filter(Boolean).join("\n");
  changed(record);
}

/** Opens the follow-up question of a card and puts the cursor in it. */
export function openFollowUp(card: HTMLElement | null): void {
  const fold = card?.querySelector<HTMLDetailsElement>("details.follow-up");
  if (!fold) return;
  fold.open = true;
  fold.querySelector<HTMLElement>("input[type=text], textarea")?.focus();
}
