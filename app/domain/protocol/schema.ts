import { z } from "zod";
import { LanguageCode, LocalText } from "~/domain/local-text-schema";
import { CodebookCode } from "~/domain/protocol/codebook";
import { Consideration, Criterion } from "~/domain/protocol/criteria";
import { Field } from "~/domain/protocol/fields";
import { PolicyFramework } from "~/domain/protocol/frameworks";
import { Guide } from "~/domain/protocol/guide";
import { InterventionSet, Option } from "~/domain/protocol/options";
import { OutlineSection } from "~/domain/protocol/outline";
import { Day, Id, KeyedText, Titled } from "~/domain/protocol/parts";
import { ResearchQuestion } from "~/domain/protocol/questions";
import { Rules } from "~/domain/protocol/rules";
import { Scale } from "~/domain/protocol/scales";
import { ScreeningDesign } from "~/domain/protocol/screening";

/** The name of the format that this version reads. */
const protocolFormat = "grondslag-protocol/1";

/** A perspective from which the field is seen, and the kinds of interviewee who bring it in. */
const Perspective = z.strictObject({ id: Id, title: LocalText, intervieweeKinds: z.array(Id).optional() });

/**
 * The design of an assessment: shape only. What no shape can say (references, cycles, anchors, translations) is told by
 * `checkProtocol`; nothing is converted, so that a protocol written to a file and read again is equal.
 */
export const Protocol = z.strictObject({
  format: z.literal(protocolFormat),
  id: Id,
  title: LocalText,
  languages: z.array(LanguageCode).min(1),
  originalLanguage: LanguageCode,
  commissioner: LocalText,
  purpose: LocalText,
  subject: LocalText.optional(),
  period: z.strictObject({ from: Day, to: Day }).optional(),
  notice: LocalText.optional(),
  abbreviations: z.array(KeyedText).optional(),
  definitions: z.array(KeyedText).optional(),
  methods: z.array(Titled).optional(),
  rules: Rules,
  questions: z.array(ResearchQuestion).min(1),
  orderOfAnswering: z.array(Id).optional(),
  guide: Guide.optional(),
  scales: z.array(Scale).optional(),
  criteria: z.array(Criterion).optional(),
  frameworks: z.array(PolicyFramework).optional(),
  options: z.array(Option).optional(),
  interventionSets: z.array(InterventionSet).optional(),
  actorFacts: z.array(Field).optional(),
  screening: ScreeningDesign.optional(),
  sourceCriteria: z.array(Consideration).optional(),
  inclusionCriteria: z.array(Consideration).optional(),
  selectionCriteria: z.array(Consideration).optional(),
  perspectives: z.array(Perspective).optional(),
  codebook: z.array(CodebookCode).min(1).optional(),
  outline: z.array(OutlineSection).min(1),
});
/** The design of an assessment. */
export type Protocol = z.infer<typeof Protocol>;
