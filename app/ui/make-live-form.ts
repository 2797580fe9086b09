import type { Posted } from "~/domain/forms/posted-form";
import { afterPointer, watchPointer } from "./after-pointer";
import type { LiveErrors } from "./field-error";
import type { LiveCheck, LiveSchema } from "./live-check";
import { entryNames, type FieldInSight, fieldsInSight, goToSummary, isShownWrong, labelOf, nameOf, postedBy } from "./live-fields";
import { tellSummary } from "./live-summary";
import type { MessageValues, MessageWords } from "./message-words";
import type { SaveStatus } from "./saved-indicator";

/** How a form is read, what is filled in in its messages, and the entries that are told once the form is left but do not keep it from saving by itself. */
export type LiveReading = LiveSchema & { values?: (entry: string) => MessageValues; beside?: readonly string[] };

/** What a form that is checked while it is filled in needs; asked anew each time, for a page may be read again. */
export interface LiveParts {
  /** Fetches how the form is read, once somebody is in it. */
  reading: () => Promise<LiveReading>;
  /** The act that the button of the form names, while no button was pressed. */
  intent: string | undefined;
  words: MessageWords;
}

/** A form that is checked while it is filled in. What can't be checked here goes out and is told by the server. */
export interface LiveForm extends LiveErrors {
  entered: (form: HTMLFormElement) => void;
  /** A field was left, for another place or out of the form: it is checked. */
  left: (form: HTMLFormElement, field: EventTarget, to: EventTarget | null) => void;
  /** Something was typed: what was told to be wrong is checked again. */
  typed: (field: EventTarget) => void;
  /** Whether the form may be sent; else it says what is wrong and goes to where that is said. */
  maySend: (form: HTMLFormElement, submitter: HTMLElement | null) => Promise<boolean>;
  /** Whether the form may save by itself: null, or what is told instead. Fields that nobody was at yet are not told to be wrong. */
  maySave: (form: HTMLFormElement) => Promise<SaveStatus | null>;
  /** Forgets what was found: the form was sent, or is gone. */
  forget: () => void;
}

/** Makes that form; it begins to fetch when it is entered. */
export function makeLiveForm(parts: () => LiveParts): LiveForm {
  return new Checked(parts);
}

class Checked implements LiveForm {
  readonly #listeners = new Set<() => void>();
  readonly #edited = new Set<string>();
  /** The entries whose state is shown. */
  readonly #shown = new Set<string>();
  readonly #parts: () => LiveParts;
  #current: { form: HTMLFormElement; submitter: HTMLElement | null } | undefined;
  #reading: LiveReading | undefined;
  #check: LiveCheck | undefined;
  #loading: Promise<LiveCheck | undefined> | undefined;
  #isLeft = false;
  #isSummed = false;

  constructor(parts: () => LiveParts) {
    this.#parts = parts;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  at = (entries: readonly string[]) => {
    const known = entries.filter((entry) => this.#shown.has(entry));
    const wrong = known.find(this.#isWrong);
    if (wrong !== undefined) return this.#say(wrong);
    return this.#check && known.length > 0 ? null : undefined;
  };

  entered = (form: HTMLFormElement) => {
    this.#isLeft = false;
    this.#loading = this.#load(form, null);
  };

  left = (form: HTMLFormElement, field: EventTarget, to: EventTarget | null) => {
    this.#isLeft = !(to instanceof Node && form.contains(to)) && document.activeElement !== field;
    if (this.#isLeft) this.#tellBeside();
    const name = nameOf(field);
    if (name === undefined || name === nameOf(to)) return;
    const isServersWord = !this.#edited.has(name) && !this.#shown.has(name) && isShownWrong(field);
    if (isServersWord) return;
    this.#shown.add(name);
    void (this.#check ? this.#again(name) : this.#load(form, null).then(() => this.#again(name)));
  };

  typed = (field: EventTarget) => {
    const name = nameOf(field);
    if (name === undefined) return;
    this.#edited.add(name);
    if (isShownWrong(field)) this.#shown.add(name);
    else if (![...this.#shown].some(this.#isWrong)) return;
    void this.#again(name);
  };

  maySend = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    const check = await this.#load(form, submitter);
    await check?.run();
    this.#current = { form, submitter: null };
    const [first] = this.#wrongIn(form);
    if (!first) {
      this.forget();
      return true;
    }
    for (const entry of entryNames(form)) this.#shown.add(entry);
    this.#isSummed = true;
    this.#show();
    afterPointer(() => setTimeout(() => goToSummary(first.control))); // the summary is drawn by then
    return false;
  };

  maySave = async (form: HTMLFormElement): Promise<SaveStatus | null> => {
    const check = this.#check ?? (await orGone(this.#loading ?? this.#load(form, null)));
    if (!check) return null;
    await check.run();
    const wrong = this.#wrongIn(form).map(({ name }) => name);
    for (const name of wrong) if (this.#isLeft || this.#edited.has(name)) this.#shown.add(name);
    this.#show();
    if (wrong.every((name) => this.#beside().includes(name))) return null;
    return { state: wrong.some((name) => this.#shown.has(name)) ? "refused" : "idle" };
  };

  forget = () => {
    this.#edited.clear();
    this.#shown.clear();
    if (this.#isSummed) tellSummary(null);
    this.#isSummed = false;
    for (const listener of this.#listeners) listener();
  };

  async #load(form: HTMLFormElement, submitter: HTMLElement | null): Promise<LiveCheck | undefined> {
    this.#current = { form, submitter };
    watchPointer();
    try {
      const [{ makeLiveCheck }, reading] = await Promise.all([import("./live-check"), this.#parts().reading()]);
      this.#reading = reading;
      this.#check ??= makeLiveCheck(() => this.#reading ?? reading, this.#posted);
    } catch {
      // Without connection nothing is checked here: the form goes out, and says so itself.
    }
    return this.#check;
  }

  #beside = () => this.#reading?.beside ?? [];

  #tellBeside(): void {
    for (const name of this.#beside()) {
      this.#shown.add(name);
      void this.#again(name);
    }
  }

  #posted = (): Posted => (this.#current ? postedBy(this.#current.form, this.#current.submitter, this.#parts().intent) : []);

  #isWrong = (entry: string) => this.#check?.keyAt(entry) !== undefined;

  #wrongIn(form: HTMLFormElement): FieldInSight[] {
    return fieldsInSight(form).filter(({ name }) => this.#isWrong(name));
  }

  #say(entry: string): string | undefined {
    const key = this.#check?.keyAt(entry);
    return key === undefined ? undefined : this.#parts().words(key, this.#reading?.values?.(entry));
  }

  async #again(entry: string): Promise<void> {
    await this.#check?.run([entry, ...[...this.#shown].filter(this.#isWrong)]);
    this.#show();
  }

  #show(): void {
    afterPointer(() => {
      for (const listener of this.#listeners) listener();
      if (!this.#isSummed || !this.#current) return;
      const wrong = this.#wrongIn(this.#current.form);
      tellSummary(
        wrong.map(({ name, control }) => ({ id: control.id || undefined, name: labelOf(control), message: this.#say(name) ?? "" })),
      );
    });
  }
}

/** What is awaited, or nothing once the page is left: then there is time to send and no more. */
function orGone<Value>(awaited: Promise<Value>): Promise<Value | undefined> {
  return Promise.race([
    awaited,
    new Promise<undefined>((gone) => window.addEventListener("pagehide", () => gone(undefined), { once: true })),
  ]);
}
