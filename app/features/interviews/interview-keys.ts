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

/** The text in which one types: the raw notes for whom they are, else the record; null where neither is in sight. */
function textToTypeIn(box: HTMLElement): HTMLElement | null {
  const texts = [...box.querySelectorAll<HTMLElement>("[name=notes], [name=record]")].filter((text) => text.checkVisibility());
  return texts.find((text) => text.matches("[name=notes]")) ?? texts[0] ?? null;
}

/** Goes to a question: opens it, and puts the cursor in the text of its first part that is open. */
export function goToCard(card: HTMLElement, box: Element | null): void {
  unfold(card, box);
  const forms = formsIn(card);
  const form = forms.find(isOpenForm) ?? forms[0];
  (textToTypeIn(form ?? card) ?? card).focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

function goToForm(form: HTMLFormElement, box: Element | null): void {
  const card = questionOf(form);
  if (card) unfold(card, box);
  textToTypeIn(form)?.focus({ preventScroll: true });
  (form === formsIn(card)[0] ? (card ?? form) : (form.parentElement ?? form)).scrollIntoView({ block: "start" });
}

const formsIn = (box: Element | null) => [...(box?.querySelectorAll<HTMLFormElement>("form.answer") ?? [])];

const isOpenForm = (form: HTMLFormElement) => form.querySelector("[name=state]:checked") === null;

/** Whether a part of a question has nothing chosen or written yet. */
export function isOpenCard(card: HTMLElement): boolean {
  return formsIn(card).some(isOpenForm);
}

/** Ctrl and an arrow go to the next or previous question, Ctrl and Enter to the next part that is open; leaving a field saves it. */
export function walk(event: KeyboardEvent, box: Element | null): void {
  const { key, ctrlKey, target } = event;
  if (!ctrlKey || !["ArrowDown", "ArrowUp", "Enter"].includes(key) || !(target instanceof Element)) return;
  const form = key === "Enter" ? formsIn(box).find((each) => isOpenForm(each) && isAfter(each, target)) : undefined;
  const cards = cardsIn(box);
  const at = cards.findIndex((card) => card === questionOf(target));
  const card = cards[key === "ArrowUp" ? at - 1 : at + 1];
  if (!form && !card) return;
  event.preventDefault();
  if (form) goToForm(form, box);
  else if (card) goToCard(card, box);
}

const isAfter = (one: Element, other: Element) => (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input, button"));
}

/** The letter that a key stands for here: in a field or on a button only with Alt; elsewhere also alone, unless keys of one letter are off. */
export function letterOf(event: KeyboardEvent, alone: boolean): string | null {
  if (event.ctrlKey || event.metaKey) return null;
  // With Alt some keyboards write other signs, so the place of the key counts.
  if (event.altKey) return /^Key([A-Z])$/u.exec(event.code)?.[1]?.toLowerCase() ?? null;
  return alone && !isControl(event.target) ? event.key.toLowerCase() : null;
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

/** Says of a question that it was asked as soon as a record of its answer is written, where nothing was chosen yet. */
export function tickAsked(form: HTMLFormElement | null): void {
  const record = form && field(form, HTMLTextAreaElement, "record");
  if (!form || !record || record.value.trim() === "" || !isOpenForm(form)) return;
  const asked = form.querySelector<HTMLInputElement>("[name=state][value=answered]");
  if (asked) asked.checked = true;
}
