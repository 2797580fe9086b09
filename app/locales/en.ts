import accounts from "./en/accounts.json";
import actors from "./en/actors.json";
import alignments from "./en/alignments.json";
import assessments from "./en/assessments.json";
import codes from "./en/codes.json";
import comments from "./en/comments.json";
import comparison from "./en/comparison.json";
import attachments from "./en/attachments.json";
import deviations from "./en/deviations.json";
import document from "./en/document.json";
import editions from "./en/editions.json";
import editor from "./en/editor.json";
import errors from "./en/errors.json";
import evidence from "./en/evidence.json";
import factCheck from "./en/fact-check.json";
import fieldNames from "./en/field-names.json";
import fields from "./en/fields.json";
import gate from "./en/gate.json";
import help from "./en/help.json";
import house from "./en/house.json";
import houseStyle from "./en/house-style.json";
import imports from "./en/imports.json";
import interventions from "./en/interventions.json";
import interviewees from "./en/interviewees.json";
import interviews from "./en/interviews.json";
import limitations from "./en/limitations.json";
import live from "./en/live.json";
import mails from "./en/mails.json";
import merging from "./en/merging.json";
import versions from "./en/versions.json";
import members from "./en/members.json";
import nav from "./en/nav.json";
import notices from "./en/notices.json";
import options from "./en/options.json";
import overview from "./en/overview.json";
import pictures from "./en/pictures.json";
import problems from "./en/problems.json";
import questions from "./en/questions.json";
import protocol from "./en/protocol.json";
import protocolCheck from "./en/protocol-check.json";
import protocolField from "./en/protocol-field.json";
import ranking from "./en/ranking.json";
import ratings from "./en/ratings.json";
import recordCheck from "./en/record-check.json";
import reading from "./en/reading.json";
import remarks from "./en/remarks.json";
import reviewing from "./en/reviewing.json";
import signOffs from "./en/sign-offs.json";
import reviewRounds from "./en/review-rounds.json";
import returnedFiles from "./en/returned-files.json";
import rounds from "./en/rounds.json";
import screening from "./en/screening.json";
import search from "./en/search.json";
import sections from "./en/sections.json";
import sheets from "./en/sheets.json";
import signIn from "./en/sign-in.json";
import sources from "./en/sources.json";
import statements from "./en/statements.json";
import states from "./en/states.json";
import trail from "./en/trail.json";
import ui from "./en/ui.json";
import suggestions from "./en/suggestions.json";
import work from "./en/work.json";

/** Every text of the tool in English, by namespace. */
const en = {
  accounts,
  actors,
  alignments,
  assessments,
  attachments,
  codes,
  comments,
  comparison,
  deviations,
  document,
  editions,
  editor,
  errors,
  evidence,
  factCheck,
  fieldNames,
  fields,
  gate,
  help,
  house,
  houseStyle,
  imports,
  interventions,
  interviewees,
  interviews,
  limitations,
  live,
  mails,
  merging,
  versions,
  members,
  nav,
  notices,
  options,
  overview,
  pictures,
  problems,
  questions,
  protocol,
  protocolCheck,
  protocolField,
  ranking,
  ratings,
  recordCheck,
  reading,
  remarks,
  returnedFiles,
  reviewRounds,
  reviewing,
  signOffs,
  rounds,
  screening,
  search,
  sections,
  sheets,
  signIn,
  sources,
  statements,
  states,
  trail,
  ui,
  suggestions,
  work,
};

export default en;
