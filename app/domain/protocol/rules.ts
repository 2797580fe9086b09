import { z } from "zod";
import { Id } from "~/domain/protocol/parts";

/** The kinds of statement, in the order of the chain. */
const ruledStatements = ["finding", "answer", "conclusion", "recommendation"] as const;

const least = (most: number) => z.int().min(0).max(most).optional();

/**
 * What is asked of evidence that is used: of the answers to `questions`, of every statement of the kinds `statements`, or, where a rule names
 * neither, of the answers to all questions that no rule names. `ground`, `confidence` and `addressee` are for statements only.
 */
export const CoverageRule = z.strictObject({
  questions: z.array(Id).min(1).optional(),
  statements: z.array(z.enum(ruledStatements)).min(1).optional(),
  minEvidence: least(100),
  minKinds: least(5),
  minOrigins: least(100),
  minInterviews: least(100),
  minPerspectives: least(50),
  ground: z.literal(true).optional(),
  confidence: z.enum(["level", "level-and-reason"]).optional(),
  addressee: z.literal(true).optional(),
  severity: z.enum(["blocker", "warning"]),
});
/** One rule of the gate. */
export type CoverageRule = z.infer<typeof CoverageRule>;

const ways = ["discussion", "majority"] as const;
const waysWithOrder = [...ways, "median"] as const;

/** How raters' values become one, per kind of scale; a kind that isn't named is settled by discussion. */
const Reconciliation = z.strictObject({
  ordinal: z.enum(waysWithOrder).optional(),
  nominal: z.enum(ways).optional(),
  numeric: z.enum([...waysWithOrder, "mean"]).optional(),
  yesNo: z.enum(ways).optional(),
});

/** What the study demands of its chain, fact check, confidence, review and coverage. Days are calendar days. */
export const Rules = z.strictObject({
  chain: z.enum(["strict", "evidence-allowed"]),
  contradictionMustBeAddressed: z.boolean(),
  citableWhen: z.enum(["recorded", "fact-checked", "sent-and-days"]),
  citableAfterDays: z.int().min(1).max(365).optional(),
  factCheck: z.strictObject({
    offer: z.enum(["always", "on-request", "never"]),
    days: z.int().min(1).max(365),
    confirmedWhen: z.enum(["all-asked", "all-asked-or-date-passed"]),
  }),
  confidence: z
    .strictObject({ scale: Id, statements: z.array(z.enum(ruledStatements)).min(1), components: z.boolean().optional() })
    .optional(),
  reconciliation: Reconciliation,
  signOff: z.strictObject({ rule: z.enum(["all-named-reviewers", "k-of-n"]), k: z.int().min(1).max(20).optional() }),
  coverage: z.array(CoverageRule),
  ownExpertise: z.boolean(),
});
/** What the study demands. */
export type Rules = z.infer<typeof Rules>;
