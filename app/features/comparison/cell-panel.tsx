import { Link, useNavigate, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "~/ui/icon";
import { AnswerInFull } from "./answer-in-full";
import type { ShownCell } from "./load-readings.server";

export interface CellPanelProps {
  cell: ShownCell;
  base: string;
  /** The page without it. */
  closeHref: string;
}

/** A cell in full, beside the table; Esc closes it. Without script it is the same page with this part open. */
export function CellPanel({ cell, base, closeHref }: CellPanelProps) {
  const t = useTranslations("comparison");
  const drawer = useTranslations("ui.drawer");
  const box = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const arrived = useNavigationType();
  useEffect(() => {
    if (String(arrived) !== "POP") box.current?.focus();
    function press(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented) void navigate(closeHref, { preventScrollReset: true });
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [arrived, navigate, closeHref]);
  return (
    <aside className="drawer always" ref={box} tabIndex={-1} aria-labelledby="cell-title">
      <header>
        <p className="small soft">{cell.people ? <bdi>{cell.people}</bdi> : t("nobody")}</p>
        <h2 id="cell-title">{t("cell", { row: cell.row, interview: cell.interview })}</h2>
        <Link className="ib push" to={closeHref} aria-label={drawer("close")} preventScrollReset>
          <Icon name="x" />
        </Link>
      </header>
      <div className="body stack">
        <p>
          <bdi className="strong">{cell.followUp ? t("followUp", { question: cell.question }) : cell.question}</bdi>{" "}
          {cell.part && (
            <i>
              <bdi>{cell.part}</bdi>
            </i>
          )}
        </p>
        <AnswerInFull answer={cell} base={base} />
      </div>
      <footer className="small">
        <Link to={`?question=${cell.number}`}>{t("byQuestion", { number: cell.number })}</Link>
        <Link to={`?interview=${cell.interview}`}>{t("byInterview", { code: cell.interview })}</Link>
        <Link to={`${base}/interviews/${cell.interview}#q${cell.number}`}>{t("toInterview")}</Link>
      </footer>
    </aside>
  );
}
