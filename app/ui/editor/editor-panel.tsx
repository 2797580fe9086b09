import type { KeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isHref, isNote, NOTE_LENGTH } from "~/domain/text/limits";
import type { MountedEditor, ToolbarState } from "./editor-handle";

interface PanelProps {
  id: string;
  kind: "link" | "note";
  editor: MountedEditor;
  state: ToolbarState;
  onDone: () => void;
}

/** One line under the toolbar for the address of a link or the text of a note. Enter takes it, Escape leaves it. */
export function EditorPanel({ id, kind, editor, state, onDone }: PanelProps) {
  const t = useTranslations("editor");
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const take = () => {
    const typed = withScheme(kind, field.current?.value.trim() ?? "");
    if (!(kind === "link" ? isHref(typed) : isNote(typed))) return setWrong(true);
    if (kind === "link") editor.setLink(typed);
    else editor.setNote(typed);
    onDone();
  };
  const removeLink = () => {
    editor.setLink(null);
    onDone();
  };
  return (
    <div className="editor-panel f">
      <label htmlFor={id}>{t(kind === "link" ? "linkAddress" : "noteText")}</label>
      {isWrong && (
        <p className="err" id={`${id}-error`} role="alert">
          {t(kind === "link" ? "linkWrong" : "noteWrong")}
        </p>
      )}
      <input
        ref={field}
        id={id}
        className={isWrong ? "in bad" : "in"}
        type="text"
        inputMode={kind === "link" ? "url" : "text"}
        maxLength={NOTE_LENGTH}
        defaultValue={(kind === "link" ? state.href : state.note) ?? ""}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-error` : undefined}
        onKeyDown={(event) => onKey(event, take, onDone)}
      />
      <span className="row">
        <SmallButton label={t(kind === "link" ? "takeLink" : "takeNote")} onUse={take} />
        {kind === "link" && state.href !== undefined && <SmallButton label={t("removeLink")} onUse={removeLink} quiet />}
        <SmallButton label={t("cancel")} onUse={onDone} quiet />
      </span>
    </div>
  );
}

/** Enter takes what was typed, without sending the form around it; Escape leaves it. */
function onKey(event: KeyboardEvent, take: () => void, leave: () => void): void {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  if (event.key === "Enter") take();
  else leave();
}

function SmallButton({ label, onUse, quiet = false }: { label: string; onUse: () => void; quiet?: boolean }) {
  return (
    <button type="button" className={quiet ? "b s q" : "b s"} onClick={onUse}>
      {label}
    </button>
  );
}

/** An address typed as `example.org/report` is meant with https before it, one with an at sign as mail. */
function withScheme(kind: "link" | "note", typed: string): string {
  if (kind === "note" || typed === "" || /^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  return /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}
