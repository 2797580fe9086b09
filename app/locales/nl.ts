import accounts from "./nl/accounts.json";
import assessments from "./nl/assessments.json";
import alignments from "./nl/alignments.json";
import document from "./nl/document.json";
import editions from "./nl/editions.json";
import editor from "./nl/editor.json";
import errors from "./nl/errors.json";
import evidence from "./nl/evidence.json";
import fields from "./nl/fields.json";
import house from "./nl/house.json";
import interviewees from "./nl/interviewees.json";
import interviews from "./nl/interviews.json";
import members from "./nl/members.json";
import nav from "./nl/nav.json";
import options from "./nl/options.json";
import problems from "./nl/problems.json";
import protocolCheck from "./nl/protocol-check.json";
import protocolField from "./nl/protocol-field.json";
import reading from "./nl/reading.json";
import sections from "./nl/sections.json";
import signIn from "./nl/sign-in.json";
import sources from "./nl/sources.json";
import states from "./nl/states.json";
import ui from "./nl/ui.json";

/** Every text of the tool in Dutch, by namespace. */
const nl = {
  alignments,
  accounts,
  assessments,
  document,
  editions,
  editor,
  errors,
  evidence,
  fields,
  house,
  interviewees,
  interviews,
  members,
  nav,
  options,
  problems,
  protocolCheck,
  protocolField,
  reading,
  sections,
  signIn,
  sources,
  states,
  ui,
};

export default nl;
