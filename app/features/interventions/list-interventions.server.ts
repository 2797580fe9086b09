import type { EffectClass } from "~/domain/effectiveness/classes";
import { shownValue } from "~/domain/judgements/shown-value";
import { valueWords } from "~/domain/judgements/tally-words";
import { valueOf } from "~/domain/judgements/value";
import { pictureWords, type PictureWords } from "~/domain/pictures/words";
import { levelsOf } from "~/domain/protocol/scales";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { readEffectiveness, type CitingStatement, type Effectiveness, type InterventionRow } from "~/platform/effectiveness.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import type { InterventionFilter } from "./intervention-filter";
import type { InterventionStudy } from "./queries.server";

/** The interventions that fit, by group, and for each criterion how they divide over its classes and what stands under each. A constant number of queries. */
export async function listInterventions(db: Db, study: InterventionStudy, filter: InterventionFilter) {
  const words = pictureWords(documentWords(study.language), study.language, study.assessment.languages);
  const everything = await readEffectiveness(db, study);
  const groupOf = ({ group }: InterventionRow) => words.text(group);
  const { interventions, criteria } =
    filter.group === "" ? everything : await readEffectiveness(db, study, (row) => groupOf(row) === filter.group);
  const groups = groupsInOrder(everything, words);
  const rows = interventions.map((row) => ({
    id: row.id,
    code: row.code,
    title: words.text(row.title),
    group: groupOf(row),
    standings: criteria.map((one) => showStanding(one, row.id, words)),
  }));
  const asked = filter.find.toLocaleLowerCase("und").split(/\s+/).filter(Boolean);
  const fits = ({ code, title, standings }: (typeof rows)[number]) =>
    asked.every((word) => `${code} ${title}`.toLocaleLowerCase("und").includes(word)) &&
    (filter.class === "" || standings.some(({ key }) => key === filter.class));
  return {
    total: everything.interventions.length,
    criteria: criteria.map(({ criterion }) => ({ id: criterion.id, title: words.text(criterion.title) })),
    groups,
    classes: criteria.flatMap(({ matrix }) =>
      [...matrix.found.classes, ...matrix.found.without].map((one) => choiceOf(one, matrix, words)),
    ),
    interventions: rows.filter(fits).toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group)),
    effects: criteria.map((one) => showEffect(one, interventions, study, words)),
  };
}

/** Interventions as their page shows them. */
export type ListedInterventions = Awaited<ReturnType<typeof listInterventions>>;

function groupsInOrder(
  { interventions, criteria }: { interventions: readonly InterventionRow[]; criteria: readonly Effectiveness[] },
  words: PictureWords,
) {
  const placed = criteria[0]?.matrix.groups.map(({ title }) => words.text(title)) ?? interventions.map(({ group }) => words.text(group));
  return [...new Set(placed)];
}

const choiceOf = ({ value }: EffectClass, { scale }: Effectiveness["matrix"], words: PictureWords) => ({
  value: String(value),
  label: valueWords(scale, value, words),
});

/** How an intervention stands on a criterion: its class in words, or why it has none. */
function showStanding({ standing, matrix: { scale } }: Effectiveness, id: string, words: PictureWords) {
  const found = standing(id);
  const shown = found?.judged ? shownValue(scale, found.judged) : null;
  const number = shown?.number == null ? "" : words.number(shown.number);
  return {
    state: found?.state ?? ("unrated" as const),
    key: found?.judged ? String(valueOf(found.judged) ?? "") : "",
    counted: found?.judged?.without == null,
    words: found?.state === "blind" ? `${found.sent}/${found.raters}` : [number, words.text(shown?.label)].filter(Boolean).join(" "),
  };
}

function showEffect(effect: Effectiveness, interventions: readonly InterventionRow[], study: InterventionStudy, words: PictureWords) {
  const { criterion, matrix } = effect;
  const { classes, without, unclassed, classed } = matrix.found;
  const show = (one: EffectClass) => showClass(one, effect, interventions, study, words);
  return {
    id: criterion.id,
    title: words.text(criterion.title),
    description: words.text(criterion.description),
    picture: { kind: "effectiveness" as const, ...matrix },
    classed,
    classes: classes.map(show),
    without: without.map(show),
    unclassed: { unrated: unclassed.unrated.length, blind: unclassed.blind.length, differs: unclassed.differs.length },
  };
}

/** How interventions divide over the classes of a criterion, as the page shows it. */
export type ShownEffect = ReturnType<typeof showEffect>;

function showClass(
  { value, subjects, evidence }: EffectClass,
  effect: Effectiveness,
  interventions: readonly InterventionRow[],
  { language, assessment }: InterventionStudy,
  words: PictureWords,
) {
  const { scale } = effect.matrix;
  const grounds = new Map(subjects.flatMap((id) => effect.grounds(id)).map((one) => [one.id, one]));
  return {
    key: String(value),
    title: valueWords(scale, value, words),
    anchor: words.text(levelsOf(scale).find(({ key }) => key === value)?.anchor),
    evidence,
    citing: once(subjects.flatMap((id) => effect.citing(id))).map(({ code, confidence }) => ({ code, confidence: words.text(confidence) })),
    interventions: interventions
      .filter(({ id }) => subjects.includes(id))
      .map(({ id, code, title }) => ({
        code,
        title: words.text(title),
        pieces: effect.weight(id).pieces,
        origins: effect.weight(id).origins,
      })),
    grounds: [...grounds.values()].map((one) => showEvidence(one, language, assessment.languages)),
  };
}

/** One class as the page shows it. */
export type ShownClass = ReturnType<typeof showClass>;

const once = (statements: readonly CitingStatement[]) => [...new Map(statements.map((one) => [one.code, one])).values()];
