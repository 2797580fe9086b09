import { useFormAction } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { sendTo } from "./autosave-request";
import { type DraftEntries, findDraftIfAny, forgetDraft, keepDraft, listDrafts } from "./device-drafts";
import { useDeviceKey } from "./device-key";
import { type LaneAct, type LaneActs, makeLaneActs } from "./lane-acts";
import { useSaveLane } from "./save-lane-provider";

/** What a form tells that is sent by its button and may wait for a connection. */
export interface LaneForm {
  /** What it was sent for and has not arrived yet, in order. */
  acts: readonly LaneAct[];
  /** On the form, with its field `key`: `<Form method="post" onSubmit={lane.onSubmit}>`. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  again: (act: LaneAct) => void;
  drop: (act: LaneAct) => void;
}

/** Of each form: the field that has to be filled in, values of the moment at which it is sent, and what follows when it has arrived. */
interface LaneFormSetting {
  required?: string;
  more?: () => DraftEntries;
  done: () => void;
}

/**
 * Sends a form by its button in the lane of the forms here: while there is no connection it waits on this device and the form is
 * free for the next. Each time it gets a key by which it is known when it comes again. While the field that is `required` is empty it
 * is not sent; without a lane it goes out as any other. `name` is what it is kept under, e.g. the id of its record and the act.
 */
export function useLaneActs(name: string, { required, more, done }: LaneFormSetting): LaneForm {
  const { acts, made } = useActs(name, done);
  return {
    acts,
    again: (act) => made?.again(act.name),
    drop: (act) => made?.drop(act.name),
    onSubmit(event) {
      const form = event.currentTarget;
      const fields = new FormData(form);
      if (!made) return;
      event.preventDefault();
      if (required !== undefined && !hasWords(fields.get(required))) return;
      const id = crypto.randomUUID();
      fields.set("key", id);
      for (const [field, value] of more?.() ?? []) fields.set(field, value);
      made.add(
        `${name}/${id}`,
        [...fields].flatMap(([field, value]) => (typeof value === "string" ? [[field, value] as const] : [])),
      );
      form.reset();
    },
  };
}

/** The acts of a form as they stand, with those of an earlier visit; null where the page has no lane. */
function useActs(name: string, done: () => void): { acts: readonly LaneAct[]; made: LaneActs | null } {
  const lane = useSaveLane();
  const key = useDeviceKey();
  const action = useFormAction();
  const [acts, setActs] = useState<readonly LaneAct[]>([]);
  const now = useRef({ key, action, done });
  now.current = { key, action, done };
  const made = useMemo(
    () =>
      lane &&
      makeLaneActs({
        lane,
        send: (entries) => sendTo(now.current.action, new URLSearchParams(entries.map(([field, value]) => [field, value]))),
        tell: setActs,
        keep: (act, entries, since) => keep(now.current.key, act, entries, since),
        forget: forgetDraft,
        done: () => now.current.done(),
      }),
    [lane],
  );
  useEffect(() => made?.stop, [made]);
  useEffect(() => {
    if (!key || !made) return;
    void listKept(key, name).then((kept) => kept.forEach(({ act, entries, since }) => made.add(act, entries, since)));
  }, [key, made, name]);
  return { acts, made };
}

const hasWords = (value: FormDataEntryValue | null) => typeof value === "string" && value.trim() !== "";

async function keep(key: CryptoKey | undefined, name: string, entries: DraftEntries, since: Date): Promise<boolean> {
  if (!key) return false;
  const { pathname, search } = window.location;
  const draft = { entries, path: pathname + search, title: document.title, since: since.getTime() };
  return keepDraft(key, name, draft, new Date()).then(
    () => true,
    () => false,
  );
}

/** What a form was sent for in an earlier visit and did not arrive, in order. */
async function listKept(key: CryptoKey, name: string): Promise<{ act: string; entries: DraftEntries; since: Date }[]> {
  const acts = (await listDrafts(key)).filter((draft) => draft.name.startsWith(`${name}/`));
  const found = await Promise.all(acts.map(async (act) => ({ act: act.name, draft: await findDraftIfAny(key, act.name) })));
  return found
    .flatMap(({ act, draft }) => (draft ? [{ act, entries: draft.entries, since: new Date(draft.since ?? draft.at) }] : []))
    .sort((one, other) => one.since.getTime() - other.since.getTime());
}
