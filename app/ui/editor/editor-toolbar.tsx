import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "../icon";
import type { EditorCommand, EditorPanelName, Insertables, MountedEditor, TextKind, ToolbarState } from "./editor-handle";
import { EditorPanel } from "./editor-panel";
import { EditorPicker } from "./editor-picker";

interface ToolbarProps {
  id: string;
  kind: TextKind;
  lang: string;
  editor: MountedEditor;
  state: ToolbarState;
  insertables: Insertables | undefined;
  /** The panel that is open below the buttons. */
  asked: EditorPanelName | null;
  onAsk: (panel: EditorPanelName | null) => void;
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
const listWork = ["indent", "outdent"] as const;
const tableWork = ["add_row", "add_column", "header_row", "remove_row", "remove_column", "remove_table"] as const;

/** The buttons of one editor: what the selection can become, and the panel for what has to be typed or found. */
export function EditorToolbar({ id, kind, lang, editor, state, insertables, asked, onAsk }: ToolbarProps) {
  const t = useTranslations("editor");
  const bar = useRovingFocus(`${state.inTable} ${state.inList}`);
  const toggles = kind === "block" ? [...marks, ...blocks] : marks;
  const show = (which: EditorPanelName) => onAsk(asked === which ? null : which);
  const close = () => {
    onAsk(null);
    editor.focus();
  };
  return (
    <div className="editor-bar">
      <div ref={bar.place} className="row" role="toolbar" aria-label={t("toolbar")} onKeyDown={bar.onKeyDown} onFocus={bar.onFocus}>
        {toggles.map(([name, drawing]) => (
          <Tool key={name} label={t(name)} isOn={state.on.has(name)} onUse={() => editor.run(name)}>
            {drawing}
          </Tool>
        ))}
        <Tool label={t("link")} isOn={state.href !== undefined} isOpen={asked === "link"} onUse={() => show("link")}>
          <Icon name="link" />
        </Tool>
        <Tool label={t("note")} keys="Control+Alt+F" isOn={state.note !== undefined} isOpen={asked === "note"} onUse={() => show("note")}>
          <Icon name="note" />
        </Tool>
        {insertables && (
          <>
            <Tool label={t("reference")} keys="Control+Alt+R" isOpen={asked === "reference"} onUse={() => show("reference")}>
              <Icon name="section" />
            </Tool>
            <Tool label={t("figure")} keys="Control+Alt+N" isOpen={asked === "figure"} onUse={() => show("figure")}>
              <Icon name="fact" />
            </Tool>
          </>
        )}
        {kind === "block" && !state.inTable && (
          <Tool label={t("table")} onUse={() => editor.run("table")}>
            <Icon name="table" />
          </Tool>
        )}
        {state.inList && <Works names={listWork} editor={editor} />}
        {state.inTable && <Works names={tableWork} editor={editor} />}
      </div>
      {(asked === "link" || asked === "note") && (
        <EditorPanel key={asked} id={`${id}-${asked}`} kind={asked} editor={editor} state={state} onDone={close} />
      )}
      {(asked === "reference" || asked === "figure") && insertables && (
        <EditorPicker key={asked} what={asked} insertables={insertables} lang={lang} editor={editor} onDone={close} />
      )}
    </div>
  );
}

function Works({ names, editor }: { names: readonly ((typeof listWork)[number] | (typeof tableWork)[number])[]; editor: MountedEditor }) {
  const t = useTranslations("editor");
  return names.map((name) => (
    <button key={name} type="button" className="b s" onMouseDown={(event) => event.preventDefault()} onClick={() => editor.run(name)}>
      {t(name)}
    </button>
  ));
}

/** One stop for Tab in a toolbar; the arrow keys, Home and End go through its buttons. `layout` changes when its buttons do. */
function useRovingFocus(layout: string) {
  const place = useRef<HTMLDivElement>(null);
  const buttons = () => [...(place.current?.querySelectorAll("button") ?? [])];
  const makeStop = (stop: HTMLButtonElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  };
  useEffect(() => {
    const all = [...(place.current?.querySelectorAll("button") ?? [])];
    const stop = all.find((button) => button.tabIndex === 0 && button === document.activeElement) ?? all[0];
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  }, [layout]);
  return {
    place,
    onFocus: () => makeStop(buttons().find((button) => button === document.activeElement)),
    onKeyDown: (event: KeyboardEvent) => {
      const all = buttons();
      const at = all.findIndex((button) => button === document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      all.at(next % all.length)?.focus();
    },
  };
}

interface ToolProps {
  label: string;
  keys?: string;
  isOn?: boolean;
  isOpen?: boolean;
  onUse: () => void;
  children: ReactNode;
}

/** One button. Pressing it with a mouse leaves the selection where it is. */
function Tool({ label, keys, isOn, isOpen, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className="ib"
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      aria-pressed={isOn}
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </button>
  );
}
