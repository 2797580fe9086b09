import type { RefObject } from "react";
import { useEffect, useState } from "react";
import type { OpenPdf } from "./open-pdf";

/** A PDF in an element of the page, one of its pages at a time. The library for it comes when the first one is opened. */
export function usePdf(href: string, box: RefObject<HTMLElement | null>) {
  const [file, setFile] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [text, setText] = useState("");
  useEffect(() => {
    let left = false;
    const opening = import("./open-pdf").then(({ openPdf }) => openPdf(href));
    opening.then((opened) => !left && setFile(opened)).catch(() => setFailed(true));
    return () => {
      left = true;
      opening.then((opened) => opened.close()).catch(() => undefined); // one that did not open needs no closing
    };
  }, [href]);
  useEffect(() => {
    if (!file || !box.current) return;
    file
      .show(page, box.current)
      .then((words) => words !== null && setText(words))
      .catch(() => setFailed(true));
  }, [file, page, box]);
  const state = failed ? ("failed" as const) : file ? ("open" as const) : ("opening" as const);
  return { state, pages: file?.pages ?? 0, labels: file?.labels ?? [], page, text, turnTo: setPage };
}
