import { useEffect, useRef } from "react";

/** What tells a person the outcome of her form takes the focus: the browser gives it to it where no script runs, the part itself where one does. */
export const takesFocus = { tabIndex: -1, autoFocus: true } as const;

/** Gives the focus to a part once it is there, and again with each answer to a form. */
export function useTakesFocus<Part extends HTMLElement>(answer?: unknown) {
  const part = useRef<Part>(null);
  useEffect(() => part.current?.focus(), [answer]);
  return part;
}
