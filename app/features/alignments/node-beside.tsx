import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { Contradictions, GapTag } from "./framework-table";
import { Levels } from "./framework-summary";
import type { NodeBeside } from "./list-frameworks.server";

export interface NodeStandingProps {
  beside: NodeBeside;
  base: string;
}

/** How a node stands: what its judgement lacks, what lies below it, where it is worked out, what does not fit together and who cites it. */
export function NodeStanding({ beside, base }: NodeStandingProps) {
  const t = useTranslations("alignments");
  const { node, elaborated, citedIn, isJudged } = beside;
  return (
    <Sheet title={t("state")}>
      <div className="stack">
        {node.gap && <GapTag gap={node.gap} />}
        {node.below && (
          <div>
            <p className="small soft">{t("below")}</p>
            <Levels tally={node.below} />
          </div>
        )}
        {elaborated && (
          <p className="small">
            <span className="soft">{t("elaborated")}</span> <Link to={`${base}/alignments/${elaborated.id}`}>{elaborated.title}</Link>:{" "}
            {elaborated.words}
          </p>
        )}
        {node.contradictions.length > 0 && (
          <div>
            <p className="small soft">{t("remarks")}</p>
            <Contradictions node={node} base={base} />
          </div>
        )}
        {isJudged && (
          <p className="small row wrap numbers">
            {citedIn.length === 0 ? <span className="soft">{t("notCited")}</span> : <span className="soft">{t("citedIn")}</span>}
            {citedIn.map((code) => (
              <StatementNumber key={code} code={code} href={`${base}/statements/${code}`} />
            ))}
          </p>
        )}
      </div>
    </Sheet>
  );
}
