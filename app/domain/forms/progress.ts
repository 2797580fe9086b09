import type { FormField } from "~/domain/forms/form-field";
import { askedFields } from "~/domain/forms/is-asked";
import { type Answers, isSettled } from "~/domain/forms/stored-answer";

/** How far a form is; computed, never stored. */
export type Progress = {
  status: "not-started" | "in-progress" | "complete";
  asked: number;
  settled: number;
  /** The names of the fields that still have to be answered. */
  left: string[];
};

/**
 * How far a form is, counting the fields that are asked. Complete when nothing required is open, or, in a form in which nothing
 * is required, when nothing at all is open.
 */
export function progressOf(fields: readonly FormField[], answers: Answers): Progress {
  const asked = askedFields(fields, answers);
  const open = asked.filter((field) => !isSettled(answers, field.name));
  const settled = asked.length - open.length;
  const required = asked.some((field) => field.required);
  const left = open.filter((field) => field.required || !required).map((field) => field.name);
  if (settled === 0 && asked.length > 0) return { status: "not-started", asked: asked.length, settled, left };
  return { status: left.length === 0 ? "complete" : "in-progress", asked: asked.length, settled, left };
}
