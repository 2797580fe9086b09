import { relationFrom, type RelationEnds, saysTheSame } from "~/domain/actors/relation";
import type { Cell } from "~/domain/sheets/cell";
import { foldName } from "~/domain/sheets/fold-name";
import { nameFinder, type NameMatch } from "~/domain/sheets/match-names";
import type { RowDecision, SheetMapping } from "~/domain/sheets/mapping";
import { type CellProblem, isWritten, type PlannedItem } from "~/domain/sheets/planned";
import type { ActorParts, ActorPlanRow, ImportedFact, ImportedRelation, KnownActor } from "./import-actor";
import { type ActorCells, actorRowReader, type ActorCellSetting } from "./import-cells";
import { type FactIndex, factIndexer, importedFactKey } from "./known-facts";

/** What planning takes beside the rows: what is there, and the words for what is shown. */
export interface ActorPlanSetting extends ActorCellSetting {
  actors: readonly KnownActor[];
  relations: readonly RelationEnds[];
  label: (key: string, kind: "part" | "fact" | "relation") => string;
  /** A country by what is kept of it. */
  country: (stored: string) => string;
  /** Levels by what is kept of them. */
  levelNames: (stored: readonly string[]) => string[];
  /** A fact in words. */
  say: (fact: ImportedFact) => string;
}

/** Plans the rows of a sheet one after the other: a row may add to a new actor of an earlier one. */
export type ActorPlanner = (row: number, cells: readonly Cell[]) => ActorPlanRow;

/** An actor that rows bring, with what they said of it so far. */
interface Pending {
  row: number;
  parts: ActorParts;
}

/** Makes the planner of a sheet. `names` are the cells of all its rows, so that a relation can name an actor of a later one. */
export function actorPlanner(
  mapping: SheetMapping,
  setting: ActorPlanSetting,
  rows: readonly { row: number; cells: readonly Cell[] }[],
): ActorPlanner {
  const find = nameFinder(setting.actors);
  const read = actorRowReader(mapping, setting);
  const keyOf = (name: string) => foldName(name) || name.toLowerCase();
  const listed = new Set(rows.filter(({ row }) => mapping.decisions[row] !== "skip").map(({ cells }) => keyOf(read(cells).parts.name)));
  const pending = new Map<string, Pending>();
  const seen = new Map<string, Set<string>>();
  const factsOf = factIndexer();
  return (row, cells) => {
    const decision = mapping.decisions[row];
    const said = read(cells);
    const match = find(said.parts.name);
    const actor = match.found === "one" ? match.row : null;
    const key = actor ? actor.id : keyOf(said.parts.name);
    const relations = readRelations(said, { find, listed, keyOf });
    const problems = [...said.problems, ...nameProblem(match, mapping), ...relations.problems].toSorted(byColumn);
    const base = { row, title: said.parts.name, key, actorId: actor?.id ?? null, marks: said.marks, problems };
    const earlier = actor ? undefined : pending.get(key);
    const target = actor ? { code: actor.code, name: actor.name } : earlier ? { row: earlier.row } : null;
    if (!mayTake(problems, decision)) return leftOut(base, target, said.parts, decision);
    const before = seen.get(key) ?? new Set<string>();
    const there = factsOf(actor);
    const facts = said.facts.map((fact) => plannedFact(fact, said.marks.said, { there, before }, setting));
    const parts = actor
      ? lackedBy(said.parts, actor, mapping.language, setting)
      : earlier
        ? lackedBySame(said.parts, earlier.parts, setting)
        : allOf(said.parts, setting);
    const own = actor ? { id: actor.id } : { key };
    const ties = relations.relations.map((relation) => plannedRelation(relation, own, setting));
    const written = facts.filter(({ item }) => isWritten(item)).map(({ fact }) => fact);
    for (const fact of written) before.add(importedFactKey(fact));
    seen.set(key, before);
    if (!actor && !earlier) pending.set(key, { row, parts: parts.parts });
    const items = [...parts.items, ...facts.map(({ item }) => item), ...ties.map(({ item }) => item)];
    const outcome = !target ? "new" : items.some(isWritten) ? "adds" : "same";
    const kept = ties.filter(({ item }) => isWritten(item)).map(({ relation }) => relation);
    return { ...base, outcome, target, items, parts: parts.parts, facts: written, relations: kept };
  };
}

const byColumn = (one: CellProblem, other: CellProblem) => (one.column ?? -1) - (other.column ?? -1);

/** A row with errors is taken over only where somebody chose to leave what is wrong out of it, and never without its name. */
function mayTake(problems: readonly CellProblem[], decision: RowDecision | undefined): boolean {
  if (decision === "skip") return false;
  return (
    problems.length === 0 || (decision === "keep" && !problems.some(({ message }) => message === "noName" || message === "severalNamed"))
  );
}

function leftOut(
  base: Omit<ActorPlanRow, "outcome" | "target" | "items" | "parts" | "facts" | "relations">,
  target: ActorPlanRow["target"],
  parts: ActorParts,
  decision: RowDecision | undefined,
): ActorPlanRow {
  return { ...base, outcome: decision === "skip" ? "skipped" : "error", target, items: [], parts, facts: [], relations: [] };
}

function nameProblem(match: NameMatch<KnownActor>, { columns }: SheetMapping): CellProblem[] {
  if (match.found !== "several") return [];
  const column = columns.findIndex(({ target }) => target === "name");
  return [{ column, message: "severalNamed", values: { codes: match.rows.map(({ code }) => code).join(", ") } }];
}

