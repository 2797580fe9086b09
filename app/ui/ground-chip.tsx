import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** The kinds of thing a statement can stand on. */
export type GroundKind = "excerpt" | "answer" | "fact" | "rating" | "alignment" | "option" | "intervention" | "statement" | "limitation";

const icons: Record<GroundKind, IconName> = {
  excerpt: "excerpt",
  answer: "interview",
  fact: "fact",
  rating: "matrix",
  alignment: "alignment",
  option: "option",
  intervention: "intervention",
  statement: "statement",
  limitation: "limitation",
};

export interface GroundChipProps {
  kind: GroundKind;
  code: string;
  /** Where it comes from, short: "UNICEF 2020, p. 41". */
  origin?: string | undefined;
  relation?: "supports" | "contradicts" | "context" | undefined;
  /** Changed since the sign-off: the word that says how, e.g. "corrected". */
  changed?: string | undefined;
  /** Consent does not allow to open it. */
  withheld?: boolean | undefined;
  /** The evidence itself. A withheld ground has none. */
  href?: string | undefined;
}

/** One ground: drawing of its kind, code and short origin; what it does to the statement stands in words, not only in colour. */
export function GroundChip({ kind, code, origin, relation = "supports", changed, withheld, href }: GroundChipProps) {
  const t = useTranslations("ui.ground");
  const look = withheld ? "l" : changed ? "chg" : relation === "contradicts" ? "x" : relation === "context" ? "k" : undefined;
  const words = [origin, relation !== "supports" && t(relation), changed, withheld && t("withheld")].filter(Boolean).join(", ");
  const content = (
    <>
      <Icon name={withheld ? "lock" : icons[kind]} />
      <span className="vh">{t(`kinds.${kind}`)} </span>
      <b>{code}</b>
      {words && <span>{words}</span>}
    </>
  );
  const className = classNames("gr", look);
  if (!href || withheld) return <span className={className}>{content}</span>;
  return (
    <Link className={className} to={href}>
      {content}
    </Link>
  );
}
