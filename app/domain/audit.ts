import type { z } from "zod";
import { accountActions } from "./audit/accounts";
import { actorActions } from "./audit/actors";
import { alignmentActions } from "./audit/alignments";
import { codingActions } from "./audit/codings";
import { commentActions } from "./audit/comments";
import { assessmentActions } from "./audit/assessments";
import { attachmentActions } from "./audit/attachments";
import { deviationActions } from "./audit/deviations";
import { editionActions } from "./audit/editions";
import { factCheckActions } from "./audit/fact-check";
import { gateActions } from "./audit/gate";
import { interviewActions } from "./audit/interviews";
import { judgementActions } from "./audit/judgements";
import { remarkActions } from "./audit/remarks";
import { returnedFileActions } from "./audit/returned-files";
import { screeningActions } from "./audit/screening";
import { sourceActions } from "./audit/sources";
import { sectionActions } from "./audit/sections";
import { sheetActions } from "./audit/sheets";
import { statementActions } from "./audit/statements";
import { stepBackActions } from "./audit/step-backs";
import type { EventOf } from "./audit/action";

/** Every audited action, with the kind of record it is about and the shape of what it tells. */
export const actions = {
  ...accountActions,
  ...actorActions,
  ...alignmentActions,
  ...codingActions,
  ...commentActions,
  ...assessmentActions,
  ...attachmentActions,
  ...deviationActions,
  ...editionActions,
  ...factCheckActions,
  ...gateActions,
  ...interviewActions,
  ...judgementActions,
  ...remarkActions,
  ...returnedFileActions,
  ...screeningActions,
  ...sourceActions,
  ...sectionActions,
  ...sheetActions,
  ...statementActions,
  ...stepBackActions,
} as const;

/** The name of an audited action. */
export type Action = keyof typeof actions;

/** What a change says of itself: one of the actions, with exactly the details of that action. */
export type AuditEvent = { [Name in Action]: EventOf<Name, (typeof actions)[Name]> }[Action];

/** The `change` detail of one action, after parsing. */
export type ChangeOf<Name extends Action> = z.output<(typeof actions)[Name]["change"]>;

/** The kinds of record that events are about. */
export type SubjectType = (typeof actions)[Action]["subject"];

/** The actions that stand on the installation's chain; all others stand on the chain of an assessment. */
export const installationActions: ReadonlySet<string> = new Set(Object.keys(accountActions));
