import type { KeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isHref, isNote, NOTE_LENGTH } from "~/domain/text/document";
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") take();
    else onDone();
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
        onKeyDown={onKeyDown}
      />
      <span className="row">
        <button type="button" className="b s" onClick={take}>
          {t(kind === "link" ? "takeLink" : "takeNote")}
        </button>
        {kind === "link" && state.href !== undefined && (
          <button
            type="button"
            className="b s q"
            onClick={() => {
              editor.setLink(null);
              onDone();
            }}
          >
            {t("removeLink")}
          </button>
        )}
        <button type="button" className="b s q" onClick={onDone}>
          {t("cancel")}
        </button>
      </span>
    </div>
  );
}

/** An address typed as `example.org/report` is meant with https before it, one with an at sign as mail. */
function withScheme(kind: "link" | "note", typed: string): string {
  if (kind === "note" || typed === "" || /^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  return /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}
