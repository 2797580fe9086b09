import type { RelationSide } from "~/domain/actors/relation";
import type { AnswerValue } from "~/domain/forms/values";
import type { LocalText } from "~/domain/local-text";
import type { NamedRecord } from "~/domain/sheets/match-names";
import type { PlannedRow } from "~/domain/sheets/planned";

/** An actor that is there, as far as a spreadsheet is compared with it. */
export interface KnownActor extends NamedRecord {
  kind: LocalText;
  focus: LocalText;
  levels: readonly string[];
  countries: readonly string[];
  url: string | null;
  facts: readonly KnownFact[];
}

/** A fact that is there; `value` is canonical JSON, null where the words are the fact. */
export interface KnownFact {
  code: string;
  field: string;
  value: string | null;
  text: string;
  asOf: string | null;
}

/** What a row says of the actor itself; what it says nothing of is empty. */
export interface ActorParts {
  name: string;
  otherNames: string[];
  kind: string;
  levels: string[];
  focus: string;
  countries: string[];
  url: string | null;
}

/** A fact that a row brings; where `value` is null, `text` is the fact. */
export interface ImportedFact {
  field: string;
  value: AnswerValue | null;
  text: string;
  asOf: string | null;
}

/** Where the facts and relations of a row come from. */
export interface RowMarks {
  asOf: string | null;
  sourceId: string | null;
  excerptId: string | null;
  ownStatement: boolean;
  /** The source as it was typed; empty = none, or one that is not there. */
  said: string;
}

/** A relation that a row brings: to an actor that is there, or to one that an earlier or later row adds, by the key of its name. */
export interface ImportedRelation {
  side: RelationSide;
  other: { id: string } | { key: string };
}

/** A row of a spreadsheet of actors with all that taking it over takes. */
export interface ActorPlanRow extends PlannedRow {
  /** The actor that it adds to; null where it is new. */
  actorId: string | null;
  /** The name as rows are compared by. */
  key: string;
  /** What is to be written of the actor itself: all of a new one, else only what it lacks. */
  parts: ActorParts;
  facts: ImportedFact[];
  relations: ImportedRelation[];
  marks: RowMarks;
}
