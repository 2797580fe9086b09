import { useTranslations } from "use-intl";
import type { PasteTold } from "./paste-told";

interface PasteNoticeProps {
  told: PasteTold | null;
  /** How many times as much as a block may hold is in it now. */
  share: number;
  onDone: () => void;
}

const kinds = ["images", "unrolled", "links", "comments", "deleted"] as const;

/** Says what a paste left out, and as long as the text is longer than one block may be, that it is and what to do. */
export function PasteNotice({ told, share, onDone }: PasteNoticeProps) {
  const t = useTranslations("editor");
  const lines = told === null ? [] : kinds.filter((kind) => told[kind] > 0);
  return (
    <div role="status" className="editor-told">
      {lines.length > 0 && told !== null && (
        <p className="small soft row wrap">
          <span>{lines.map((kind) => t(`pasted.${kind}`, { count: told[kind] })).join(" ")}</span>
          <button type="button" className="b s q" onClick={onDone}>
            {t("understood")}
          </button>
        </p>
      )}
      {share > 1 && <p className="err">{t("tooLong", { part: Math.ceil((1 - 1 / share) * 100) })}</p>}
    </div>
  );
}
