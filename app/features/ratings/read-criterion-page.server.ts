import { earlierWordings, earlierWordingWords } from "~/domain/judgements/earlier-wordings";
import { givenWords, toldWords } from "~/domain/judgements/heatmap-words";
import { countingOf, isEarlier, ratedSubject } from "~/domain/judgements/rated";
import type { ShownHeatmap } from "~/domain/judgements/shown-heatmap";
import { scaleChoices } from "~/domain/judgements/scale-choices";
import { tallyOf } from "~/domain/judgements/tally";
import { pictureWords } from "~/domain/pictures/words";
import { findCriterion } from "~/domain/protocol/readers";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import type { RoundRow } from "~/platform/judgements.server";
import { refuse } from "~/platform/refusal.server";
import { readFilteredRated } from "./read-heatmap.server";
import type { RatingsStudy } from "./read-subject-ratings.server";
import type { HeatmapFilter } from "./shown-standings";

/** Every actor on one criterion as a picture; `code` is that of the criterion. Not found where there is none. */
export async function readCriterionPicture(
  db: Db,
  study: Pick<RatingsStudy, "assessment" | "protocol" | "viewer"> & { language: string },
  code: string | undefined | null,
  filter: HeatmapFilter,
) {
  const { rated, rows } = await readFilteredRated(db, study, "actor", filter);
  const at = rated.criteria.findIndex((criterion) => criterion.code === code);
  const criterion = rated.criteria[at];
  if (!criterion) throw refuse("not-found");
  const of = rows.map((row) => ({ ...ratedSubject(row), mean: null, cells: row.cells.slice(at, at + 1) }));
  const shown: ShownHeatmap = { subject: "actor", criteria: [criterion], rows: of, order: filter.sort };
  return { criteria: rated.criteria, criterion, at, rows, judgedBy: rated.judgedBy, shown };
}

/** The page of a criterion: what it asks, how often each level was given, and each actor on it. */
export async function readCriterionPage(db: Db, study: RatingsStudy, code: string | undefined, filter: HeatmapFilter) {
  const { language, assessment, protocol } = study;
  const words = pictureWords(documentWords(language), language, assessment.languages);
  const { criteria, criterion, at, rows, judgedBy, shown } = await readCriterionPicture(db, study, code, filter);
  const { scale } = criterion;
  const neighbour = (place: number) =>
    criteria.slice(place, place + 1).map((one) => ({ code: one.code, title: words.text(one.title) }))[0] ?? null;
  const judged = rows.flatMap(({ code: subject, cells: own, rounds }) => {
    const by = judgedBy.get(rounds[at]?.protocolNumber ?? 0);
    return by && own.slice(at, at + 1).some(isEarlier) ? [{ code: subject, criterion: criterion.id, judgedBy: by }] : [];
  });
  const cells = rows.flatMap((row) => row.cells.slice(at, at + 1));
  return {
    id: criterion.id,
    code: criterion.code,
    title: words.text(criterion.title),
    description: words.text(findCriterion(protocol, criterion.id)?.description),
    scale: scale && scaleChoices(scale, language, assessment.languages),
    tally: scale && countsOf(tallyOf(scale, cells.map(countingOf)), words.number, words.text),
    before: at > 0 ? neighbour(at - 1) : null,
    after: neighbour(at + 1),
    rows: rows.map((row) => {
      const cell = row.cells[at] ?? { state: "unrated" };
      return {
        code: row.code,
        name: words.text(row.name),
        state: cell.state,
        again: shownAgain(row.again[at] ?? null),
        value: toldWords(cell, criterion, words),
        raters: givenWords(cell, criterion, words),
      };
    }),
    earlier: earlierWordings(judged, protocol).map((one) => earlierWordingWords(one, protocol, words)),
    shown,
  };
}

const shownAgain = (round: RoundRow | null) => round && { done: round.sent, raters: round.raters.length };

/** A criterion as its page shows it. */
export type ShownCriterionPage = Awaited<ReturnType<typeof readCriterionPage>>;

/** How many have each level or number, and each answer without a level. */
function countsOf(
  { levels, without, subjects, judged, open }: ReturnType<typeof tallyOf>,
  number: (value: number) => string,
  text: (label: Parameters<ReturnType<typeof pictureWords>["text"]>[0]) => string,
) {
  const shown = (counts: typeof levels) =>
    counts.map(({ value, label, count }) => ({ key: String(value), label: label ? text(label) : number(Number(value)), count }));
  return { levels: shown(levels), without: shown(without), subjects, judged, open };
}