interface Names {
  find: ReturnType<typeof nameFinder<KnownActor>>;
  listed: ReadonlySet<string>;
  keyOf: (name: string) => string;
}

type NamedRelation = ImportedRelation & { name: string };

function readRelations(said: ActorCells, { find, listed, keyOf }: Names): { relations: NamedRelation[]; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const relations = said.relations.flatMap(({ side, name, column }): NamedRelation[] => {
    const match = find(name);
    if (match.found === "one") return [{ side, name: match.row.name, other: { id: match.row.id } }];
    if (match.found === "none" && listed.has(keyOf(name))) return [{ side, name, other: { key: keyOf(name) } }];
    const codes = match.found === "several" ? match.rows.map(({ code }) => code).join(", ") : "";
    problems.push({ column, message: codes === "" ? "unknownActor" : "severalNamed", values: { part: name, codes } });
    return [];
  });
  return { relations, problems };
}

function plannedRelation(
  { name, ...relation }: NamedRelation,
  own: { id: string } | { key: string },
  { relations, label }: ActorPlanSetting,
): { relation: ImportedRelation; item: PlannedItem } {
  const { side, other } = relation;
  const ends = "id" in own && "id" in other ? relationFrom(side, own.id, other.id) : null;
  const there = ends !== null && relations.some((one) => saysTheSame(one, ends));
  const itself = "id" in own && "id" in other ? own.id === other.id : "key" in own && "key" in other && own.key === other.key;
  return { relation, item: { label: label(side, "relation"), text: name, state: there || itself ? "there" : "new" } };
}

function plannedFact(
  { column: _, ...fact }: ActorCells["facts"][number],
  source: string,
  { there, before }: { there: FactIndex; before: ReadonlySet<string> },
  { label, say }: ActorPlanSetting,
): { fact: ImportedFact; item: PlannedItem } {
  const marks = [fact.asOf, source].filter(Boolean).join(" · ");
  const text = marks === "" ? say(fact) : `${say(fact)} (${marks})`;
  const key = importedFactKey(fact);
  const same = there.codeOf.get(key);
  const codes = there.codesOf.get(fact.field);
  const state = same !== undefined || before.has(key) ? "there" : codes !== undefined ? "beside" : "new";
  const other = same ?? (state === "beside" ? codes : undefined);
  return { fact, item: { label: label(fact.field, "fact"), text, state, ...(other !== undefined && { other }) } };
}

type Told = { parts: ActorParts; items: PlannedItem[] };

const nothing = (name: string): ActorParts => ({ name, otherNames: [], kind: "", levels: [], focus: "", countries: [], url: null });

/** Everything that is said of a new actor. */
function allOf(said: ActorParts, setting: ActorPlanSetting): Told {
  const { label } = setting;
  const lists = (["otherNames", "levels", "countries"] as const).map((part) => [part, listed(said[part], part, setting)] as const);
  const texts = (["kind", "focus", "url"] as const).map((part) => [part, said[part] ?? ""] as const);
  const items = [...lists, ...texts]
    .filter(([, text]) => text !== "")
    .map(([part, text]) => ({ label: label(part, "part"), text, state: "new" as const }));
  return { parts: said, items };
}

/** What an actor that is there lacks of it: a text that it has in this language stays, lists are added to. */
function lackedBy(said: ActorParts, actor: KnownActor, language: string, setting: ActorPlanSetting): Told {
  const has = (text: KnownActor["kind"]) => (Object.hasOwn(text, language) ? (text[language] ?? "") : "");
  const lists = { otherNames: [actor.name, ...actor.otherNames], levels: actor.levels, countries: actor.countries };
  return compared(said, { ...lists, kind: has(actor.kind), focus: has(actor.focus), url: actor.url ?? "" }, setting);
}

/** What an earlier row did not say yet of the same new actor. */
function lackedBySame(said: ActorParts, earlier: ActorParts, setting: ActorPlanSetting): Told {
  return compared(said, { ...earlier, url: earlier.url ?? "", otherNames: [earlier.name, ...earlier.otherNames] }, setting);
}

interface KnownParts {
  kind: string;
  focus: string;
  url: string;
  otherNames: readonly string[];
  levels: readonly string[];
  countries: readonly string[];
}

function listed(list: readonly string[], part: "otherNames" | "levels" | "countries", { country, levelNames }: ActorPlanSetting): string {
  const named = { otherNames: () => list, levels: () => levelNames(list), countries: () => list.map(country) };
  return named[part]().join("; ");
}

function compared(said: ActorParts, known: KnownParts, setting: ActorPlanSetting): Told {
  const { label } = setting;
  const parts = nothing(said.name);
  const items: PlannedItem[] = [];
  for (const part of ["otherNames", "levels", "countries"] as const) {
    const there = new Set(known[part].map(foldName));
    parts[part] = said[part].filter((one) => !there.has(foldName(one)));
    const text = listed(parts[part].length > 0 ? parts[part] : said[part], part, setting);
    if (text !== "") items.push({ label: label(part, "part"), text, state: parts[part].length > 0 ? "new" : "there" });
  }
  for (const part of ["kind", "focus", "url"] as const) {
    const [text, has] = [said[part] ?? "", known[part]];
    if (text === "") continue;
    const state = has === "" ? "new" : foldName(has) === foldName(text) ? "there" : "kept";
    items.push({ label: label(part, "part"), text, state, ...(state === "kept" && { other: has }) });
    if (state === "new") parts[part] = text;
  }
  return { parts, items };
}
