import editor from "./nl/editor.json";
import errors from "./nl/errors.json";
import nav from "./nl/nav.json";
import states from "./nl/states.json";
import ui from "./nl/ui.json";

/** Every text of the tool in Dutch, by namespace. */
const nl = {
  editor,
  errors,
  nav,
  states,
  ui,
};

export default nl;
