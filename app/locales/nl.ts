import accounts from "./nl/accounts.json";
import actors from "./nl/actors.json";
import alignments from "./nl/alignments.json";
import assessments from "./nl/assessments.json";
import codes from "./nl/codes.json";
import comments from "./nl/comments.json";
import comparison from "./nl/comparison.json";
import attachments from "./nl/attachments.json";
import deviations from "./nl/deviations.json";
import document from "./nl/document.json";
import editions from "./nl/editions.json";
import editor from "./nl/editor.json";
import errors from "./nl/errors.json";
import evidence from "./nl/evidence.json";
import factCheck from "./nl/fact-check.json";
import fieldNames from "./nl/field-names.json";
import fields from "./nl/fields.json";
import gate from "./nl/gate.json";
import help from "./nl/help.json";
import house from "./nl/house.json";
import houseStyle from "./nl/house-style.json";
import imports from "./nl/imports.json";
import interventions from "./nl/interventions.json";
import interviewees from "./nl/interviewees.json";
import interviews from "./nl/interviews.json";
import limitations from "./nl/limitations.json";
import live from "./nl/live.json";
import mails from "./nl/mails.json";
import merging from "./nl/merging.json";
import versions from "./nl/versions.json";
import members from "./nl/members.json";
import nav from "./nl/nav.json";
import notices from "./nl/notices.json";
import options from "./nl/options.json";
import overview from "./nl/overview.json";
import pictures from "./nl/pictures.json";
import problems from "./nl/problems.json";
import questions from "./nl/questions.json";
import protocol from "./nl/protocol.json";
import protocolCheck from "./nl/protocol-check.json";
import protocolField from "./nl/protocol-field.json";
import ranking from "./nl/ranking.json";
import ratings from "./nl/ratings.json";
import recordCheck from "./nl/record-check.json";
import reading from "./nl/reading.json";
import remarks from "./nl/remarks.json";
import reviewing from "./nl/reviewing.json";
import signOffs from "./nl/sign-offs.json";
import reviewRounds from "./nl/review-rounds.json";
import returnedFiles from "./nl/returned-files.json";
import rounds from "./nl/rounds.json";
import screening from "./nl/screening.json";
import search from "./nl/search.json";
import sections from "./nl/sections.json";
import sheets from "./nl/sheets.json";
import signIn from "./nl/sign-in.json";
import sources from "./nl/sources.json";
import statements from "./nl/statements.json";
import states from "./nl/states.json";
import trail from "./nl/trail.json";
import ui from "./nl/ui.json";
import suggestions from "./nl/suggestions.json";
import work from "./nl/work.json";

/** Every text of the tool in Dutch, by namespace. */
const nl = {
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

export default nl;
