import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { usePdf } from "./use-pdf";

/** Words that were selected, and what their page is called. */
export interface TakenPassage {
  selected: string;
  page: string;
}

/** The pages of a PDF one by one. What is selected on the page, or in its words below for who selects by the keys, is handed on. */
export function PdfReader({ href, onTake }: { href: string; onTake: (passage: TakenPassage) => void }) {
  const t = useTranslations("sources.read");
  const box = useRef<HTMLDivElement>(null);
  const { state, pages, labels, page, text, turnTo } = usePdf(href, box);
  const selected = useRef("");
  const [nothing, setNothing] = useState(false);
  useSelection(box, selected);
  const label = labels[page - 1] ?? String(page);
  const take = () => {
    setNothing(selected.current.trim() === "");
    if (selected.current.trim() !== "") onTake({ selected: selected.current, page: label });
  };
  const turn = (to: number) => {
    selected.current = "";
    turnTo(to);
  };
  if (state === "failed")
    return (
      <Notice tone="stale" title={t("failed")} live>
        {t("byHand")}
      </Notice>
    );
  return (
    <div className="stack">
      <div className="row wrap pdf-bar">
        <PageChoice page={page} pages={pages} labels={labels} turn={turn} />
        <Button type="button" variant="primary" size="small" onClick={take}>
          {t("take")}
        </Button>
        <span className="small soft" role="status">
          {nothing && t("nothing")}
        </span>
      </div>
      <div className="pdf" ref={box} role="group" aria-label={t("page", { page: label })} aria-busy={state === "opening" || undefined} />
      <details>
        <summary>{t("words")}</summary>
        <Field name="words" label={t("wordsOf", { page: label })}>
          {(control) => (
            <textarea
              {...control}
              readOnly
              rows={10}
              value={text}
              onSelect={({ currentTarget: { value, selectionStart, selectionEnd } }) => {
                if (selectionEnd > selectionStart) selected.current = value.slice(selectionStart, selectionEnd);
              }}
            />
          )}
        </Field>
      </details>
    </div>
  );
}

interface PageChoiceProps {
  page: number;
  pages: number;
  labels: readonly string[];
  turn: (to: number) => void;
}

function PageChoice({ page, pages, labels, turn }: PageChoiceProps) {
  const t = useTranslations("sources.read");
  if (pages === 0)
    return (
      <p className="small soft" role="status">
        {t("opening")}
      </p>
    );
  return (
    <>
      <Button type="button" size="small" onClick={() => turn(Math.max(1, page - 1))}>
        {t("previous")}
      </Button>
      <Field name="page" label={t("pages", { count: pages })} className="pdf-page">
        {(control) => (
          <select {...control} value={page} onChange={({ currentTarget }) => turn(Number(currentTarget.value))}>
            {labels.map((label, place) => (
              <option key={place} value={place + 1}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="button" size="small" onClick={() => turn(Math.min(pages, page + 1))}>
        {t("next")}
      </Button>
    </>
  );
}

/** Remembers what was last selected within an element; it stays when the selection moves on to a button. */
function useSelection(box: React.RefObject<HTMLElement | null>, selected: React.MutableRefObject<string>): void {
  const look = useCallback(() => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !box.current) return;
    if (box.current.contains(selection.anchorNode) && box.current.contains(selection.focusNode)) selected.current = selection.toString();
  }, [box, selected]);
  useEffect(() => {
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [look]);
}
