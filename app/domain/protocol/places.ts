import type { z } from "zod";
import type { Path } from "~/domain/protocol/problem";

/** A value in a protocol that may be wrong elsewhere, with its place. */
export type Place<T = unknown> = { path: Path; value: T };

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === "number") return value[step];
    return isMapping(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
  }, root);
}

/** The places that a pattern names: `questions.*.id`, with `*` for each entry of a list. */
export function placesOf(root: unknown, pattern: string): Place[] {
  return pattern
    .split(".")
    .reduce<Place[]>((places, step) => places.flatMap((place) => stepInto(place, step)), [{ path: [], value: root }]);
}

function stepInto({ path, value }: Place, step: string): Place[] {
  if (step === "*") return Array.isArray(value) ? value.map((each: unknown, at) => ({ path: [...path, at], value: each })) : [];
  if (!isMapping(value) || !Object.hasOwn(value, step)) return [];
  return [{ path: [...path, step], value: value[step] }];
}

/** The places of several patterns whose value is as the schema says; the others are told of by the check of shapes. */
export function soundPlaces<T>(root: unknown, schema: z.ZodType<T>, patterns: readonly string[]): Place<T>[] {
  return patterns.flatMap((pattern) =>
    placesOf(root, pattern).flatMap(({ path, value }) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? [{ path, value: parsed.data }] : [];
    }),
  );
}

/** Where fields stand: forms of research questions, facts of actors. */
export const fieldPlaces = ["questions.*.fields.*", "actorFacts.*"] as const;

/** Where the kind of an answer stands, cells of tables included. */
export const answerPlaces = [
  ...fieldPlaces.map((place) => `${place}.answer`),
  "guide.blocks.*.questions.*.answer",
  "guide.blocks.*.questions.*.parts.*.answer",
].flatMap((place) => [place, `${place}.columns.*.answer`]);
