import { forwardRef } from "react";
import type { CodedTextPage } from "./load-coded-text.server";

/** The text with its marks. It holds the text and nothing else, so that a selection in it is a place in the text; the titles of codes are drawn. */
export const MarkedText = forwardRef<HTMLParagraphElement, { page: Pick<CodedTextPage, "text" | "language" | "stretches"> }>(
  function MarkedText({ page: { text, language, stretches } }, ref) {
    return (
      <p className="quote keep-lines marked" lang={language} dir="auto" ref={ref}>
        {stretches.map(({ start, end, marks }) => {
          const words = text.slice(start, end);
          if (marks.length === 0) return <span key={start}>{words}</span>;
          const ending = marks.filter((mark) => mark.end === end).map(({ title }) => title);
          return (
            <mark
              key={start}
              className={marks.length > 1 ? "coded more" : "coded"}
              title={marks.map(({ title }) => title).join("; ")}
              data-codes={ending.length > 0 ? ending.join(" · ") : undefined}
            >
              {words}
            </mark>
          );
        })}
      </p>
    );
  },
);
