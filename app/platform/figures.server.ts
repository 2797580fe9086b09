import { figureNameIfAny, type Figure, type FigureName } from "~/domain/figures/catalogue";
import type { FigureValue } from "~/domain/figures/value";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";
import { alignmentFigures, judgementFigures } from "./figures/judged-figures.server";
import { actorFigures, factFigures, sourceFigures } from "./figures/record-figures.server";
import { answerFigures, intervieweeFigures, interviewFigures } from "./figures/interview-figures.server";

/** A study as far as figures are read from it. */
export interface FigureStudy {
  assessment: { id: string };
  protocol: Protocol;
}

type Reader = (db: Db, study: FigureStudy) => Promise<Figure[]>;

const readers: readonly { gives: readonly FigureName[]; read: Reader }[] = [
  { gives: ["interviews", "interviews-held"], read: interviewFigures },
  { gives: ["interviewees"], read: intervieweeFigures },
  { gives: ["answers"], read: answerFigures },
  { gives: ["actors"], read: actorFigures },
  { gives: ["sources", "sources-included"], read: sourceFigures },
  { gives: ["mean", "median", "spread", "rated"], read: judgementFigures },
  { gives: ["fact-total"], read: factFigures },
  { gives: ["nodes"], read: alignmentFigures },
];

/** Every figure that can be put into a text of a study, as every reader of its documents may know it: nothing of a round that is not open. */
export async function listFigures(db: Db, study: FigureStudy): Promise<Figure[]> {
  const read = await Promise.all(readers.map((one) => one.read(db, study)));
  return read.flat();
}

/** What some figures are now, by key; one that can't be counted any more is left out. Reads only the records that they are of, and nothing for none. */
export async function readFigureValues(db: Db, study: FigureStudy, keys: ReadonlySet<string>): Promise<Map<string, FigureValue>> {
  const names = new Set([...keys].map(figureNameIfAny));
  const asked = readers.filter(({ gives }) => gives.some((name) => names.has(name)));
  const read = await Promise.all(asked.map((one) => one.read(db, study)));
  return new Map(read.flat().flatMap(({ of, value }) => (keys.has(of) ? [[of, value] as const] : [])));
}
