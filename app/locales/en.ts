import accounts from "./en/accounts.json";
import document from "./en/document.json";
import editor from "./en/editor.json";
import errors from "./en/errors.json";
import fields from "./en/fields.json";
import house from "./en/house.json";
import nav from "./en/nav.json";
import problems from "./en/problems.json";
import protocolCheck from "./en/protocol-check.json";
import signIn from "./en/sign-in.json";
import sources from "./en/sources.json";
import states from "./en/states.json";
import ui from "./en/ui.json";

/** Every text of the tool in English, by namespace. */
const en = {
  accounts,
  document,
  editor,
  errors,
  fields,
  house,
  nav,
  problems,
  protocolCheck,
  signIn,
  sources,
  states,
  ui,
};

export default en;
