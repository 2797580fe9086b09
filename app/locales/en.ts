import editor from "./en/editor.json";
import errors from "./en/errors.json";
import nav from "./en/nav.json";
import states from "./en/states.json";
import ui from "./en/ui.json";

/** Every text of the tool in English, by namespace. */
const en = {
  editor,
  errors,
  nav,
  states,
  ui,
};

export default en;
