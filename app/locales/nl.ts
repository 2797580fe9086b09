import accounts from "./nl/accounts.json";
import document from "./nl/document.json";
import editor from "./nl/editor.json";
import errors from "./nl/errors.json";
import fields from "./nl/fields.json";
import house from "./nl/house.json";
import nav from "./nl/nav.json";
import problems from "./nl/problems.json";
import protocolCheck from "./nl/protocol-check.json";
import signIn from "./nl/sign-in.json";
import sources from "./nl/sources.json";
import states from "./nl/states.json";
import ui from "./nl/ui.json";

/** Every text of the tool in Dutch, by namespace. */
const nl = {
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

export default nl;
