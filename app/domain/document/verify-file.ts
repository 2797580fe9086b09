import type { Provenance, StatementEntity } from "~/domain/document/provenance";
import type { ReturnedFile, ReturnedStatement } from "~/domain/document/returned-file";

/**
 * What became of a statement in a file: as it was; other words; number or text gone; never in that edition; or its words stand as they were and a ground of it,
 * or the place where that is described, is gone.
 */
export const statementVerdicts = ["unchanged", "changed", "missing", "unknown", "grounds-missing"] as const;
/** What became of a statement in a file. */
export type StatementVerdict = (typeof statementVerdicts)[number];

/** One statement of a file against its edition: its words there and here where they differ, and the codes of grounds that are gone. */
export interface VerifiedStatement {
  code: string;
  verdict: StatementVerdict;
  before?: string;
  after?: string;
  grounds?: readonly string[];
}

/**
 * Compares each statement of a file with what the edition has, in the order of the edition; those that it never had come last. Where the format doesn't keep
 * gaps between words (a PDF breaks lines), texts are compared without any.
 */
export function verifyFile(file: ReturnedFile, edition: Provenance, { keepsGaps }: { keepsGaps: boolean }): VerifiedStatement[] {
  const found = new Map(file.statements.map((statement) => [statement.anchor, statement]));
  const places = new Set(file.places);
  const known = edition["grondslag:statements"];
  const judged = known.map((statement) => judge(statement, found.get(placeOf(statement["@id"])), places, keepsGaps));
  const anchors = new Set(known.map((statement) => placeOf(statement["@id"])));
  const unknown = file.statements.filter(({ anchor }) => !anchors.has(anchor));
  return [...judged, ...unknown.map(({ anchor, text }): VerifiedStatement => ({ code: anchor, verdict: "unknown", after: text }))];
}

const placeOf = (id: string) => id.replace(/^#/u, "");

function judge(
  statement: StatementEntity,
  found: ReturnedStatement | undefined,
  places: ReadonlySet<string>,
  keepsGaps: boolean,
): VerifiedStatement {
  const code = statement["grondslag:code"];
  const before = statement["prov:value"];
  if (!found) return { code, verdict: "missing", before };
  const same = keepsGaps ? before === found.text : withoutGaps(before) === withoutGaps(found.text);
  if (!same) return { code, verdict: "changed", before, after: found.text };
  const gone = statement["prov:qualifiedDerivation"].filter(({ "prov:entity": entity }) => {
    const place = placeOf(entity);
    return !found.grounds.includes(place) || !places.has(place);
  });
  if (gone.length > 0) return { code, verdict: "grounds-missing", grounds: gone.map((each) => each["grondslag:code"]) };
  return { code, verdict: "unchanged" };
}

const withoutGaps = (text: string) => text.replaceAll(/\s+/gu, "");
