import { z } from "zod";
import { fileFormats, type FileFormat } from "./file-formats";

const file = { format: z.enum(fileFormats), language: z.string() };

/** A part of compiling: reading the study, assembling its documents, writing a file, reading one back, recording the draft. */
export const CompilePart = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("read") }),
  z.strictObject({ part: z.literal("assemble") }),
  z.strictObject({ part: z.literal("write"), ...file }),
  z.strictObject({ part: z.literal("check"), ...file }),
  z.strictObject({ part: z.literal("record") }),
]);
export type CompilePart = z.infer<typeof CompilePart>;

const BegunPart = z.strictObject({ part: CompilePart, at: z.iso.datetime() });
/** A part that was begun, with the time as ISO text. */
export type BegunPart = z.infer<typeof BegunPart>;

/** The parts that were begun, in order, as they are stored. */
export const BegunParts = z.array(BegunPart);

/** The parts of compiling in these languages and formats, in order. */
export function partsOfCompiling(languages: readonly string[], formats: readonly FileFormat[]): CompilePart[] {
  const files = languages.flatMap((language) => formats.map((format) => ({ format, language })));
  return [
    { part: "read" },
    { part: "assemble" },
    ...files.map((one) => ({ part: "write" as const, ...one })),
    ...files.map((one) => ({ part: "check" as const, ...one })),
    { part: "record" },
  ];
}

/** A step of compiling as a page shows it: one line for each part, but one for reading all the files back. */
export interface CompileStep {
  part: CompilePart;
  standing: "done" | "now" | "failed" | "waiting";
  /** How long it took, in seconds; null while it is not over. */
  seconds: number | null;
}

/** How compiling ended or goes on. */
export interface CompileEnd {
  standing: "running" | "done" | "broken-off";
  at: Date | null;
}

/** The steps of compiling: the last one begun is under way, or is where it broke off. */
export function stepsOfCompiling(parts: readonly CompilePart[], begun: readonly BegunPart[], end: CompileEnd): CompileStep[] {
  const steps = parts.filter((part, at) => part.part !== "check" || parts[at - 1]?.part !== "check");
  const last = begun.at(-1);
  return steps.map((part) => {
    const own = begun.filter((one) => isOf(part, one.part));
    const [first] = own;
    if (!first) return { part, standing: "waiting", seconds: null };
    const after = begun[begun.indexOf(first) + own.length];
    const until = after ? new Date(after.at) : end.standing === "done" ? end.at : null;
    const seconds = until ? (until.getTime() - new Date(first.at).getTime()) / 1000 : null;
    if (after || end.standing === "done" || last === undefined) return { part, standing: "done", seconds };
    return { part, standing: end.standing === "broken-off" ? "failed" : "now", seconds: null };
  });
}

/** Reading the files back is one step, all else a step each. */
function isOf(step: CompilePart, part: CompilePart): boolean {
  if (step.part !== "write" || part.part !== "write") return step.part === part.part;
  return step.format === part.format && step.language === part.language;
}
