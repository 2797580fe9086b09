import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "../icon";
import type { EditorCommand, MountedEditor, TextKind, ToolbarState } from "./editor-handle";
import { EditorPanel } from "./editor-panel";

interface ToolbarProps {
  id: string;
  kind: TextKind;
  editor: MountedEditor;
  state: ToolbarState;
}

type Toggle = Extract<EditorCommand, "strong" | "em" | "bullet_list" | "ordered_list" | "heading">;

const marks: [Toggle, ReactNode][] = [
  ["strong", <b key="b">B</b>],
  ["em", <i key="i">I</i>],
];
const blocks: [Toggle, ReactNode][] = [
  ["bullet_list", <Icon key="list" name="list" />],
  ["ordered_list", <Icon key="ordered" name="ordered-list" />],
  ["heading", <Icon key="heading" name="heading" />],
];
const tableWork = ["add_row", "add_column", "remove_table"] as const;

/** The buttons of one editor: what the selection can become, and the panel for an address or a note. */
export function EditorToolbar({ id, kind, editor, state }: ToolbarProps) {
  const t = useTranslations("editor");
  const [panel, setPanel] = useState<"link" | "note" | null>(null);
  const toggles = kind === "block" ? [...marks, ...blocks] : marks;
  const show = (which: "link" | "note") => setPanel(panel === which ? null : which);
  const close = () => {
    setPanel(null);
    editor.focus();
  };
  return (
    <div className="editor-bar" role="group" aria-label={t("toolbar")}>
      <span className="row">
        {toggles.map(([name, drawing]) => (
          <Tool key={name} label={t(name)} isOn={state.on.has(name)} onUse={() => editor.run(name)}>
            {drawing}
          </Tool>
        ))}
        <Tool label={t("link")} isOn={state.href !== undefined} isOpen={panel === "link"} onUse={() => show("link")}>
          <Icon name="link" />
        </Tool>
        <Tool label={t("note")} isOn={state.note !== undefined} isOpen={panel === "note"} onUse={() => show("note")}>
          <Icon name="note" />
        </Tool>
        {kind === "block" && !state.inTable && (
          <Tool label={t("table")} onUse={() => editor.run("table")}>
            <Icon name="table" />
          </Tool>
        )}
      </span>
      {state.inTable &&
        tableWork.map((name) => (
          <button key={name} type="button" className="b s" onClick={() => editor.run(name)}>
            {t(name)}
          </button>
        ))}
      {panel && <EditorPanel key={panel} id={`${id}-${panel}`} kind={panel} editor={editor} state={state} onDone={close} />}
    </div>
  );
}

interface ToolProps {
  label: string;
  isOn?: boolean;
  isOpen?: boolean;
  onUse: () => void;
  children: ReactNode;
}

/** One button. Pressing it with a mouse leaves the selection where it is. */
function Tool({ label, isOn, isOpen, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className="ib"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </button>
  );
}
