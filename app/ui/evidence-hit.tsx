import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { CitableProblem } from "~/domain/evidence/citable";
import type { PassagePiece } from "~/domain/text/mark-passage";
import { GroundChip, type GroundKind } from "./ground-chip";
import { Icon } from "./icon";
import { useTimeText } from "./time";

export interface EvidenceHitProps {
  kind: GroundKind;
  code: string;
  /** Where it comes from, as far as attribution allows. */
  from: string;
  /** The evidence itself; a link where it can be opened. */
  href?: string | undefined;
  passage: readonly PassagePiece[];
  lang?: string | undefined;
  quoted?: boolean | undefined;
  /** Why it can't be cited now, and until when it waits. */
  problem: CitableProblem | null;
  citableFrom?: string | null | undefined;
  /** Its source was left out in the screening: whoever cites it says why. */
  leftOut?: boolean | undefined;
  /** What can be done with it. */
  children?: ReactNode;
}

/** A piece of evidence that was found: what it is, where it comes from, the passage with the words marked, and why it can't be cited if it can't. */
export function EvidenceHit({ kind, code, from, href, passage, lang, quoted, problem, children, ...more }: EvidenceHitProps) {
  return (
    <>
      <span className="row wrap">
        <GroundChip kind={kind} code={code} withheld={problem === "withdrawn"} href={href} />
        <bdi className="small soft from">{from}</bdi>
      </span>
      {passage.length > 0 && <HitPassage passage={passage} lang={lang} quoted={quoted} />}
      {problem !== null && <NotCitable problem={problem} citableFrom={more.citableFrom} />}
      {more.leftOut && <LeftOut />}
      {children}
    </>
  );
}

/** A passage with what was looked for marked, in the language in which it is written. */
export function HitPassage({ passage, lang, quoted = false }: Pick<EvidenceHitProps, "passage" | "lang" | "quoted">) {
  const words = passage.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>));
  return (
    <span className="quote block" lang={lang} dir="auto">
      {quoted ? <q>{words}</q> : words}
    </span>
  );
}

/** That the screening left out the source of something, in words. */
export function LeftOut() {
  const t = useTranslations("ui.hit");
  return (
    <span className="small soft block">
      <Icon name="triangle" /> {t("leftOut")}
    </span>
  );
}

/** Why something can't be cited now, in words. */
export function NotCitable({ problem, citableFrom = null }: { problem: CitableProblem; citableFrom?: string | null | undefined }) {
  const t = useTranslations("ui.hit");
  const time = useTimeText();
  return (
    <span className="small soft block">
      <Icon name="lock" /> {t("notCitable")}: {t(`reasons.${problem}`, { from: citableFrom === null ? "" : time(citableFrom, "long") })}
    </span>
  );
}
