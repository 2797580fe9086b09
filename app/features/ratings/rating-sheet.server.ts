import { cellKey } from "~/domain/judgements/cells";
import {
  type FoundGround,
  type OwnRating,
  type RatingPlanRow,
  ratingParts,
  ratingPlanner,
  type RatingPlanSetting,
} from "~/domain/judgements/import-ratings";
import { valueOf } from "~/domain/judgements/value";
import { textIn } from "~/domain/local-text";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { labelOnScale, numberOnScale } from "~/domain/protocol/scales";
import { numberFormat } from "~/domain/formats";
import { cellText, type Rows } from "~/domain/sheets/cell";
import { filledRows } from "~/domain/sheets/planned";
import { partsOf } from "~/domain/sheets/read-cell";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { listGrounds } from "~/platform/grounds.server";
import type { Viewer } from "~/platform/guard.server";
import { textsOf, translator } from "~/platform/i18n.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { listJudgements, type RoundRow } from "~/platform/judgements.server";
import { nextTurn } from "~/platform/queue.server";
import type { SheetKind, SheetRead } from "~/platform/sheet-kind";
import { findOwnRound, rateCell } from "./rate-subject.server";

/** One rater's round: the protocol is the one by which the round judges. */
export interface RatingSheetStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Viewer;
  round: RoundRow;
}

/** Spreadsheets of a rater's own ratings of a round; what is taken over becomes her drafts, as if she had typed them. */
export function ratingSheets(study: RatingSheetStudy): SheetKind<RatingPlanRow> {
  const { assessment, viewer, round } = study;
  const own = { assessmentId: assessment.id, roundId: round.id };
  const t = translator(viewer.language, "sheets");
  const heads = (["nl", "en"] as const).map((one) => textsOf(one).sheets);
  return {
    kind: "ratings",
    target: round.id,
    assessment,
    targets: ratingParts.map((part) => ({
      key: part,
      label: t(`ratings.${part}`),
      group: t("groups.ratings"),
      heads: heads.flatMap(({ ratings, ratingHeads }) => [ratings[part], ...ratingHeads[part].split(";")]),
      numeric: part === "value",
    })),
    required: ["criterion"],
    passes: 1,
    requireMay: async (tx, context) => {
      await findOwnRound(tx, context, own);
    },
    plan: (db, sheet) => planRatings(db, study, sheet),
    take: async (tx, context, { mapping }, rows) => {
      const done = [];
      for (const { subjectId, criterion, version, value, justification, ownExpertise, grounds } of rows) {
        const rating = { subjectId, criterion, version, value, justification, ownExpertise, grounds };
        done.push(await rateCell(tx, context, { ...own, ...rating, language: mapping.language, draft: true }));
      }
      const events = done.flatMap(({ event }) => (event === "nothing changed" ? [] : [event].flat()));
      const added = rows.filter(({ version }) => version === 0).length;
      return { events, added, changed: rows.length - added };
    },
  };
}

/** How many rows are planned without letting others have their turn. */
const atOnce = 100;

async function planRatings(db: Db, study: RatingSheetStudy, { rows, mapping }: SheetRead): Promise<RatingPlanRow[]> {
  const filled = filledRows(rows, mapping.header);
  const column = mapping.columns.findIndex(({ target }) => target === "grounds");
  const plan = ratingPlanner(
    mapping,
    await readSetting(
      db,
      study,
      codesIn(
        filled.map(({ cells }) => cells),
        column,
      ),
    ),
  );
  const planned: RatingPlanRow[] = [];
  for (const { row, cells } of filled) {
    if (planned.length % atOnce === atOnce - 1) await nextTurn();
    planned.push(plan(row, cells));
  }
  return planned;
}

function codesIn(rows: Rows, column: number): string[] {
  return [...new Set(rows.flatMap((cells) => partsOf(cellText(cells[column]))))];
}

