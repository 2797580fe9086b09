import { z } from "zod";
import { BegunParts, type BegunPart } from "~/domain/document/compile-parts";
import { CompileJobState } from "~/domain/moves/compile-job";

const Languages = z.array(z.string());
const Hashes = z.array(z.string());
const Purpose = z.enum(["concept", "final"]);

/** A row of a draft that was asked for, with its stored lists read. */
export function readJob<Row extends { state: string; purpose: string; languages: string; parts: string; stored: string }>(row: Row) {
  return {
    ...row,
    state: CompileJobState.parse(row.state),
    purpose: Purpose.parse(row.purpose),
    languages: Languages.parse(JSON.parse(row.languages)),
    parts: readParts(row.parts),
    stored: Hashes.parse(JSON.parse(row.stored)),
  };
}

/** The parts that were begun, as they are stored. */
function readParts(stored: string): BegunPart[] {
  return BegunParts.parse(JSON.parse(stored));
}
