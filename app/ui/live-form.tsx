import type { FormProps } from "@remix-run/react";
import { Form } from "@remix-run/react";
import type { FocusEvent, FormEvent } from "react";
import { useEffect, useMemo, useRef } from "react";
import { LiveErrorsContext } from "./field-error";
import type { LiveForm as Live, LiveReading } from "./make-live-form";
import { makeLiveForm } from "./make-live-form";
import { useMessageWords } from "./message-words";
import type { Autosave } from "./use-autosave";

/**
 * Checks a form while it is filled in, by the schema that the server reads it with:
 * `useLiveForm(async () => ({ form: (await import("./schema")).ActorForm }), "change")`. The schema is fetched once somebody is in the
 * form. `intent` is the act that its button names, where it stands in no field.
 */
export function useLiveForm(reading: () => Promise<LiveReading>, intent?: string): Live {
  const words = useMessageWords();
  const parts = useRef({ reading, intent, words });
  parts.current = { reading, intent, words };
  return useMemo(() => makeLiveForm(() => parts.current), []);
}

export interface LiveFormProps extends Omit<FormProps, "onFocus" | "onBlur" | "onInput" | "onChange" | "onSubmit"> {
  live: Live;
  /** Where the form saves by itself, or is sent in a lane. */
  autosave?: Partial<Autosave["form"]> | undefined;
}

/**
 * A form that works without script and, with it, tells what is wrong at a field when it is left, takes that back while it is put
 * right, and is not sent while something is wrong.
 */
export function LiveForm({ live, autosave, children, ...form }: LiveFormProps) {
  const onSubmit = useSubmitting(live, autosave?.onSubmit);
  useEffect(() => live.forget, [live]);
  return (
    <LiveErrorsContext.Provider value={live}>
      <Form
        method="post"
        noValidate
        {...form}
        ref={autosave?.ref}
        onFocus={(event: FocusEvent<HTMLFormElement>) => {
          if (!event.currentTarget.contains(event.relatedTarget)) live.entered(event.currentTarget);
        }}
        onBlur={(event: FocusEvent<HTMLFormElement>) => {
          live.left(event.currentTarget, event.target, event.relatedTarget);
          autosave?.onBlur?.();
        }}
        onInput={(event: FormEvent<HTMLFormElement>) => {
          live.typed(event.target);
          autosave?.onInput?.();
        }}
        onChange={autosave?.onChange}
        onSubmit={onSubmit}
      >
        {children}
      </Form>
    </LiveErrorsContext.Provider>
  );
}

/** Holds a form back until it was checked, then sends it by the same button; a second press meanwhile counts for nothing. */
function useSubmitting(live: Live, then: ((event: FormEvent<HTMLFormElement>) => void) | undefined) {
  const stage = useRef<"still" | "asking" | "passed">("still");
  return (event: FormEvent<HTMLFormElement>) => {
    if (stage.current === "passed") return then?.(event);
    event.preventDefault();
    if (stage.current === "asking") return;
    stage.current = "asking";
    const form = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    void live.maySend(form, submitter).then((may) => {
      stage.current = "passed";
      if (may && form.isConnected) form.requestSubmit(submitter);
      stage.current = "still";
    });
  };
}