async function readSetting(db: Db, study: RatingSheetStudy, codes: readonly string[]): Promise<RatingPlanSetting> {
  const { assessment, protocol, viewer, round } = study;
  const { language } = viewer;
  const things = await listJudgedThings(db, assessment.id, protocol, round.subjectKind, round.subjects);
  const words = (key: "yes" | "no" | "unknown") => (["nl", "en"] as const).map((one) => textsOf(one).fields[key]);
  const t = translator(language, "sheets");
  const grounds = await findGroundsByCode(db, study, codes);
  return {
    subjects: things.map(({ id, code, name }) => {
      const [first = code, ...others] = Object.values(name);
      return { id, code, name: textIn(name, language, assessment.languages) || first, otherNames: [first, ...others] };
    }),
    criteria: ratedCriteria(protocol, round),
    own: await readOwn(db, study),
    mayUseOwnExpertise: protocol.rules.ownExpertise,
    words: { yes: words("yes"), no: words("no"), unknown: words("unknown") },
    findGround: (code) => grounds.get(code.toLowerCase()) ?? null,
    label: (part) => t(`ratings.${part}`),
    say: (scale, value) => {
      const number = numberOnScale(scale, value);
      const label = textIn(labelOnScale(scale, value), language, assessment.languages);
      return (
        [number === null ? "" : numberFormat(language === "en" ? "en-GB" : language, {}).format(number), label].filter(Boolean).join(" ") ||
        String(value)
      );
    },
    yes: (value) => textsOf(language).fields[value ? "yes" : "no"],
  };
}

/** The criteria of a round with their scales, in its order; none that the protocol does not have. */
export function ratedCriteria(protocol: Protocol, { criteria }: Pick<RoundRow, "criteria">) {
  return criteria.flatMap((id) => {
    const criterion = findCriterion(protocol, id);
    const scale = scaleOf(protocol, id);
    return criterion && scale ? [{ id, code: criterion.code, title: criterion.title, description: criterion.description, scale }] : [];
  });
}

/** What the rater gave so far in the round, by cell. */
export async function readOwn(db: Db, { assessment, protocol, viewer, round }: RatingSheetStudy): Promise<Map<string, OwnRating>> {
  const all = await listJudgements(db, viewer.id, { assessmentId: assessment.id, roundId: round.id });
  const rows = all.filter(({ rater }) => rater === viewer.id);
  const ids = rows.map(({ id }) => id);
  const grounds = await listGrounds(db, { assessment, protocol, viewer }, "judgement", ids);
  return new Map(
    rows.map((row) => {
      const { version, justification, ownExpertise } = row;
      const found = (grounds.get(row.id) ?? []).map(({ kind, id, code }) => ({ key: `${kind}/${id}`, code, citable: true }));
      return [cellKey(row), { version, value: valueOf(row), justification, ownExpertise, grounds: found }];
    }),
  );
}

/** What these codes name, as far as this person may see it. */
async function findGroundsByCode(
  db: Db,
  { assessment, protocol, viewer }: RatingSheetStudy,
  codes: readonly string[],
): Promise<Map<string, FoundGround>> {
  if (codes.length === 0) return new Map();
  const where = { assessmentId: assessment.id, code: { in: [...codes] } };
  const select = { id: true } as const;
  const excerpts = await db.excerpt.findMany({ where, select });
  const answers = await db.interviewAnswer.findMany({ where, select });
  const facts = await db.actorFact.findMany({ where, select });
  const refs = [
    ...excerpts.map(({ id }) => ({ kind: "excerpt" as const, id })),
    ...answers.map(({ id }) => ({ kind: "interview-answer" as const, id })),
    ...facts.map(({ id }) => ({ kind: "actor-fact" as const, id })),
  ];
  if (refs.length === 0) return new Map();
  const evidence = await readEvidence(db, { assessment, protocol, viewer, which: whichOf(refs) });
  return new Map([...evidence].map(([key, { code, citable }]) => [code.toLowerCase(), { key, code, citable: !citable }]));
}
