import { z } from "zod";

/**
 * How a box of a picture is filled: a step, what is left out beside it, a heading, the name of a stage; `level0` … `level4` from the
 * lowest to the highest of a scale; `bar` for an amount, `bare` for none.
 */
const tones = ["plain", "aside", "head", "stage", "level0", "level1", "level2", "level3", "level4", "bar", "bare"] as const;
/** How a box of a picture is filled. */
export type Tone = (typeof tones)[number];

/** How a line is drawn: what is read, what helps reading, what something stands on. */
const strokes = ["ink", "soft", "ground"] as const;

/** The form of a mark, so that it is told apart without its colour. */
const marks = ["disc", "ring", "square", "diamond", "triangle", "cross"] as const;
/** The form of a mark. */
export type MarkForm = (typeof marks)[number];

const point = z.strictObject({ x: z.number(), y: z.number() });
const yes = z.literal(true).optional();

/**
 * A shape of a picture, in its own units; `y` of a text is its base line, `x` and `y` of a mark its middle. A box that is `hatched`
 * is drawn over with slanted lines, one that is `crossed` with lines the other way, one that is `ringed` has a heavy edge; words that are `light` stand on a dark tone.
 */
export const Shape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("box"),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    tone: z.enum(tones),
    hatched: yes,
    crossed: yes,
    ringed: yes,
  }),
  z.strictObject({ kind: z.literal("arrow"), points: z.array(point).min(2) }),
  z.strictObject({ kind: z.literal("line"), points: z.array(point).min(2), stroke: z.enum(strokes), dashed: yes, heavy: yes }),
  z.strictObject({ kind: z.literal("mark"), x: z.number(), y: z.number(), size: z.number(), form: z.enum(marks), stroke: z.enum(strokes) }),
  z.strictObject({
    kind: z.literal("text"),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    strong: yes,
    middle: yes,
    end: yes,
    upright: yes,
    light: yes,
    soft: yes,
    small: yes,
  }),
]);
export type Shape = z.infer<typeof Shape>;

/** A drawing of boxes, lines, marks and words; `title` and `description` say in words what it shows. */
export const Picture = z.strictObject({
  title: z.string(),
  description: z.string(),
  width: z.number(),
  height: z.number(),
  shapes: z.array(Shape),
});
export type Picture = z.infer<typeof Picture>;
