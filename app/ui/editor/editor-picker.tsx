import type { KeyboardEvent } from "react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { foldWord } from "~/domain/fold";
import type { Insertable, Insertables, MountedEditor } from "./editor-handle";

interface PickerProps {
  what: Insertable["what"];
  insertables: Insertables;
  lang: string;
  editor: MountedEditor;
  onDone: () => void;
}

const longest = 60;

/** Finds what can be put into the text and puts it there: type to search, arrows to choose, Enter to take, Escape to leave. */
export function EditorPicker({ what, insertables, lang, editor, onDone }: PickerProps) {
  const t = useTranslations("editor");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useFound(insertables, what, typed, lang);
  const { want } = insertables;
  useEffect(() => {
    want();
    field.current?.focus();
  }, [want]);
  const take = (one: Insertable | undefined) => {
    if (!one) return;
    onDone();
    if (one.what === "reference") editor.insertReference(one);
    else editor.insertFigure(one.of, one.shown[lang] ?? "");
  };
  const onKey = pickerKeys({
    step: (by) => setAt((now) => Math.min(Math.max(now + by, 0), Math.max(found.length - 1, 0))),
    take: () => take(found[at]),
    leave: onDone,
  });
  return (
    <div className="editor-panel f" role="dialog" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={`${id}-field`}>
        {t(what === "reference" ? "findReference" : "findFigure")}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className="in"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        value={typed}
        onInput={(event) => event.stopPropagation()}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <p className="small soft" role="status">
        {insertables.list === null ? t("finding") : t("foundToInsert", { count: found.length })}
      </p>
      <Choices id={id} found={found} at={at} lang={lang} onTake={take} />
      <span className="row">
        <button type="button" className="b s q" onClick={onDone}>
          {t("cancel")}
        </button>
      </span>
    </div>
  );
}

/** Arrows choose, Enter takes without sending the form around it, Escape leaves. */
function pickerKeys({ step, take, leave }: { step: (by: number) => void; take: () => void; leave: () => void }) {
  return (event: KeyboardEvent) => {
    const act = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: take, Escape: leave }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

interface ChoicesProps {
  id: string;
  found: readonly Insertable[];
  at: number;
  lang: string;
  onTake: (one: Insertable) => void;
}

/** What was found, the chosen one kept in sight. */
function Choices({ id, found, at, lang, onTake }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null);
  // Newer browsers answer with a promise, which is no way to clean up.
  useEffect(() => {
    void list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <ul ref={list} id={`${id}-list`} role="listbox" aria-labelledby={`${id}-label`} className="picks">
      {found.map((one, place) => (
        <li
          key={one.key}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(one);
          }}
        >
          <span className="strong num">{one.what === "reference" ? one.label : one.shown[lang]}</span> <bdi>{one.title}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** What matches every word that was typed, by its label and its title. */
function useFound({ list }: Insertables, what: Insertable["what"], typed: string, lang: string): Insertable[] {
  const folded = useMemo(
    () => (list ?? []).filter((one) => one.what === what).map((one) => ({ one, text: foldWord(`${one.key} ${one.title}`, lang) })),
    [list, what, lang],
  );
  const words = typed
    .trim()
    .split(/\s+/u)
    .map((word) => foldWord(word, lang));
  const matching = folded.filter(({ text }) => words.every((word) => text.includes(word)));
  return matching.slice(0, longest).map(({ one }) => one);
}
