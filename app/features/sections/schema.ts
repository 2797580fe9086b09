import { z } from "zod";
import { linkKinds, nodeKinds, statementKinds } from "~/domain/evidence/kinds";
import { longText, optionalLine, optionalText } from "~/domain/plain-text";
import { showings } from "~/domain/sections/placeable";
import { TEXT_LIMITS } from "~/domain/text/limits";
import { blockTextFields } from "~/domain/text/read-block-text";

const id = z.uuid();
const version = z.coerce.number().int().min(0).max(1_000_000_000);
const optionalId = z.union([id, z.literal("").transform(() => undefined)]).optional();
const note = z.string().max(2_000).optional();

/** What can be done with a block in its own form; saving its words goes with each of them. */
const blockActs = ["save", "up", "down", "remove"] as const;

/** The form of a block: its words, and of a statement its confidence. Each of `components` is `component=level`, the level empty for none; each of `addressedTo` is in the language that stands at its place in `addressedIn`. */
const BlockForm = z.strictObject({
  intent: z.literal("block"),
  act: z.enum(blockActs).default("save"),
  id,
  version,
  ...blockTextFields,
  settle: z.string().max(400).optional(),
  weighed: z.literal("yes").optional(),
  level: optionalLine(64).optional(),
  reason: optionalText(2_000).optional(),
  contradiction: optionalText(4_000).optional(),
  components: z.array(z.string().max(130)).max(20),
  addressedIn: z.array(z.string().max(12)).max(20),
  addressedTo: z.array(z.string().max(300, "too-long")).max(20),
});

const AddForm = z.strictObject({
  intent: z.literal("add"),
  kind: z.enum(["text", "repeat", "data", ...statementKinds]),
  afterId: optionalId,
  question: z.string().max(130).optional(),
  repeats: optionalId,
  data: z.string().max(200).optional(),
  show: z.enum(showings).default("all"),
});

const TranslateForm = z.strictObject({
  intent: z.literal("translate"),
  id,
  version,
  language: z.string().max(12),
  settle: z.string().max(400).optional(),
  ...blockTextFields,
});
const CiteForm = z.strictObject({ intent: z.literal("cite"), blockId: id, toKind: z.enum(nodeKinds), toId: id, kind: z.enum(linkKinds) });
const LinkForm = z.strictObject({ intent: z.literal("link"), id, version, kind: z.enum(linkKinds), note });
const UnlinkForm = z.strictObject({ intent: z.literal("unlink"), id, version });

/** What stays of two versions of the same words. `version` is the one that was saved meanwhile, `doc` what was typed; each of `choices` is `place=choice`, each of `own` the own words at its place. */
const ChooseForm = z.strictObject({
  intent: z.literal("choose"),
  id,
  version,
  base: version,
  language: z.string().max(12).optional(),
  doc: z.string().max(TEXT_LIMITS.bytes * 2),
  choices: z.array(z.string().max(20)).max(400),
  own: z.array(z.string().max(TEXT_LIMITS.bytes)).max(400),
});

/** The forms of the page on which a section is written. */
export const EditForms = z.discriminatedUnion("intent", [BlockForm, AddForm, TranslateForm, ChooseForm, CiteForm, LinkForm, UnlinkForm]);
export type EditForm = z.output<typeof EditForms>;

/** Citing evidence under a statement, from where the evidence stands. */
export const CiteEvidenceForm = z.strictObject({ blockId: id, kind: z.enum(linkKinds) });

const assigned = z.array(id).max(50);

/** The forms of the page of a section: people and due date, for the lead. */
export const SectionForms = z.strictObject({
  intent: z.literal("assign"),
  version,
  writers: assigned,
  reviewers: assigned,
  dueOn: z.union([z.literal(""), z.string().max(20)]),
});

/** A page that asks whether a section is to be moved. */
export const ConfirmForm = z.strictObject({ version });
/** The page that sends a section to review: by when its reviewers are asked to decide, and what to look at. */
export const SendForm = z.strictObject({ version, dueOn: z.string().max(20).default(""), note: optionalText(4_000) });
/** The same with a reason. */
export const ReasonForm = z.strictObject({ version, reason: longText(4_000) });

/** A reviewer's decision. `content` and `evidence` are the digests of what the page showed. */
export const ReviewForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("ask-changes"), version, reason: longText(4_000) }),
  z.strictObject({
    intent: z.literal("sign-off"),
    version,
    content: z.string().length(64),
    evidence: z.string().length(64),
    // What she read, to tell what changed since: the number of the change, and when.
    changes: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
    readAt: z.iso.datetime().optional(),
    languages: z.array(z.string().max(12)).min(1, { error: "choose" }).max(20),
    remarks: optionalText(4_000).optional(),
    password: z.string().min(1, { error: "required" }).max(256),
  }),
  z.strictObject({
    intent: z.literal("sign-chapter"),
    sections: z
      .array(z.string().regex(/^[0-9a-f-]{36} \d{1,9} [0-9a-f]{64} [0-9a-f]{64} \d{1,9}$/u))
      .min(1, { error: "choose" })
      .max(200),
    readAt: z.iso.datetime().optional(),
    remarks: optionalText(4_000).optional(),
    password: z.string().min(1, { error: "required" }).max(256),
  }),
]);
