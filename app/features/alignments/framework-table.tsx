import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { AlignmentGap } from "~/domain/alignment/remarks";
import { Icon } from "~/ui/icon";
import { Sheet } from "~/ui/sheet";
import { QuestionNumber, StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Levels } from "./framework-summary";
import type { ShownFramework, ShownNode } from "./show-framework";

interface Props {
  framework: ShownFramework;
  base: string;
}

/** A framework as a table of its nodes, indented as in the tree, each with its level, the reason for it and what is the matter with it. */
export function FrameworkTable({ framework, base }: Props) {
  const t = useTranslations("alignments");
  const { id, title, scale, informs, summary } = framework;
  return (
    <Sheet
      id={id}
      title={<Link to={`${base}/alignments/${id}`}>{title}</Link>}
      aside={
        <span className="soft num">
          {t("judged", { answered: summary.subjects - summary.open, total: summary.subjects, judged: summary.judged })}
        </span>
      }
      intro={
        <span className="numbers">
          {informs.map((code) => (
            <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />
          ))}{" "}
          {scale}
        </span>
      }
      flush
    >
      <NodeTable framework={framework} base={base} />
    </Sheet>
  );
}

/** The nodes of a framework as a table. */
export function NodeTable({ framework, base }: Props) {
  const t = useTranslations("alignments");
  const named = useTranslations("ui.table");
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={named("region", { caption: framework.title })}>
      <table className="t list tree-table">
        <caption className="vh">{framework.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("node")}</th>
            <th scope="col">{t("level")}</th>
            <th scope="col">{t("reasons")}</th>
          </tr>
        </thead>
        <tbody>
          {framework.nodes.map((node) => (
            <NodeRow key={node.id} node={node} base={base} href={`${base}/alignments/${framework.id}/${node.id}`} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NodeRow({ node, href, base }: { node: ShownNode; href: string; base: string }) {
  const t = useTranslations("alignments");
  const depth = `n-title d${Math.min(node.depth, 3)}`;
  const title = (
    <>
      {node.number && <span className="code num">{node.number} </span>}
      {node.title}
    </>
  );
  if (node.group) {
    return (
      <tr className="top">
        <th scope="row" className={depth}>
          {title}
        </th>
        <td className="n-meta" data-head={t("below")} colSpan={2}>
          {node.below && <Levels tally={node.below} />}
          <Contradictions node={node} base={base} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row" className={depth}>
        <Link to={href}>{title}</Link>
      </th>
      <td className="n-meta" data-head={t("level")}>
        <LevelOf node={node} />
      </td>
      <td className="n-meta said" data-head={t("reasons")}>
        <span lang={node.reasons?.language}>{node.reasons?.text}</span>
        {node.below && (
          <div className="rolled">
            <span className="small soft">{t("belowNode", { node: node.code })}</span>
            <Levels tally={node.below} />
          </div>
        )}
        <Contradictions node={node} base={base} />
      </td>
    </tr>
  );
}

function LevelOf({ node }: { node: ShownNode }) {
  return (
    <>
      {node.level !== null && <span className={node.counted ? "strong block" : "soft block"}>{node.level}</span>}
      {node.gap && <GapTag gap={node.gap} />}
    </>
  );
}

const tags = { "not-judged": "not-started", "no-level": "no-level", "no-grounds": "no-ground", "lost-grounds": "lost-ground" } as const;

/** What a judgement lacks, as a tag. */
export function GapTag({ gap }: { gap: AlignmentGap }) {
  return <StatusTag state={tags[gap]} />;
}

/** What does not fit together at a node, each with its reason and the statement that it leads to. */
export function Contradictions({ node, base }: { node: ShownNode; base: string }) {
  const t = useTranslations("alignments");
  if (node.contradictions.length === 0) return null;
  return (
    <ul className="remarks small numbers">
      {node.contradictions.map(({ kind, words, statement }) => (
        <li key={`${kind} ${words}`}>
          <Icon name="triangle" label={t("contradiction")} /> {words}{" "}
          {statement !== null && <StatementNumber code={statement} href={`${base}/statements/${statement}`} />}
        </li>
      ))}
    </ul>
  );
}
