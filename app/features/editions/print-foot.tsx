import { useEffect } from "react";
import { shortHash } from "./fingerprint";
import type { ReadingEdition } from "./reading-contents";

/**
 * Which edition a sheet of paper is from. The foot of a printed page reads it from the root of the document, which no style sheet of ours
 * can fill; before script has run it stands once, under the text.
 */
export function PrintFoot({ edition: { name, hash } }: { edition: Pick<ReadingEdition, "name" | "hash"> }) {
  const words = `${name} · ${shortHash(hash)}`;
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--print-foot", JSON.stringify(words));
    return () => void style.removeProperty("--print-foot");
  }, [words]);
  return <p className="print-end">{words}</p>;
}
