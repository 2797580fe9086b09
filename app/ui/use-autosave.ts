import type { FormEvent, RefObject } from "react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { sendAsBefore, sendForm, unansweredOf } from "./autosave-request";
import type { Autosaver } from "./autosaver";
import { makeAutosaver } from "./autosaver";
import type { DraftEntries } from "./device-drafts";
import { findDraftIfAny, forgetDraft, keepDraft } from "./device-drafts";
import { useDeviceKey } from "./device-key";
import type { SaveLane } from "./save-lane";
import { useSaveLane } from "./save-lane-provider";
import type { SaveStatus } from "./saved-indicator";
import { useReturn } from "./use-return";

/** What a form that saves by itself is told and tells. */
export interface Autosave {
  status: SaveStatus;
  /** On the form: `<Form method="post" {...autosave.form}>`. */
  form: {
    ref: RefObject<HTMLFormElement>;
    onChange: () => void;
    onInput: () => void;
    onBlur: () => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  /** Sends at once: "Try again". */
  again: () => void;
  /** Unsent work of an earlier visit, if this device keeps some. */
  draft: { at: Date; restore: () => void; discard: () => void } | undefined;
}

const quiet = 1500;

/**
 * Saves a form 1.5 s after the last change and when a field is left, one request at a time, by posting it to its own action with
 * the header `x-autosave`. What can't be sent stays in the form and on this device, and is sent again when the connection or the
 * session is back: inside a `SaveLaneProvider` by itself and in order, elsewhere when the person puts it in the form again. `name` is what the form is kept under, e.g. its path and the id of the record. What `maySave` finds wrong is not sent.
 * `answered` = the form began with what the server has given back, so that what the device keeps of it is thrown away.
 */
export function useAutosave(name: string, maySave?: (form: HTMLFormElement) => Promise<SaveStatus | null>, answered = false): Autosave {
  const ref = useRef<HTMLFormElement>(null);
  const last = useLast(ref);
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const key = useDeviceKey();
  const keyNow = useRef(key);
  keyNow.current = key;
  const lane = useSaveLane();
  const asks = useRef(maySave);
  asks.current = maySave;
  const saver = useMemo(
    () =>
      makeAutosaver({
        send: () => {
          const run = () => send(last.current?.form, asks.current);
          return lane ? lane.send(name, run) : run();
        },
        tell: setStatus,
        keep: () => void keep(keyNow.current, name, last.current, lane).then((kept) => kept && lane?.kept(name)),
        forget: () => void forget(keyNow.current, name),
        delay: quiet,
      }),
    [name, lane],
  );
  useReturn(saver.flush);
  useEffect(() => lane?.join(name, saver.flush), [lane, name, saver]);
  useEffect(
    () => () => {
      // What was typed last is sent though the form is gone, and kept on the device where it does not arrive.
      saver.flush();
      saver.stop();
    },
    [saver],
  );
  const form = useMemo(
    () => ({ ref, onChange: saver.changed, onInput: saver.changed, onBlur: saver.flush, onSubmit: submitting(saver) }),
    [saver],
  );
  const [began] = useState({ answered });
  return { status, form, again: saver.flush, draft: useDraft({ key, name, form: ref, lane, ...began }, saver) };
}

/** The form and the page that it stands in, also once they are gone: what was typed last is sent or kept all the same. */
function useLast(ref: RefObject<HTMLFormElement>): RefObject<Place | null> {
  const last = useRef<Place | null>(null);
  useEffect(() => {
    const { pathname, search } = window.location;
    if (ref.current) last.current = { form: ref.current, page: { path: pathname + search, title: document.title } };
  });
  return last;
}

interface Place {
  form: HTMLFormElement;
  page: { path: string; title: string };
}

async function send(
  form: HTMLFormElement | undefined,
  maySave?: (form: HTMLFormElement) => Promise<SaveStatus | null>,
): Promise<SaveStatus> {
  if (!form) return { state: "kept" };
  return (await maySave?.(form)) ?? sendForm(form);
}

/** Sends the form by its button once what is under way has arrived: else it would meet its own save as somebody else's. */
function submitting(saver: Autosaver) {
  return (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const underWay = saver.handOver();
    if (!underWay) return;
    event.preventDefault();
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    void underWay.then(() => form.requestSubmit(submitter));
  };
}

async function keep(key: CryptoKey | undefined, name: string, place: Place | null, lane: SaveLane | null): Promise<boolean> {
  const since = lane?.since(name).getTime();
  if (!key || !place) return false;
  const { form, page } = place;
  await keepDraft(key, name, { entries: entriesOf(form), sent: unansweredOf(form), ...page, since }, new Date());
  return true;
}

async function forget(key: CryptoKey | undefined, name: string): Promise<void> {
  if (key) await forgetDraft(name);
}

function entriesOf(form: HTMLFormElement): DraftEntries {
  return [...new FormData(form)].flatMap(([field, value]) =>
    typeof value === "string" && !/password/i.test(field) ? [[field, value] as const] : [],
  );
}

interface DraftSetting {
  key: CryptoKey | undefined;
  name: string;
  form: RefObject<HTMLFormElement>;
  lane: SaveLane | null;
  answered: boolean;
}

function useDraft({ key, name, form, lane, answered }: DraftSetting, { changed, flush }: Autosaver): Autosave["draft"] {
  const [found, setFound] = useState<{ at: Date; entries: DraftEntries }>();
  useEffect(() => {
    if (answered) return void forgetDraft(name);
    if (!key) return;
    void findDraftIfAny(key, name).then((draft) => {
      if (!draft || !lane || !form.current) return setFound(draft);
      // It goes out as it was when it could not be sent: what did arrive after all is known by its key.
      fill(form.current, draft.entries, true);
      sendAsBefore(form.current, draft.sent);
      lane.since(name, new Date(draft.since ?? draft.at));
      changed();
      flush();
    });
  }, [key, name, lane, form, answered, changed, flush]);
  const leave = useCallback(() => setFound(undefined), []);
  if (!found) return undefined;
  return {
    at: found.at,
    restore() {
      if (form.current) fill(form.current, found.entries);
      leave();
      changed();
    },
    discard() {
      void forgetDraft(name);
      leave();
    },
  };
}

/** Puts kept values back; the version stays that of the page, so an overtaken text meets the conflict screen, unless it is sent `asBefore`. */
function fill(form: HTMLFormElement, entries: DraftEntries, asBefore = false): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of entries) left.set(name, [...(left.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox"))
      element.checked = left.get(element.name)?.includes(element.value) ?? false;
    else if (
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && (element.type !== "hidden" || asBefore))
    ) {
      element.value = left.get(element.name)?.shift() ?? "";
    }
  }
}
