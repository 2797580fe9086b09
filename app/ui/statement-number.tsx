import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";

export interface NumberProps {
  code: string;
  href?: string | undefined;
}

const kinds = ["F", "A", "C", "R"] as const;

/** The number of a statement in the document: a blue square. */
export function StatementNumber({ code, href }: NumberProps) {
  const t = useTranslations("ui.ground");
  const kind = kinds.find((letter) => code.startsWith(letter));
  return <NumberMark className="st" code={code} href={href} spoken={kind && `${t(`statementKinds.${kind}`)} `} />;
}

/** The code of a research question: round and outlined. */
export function QuestionNumber({ code, href }: NumberProps) {
  const t = useTranslations("ui.ground");
  return <NumberMark className="st rq" code={code} href={href} spoken={t("question", { code: "" })} />;
}

function NumberMark({ className, code, href, spoken }: NumberProps & { className: string; spoken: string | undefined }) {
  const content = (
    <>
      {spoken && <span className="vh">{spoken}</span>}
      {code}
    </>
  );
  if (!href) return <span className={className}>{content}</span>;
  return (
    <Link className={className} to={href}>
      {content}
    </Link>
  );
}
