import type { Posted } from "~/domain/forms/posted-form";

/** A field of a form that is in sight, by the name of its entry. */
export interface FieldInSight {
  name: string;
  control: HTMLElement;
}

/** What would be sent: the fields of the form, and the act that its button names. */
export function postedBy(form: HTMLFormElement, submitter: HTMLElement | null, intent: string | undefined): Posted {
  const fields: Posted = [];
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string") fields.push([name, value.replaceAll(/\r\n?/g, "\n")]);
  }
  if (intent !== undefined && !fields.some(([name]) => name === "intent")) fields.push(["intent", intent]);
  return fields;
}

/** The fields that a person can put right, in the order of the page; a group of controls stands for the entries it names. */
export function fieldsInSight(form: HTMLFormElement): FieldInSight[] {
  const found: FieldInSight[] = [];
  for (const element of form.querySelectorAll<HTMLElement>("[name], fieldset[data-entry]")) {
    const control = element.matches("fieldset") ? element.querySelector<HTMLElement>("input, select, textarea") : element;
    const name = element.dataset["entry"] ?? element.getAttribute("name") ?? "";
    if (control && isInSight(control) && !found.some((one) => one.name === name)) found.push({ name, control });
  }
  return found;
}

/** The names of every entry of a form, in sight or not. */
export function entryNames(form: HTMLFormElement): Set<string> {
  const elements = [...form.querySelectorAll<HTMLElement>("[name], fieldset[data-entry]")];
  return new Set(elements.map((element) => element.dataset["entry"] ?? element.getAttribute("name") ?? ""));
}

function isInSight(control: HTMLElement): boolean {
  if (control.matches("[type=hidden], :disabled, button")) return false;
  return control.closest("details:not([open])") !== null || control.getClientRects().length > 0;
}

/** What a field is called on the page: the words of its label, or of the question over its choices. */
export function labelOf(control: HTMLElement): string | undefined {
  const group = control.closest("fieldset[data-entry]");
  const label = group?.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  const own = [...(label?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.matches(".optional")));
  return (
    own
      .map(({ textContent }) => textContent)
      .join("")
      .trim() || undefined
  );
}

/** Brings a field into sight and goes there. */
export function goTo(control: HTMLElement): void {
  for (let folded = control.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) folded.open = true;
  control.focus();
  if (control instanceof HTMLInputElement && control.type === "password") control.select(); // as Tab does: what is not seen is typed anew
}

/** Goes to the summary of what is wrong; on a page without one, to the first field that is. */
export function goToSummary(first: HTMLElement): void {
  const summary = document.getElementById("errors");
  if (summary) summary.focus();
  else goTo(first);
}

/** The name of the field that an event is about, if it is one that is sent. */
export function nameOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement))
    return undefined;
  return target.name === "" || target.matches("[type=hidden], [type=submit], [type=button]") ? undefined : target.name;
}

/** Whether a field is shown as wrong now, by the page or by the server. */
export function isShownWrong(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[aria-invalid=true]") !== null;
}
