import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { QuestionNumber } from "~/ui/statement-number";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { listFrameworks } from "./queries.server";

export type ShownFramework = Awaited<ReturnType<typeof listFrameworks>>[number];
type Node = ShownFramework["nodes"][number];

/** A framework as a table of its nodes, indented as in the tree, each with its level and the reason for it. */
export function FrameworkTable({ framework, base }: { framework: ShownFramework; base: string }) {
  const t = useTranslations("alignments");
  const named = useTranslations("ui.table");
  const judged = framework.nodes.filter((node) => node.level !== null).length;
  const total = framework.nodes.filter((node) => !node.group).length;
  const informs = framework.informs.map((code) => <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />);
  return (
    <Sheet
      title={framework.title}
      aside={<span className="soft num">{t("judged", { judged, total })}</span>}
      intro={
        <>
          {informs} {framework.scale}
        </>
      }
      flush
    >
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
              <NodeRow key={node.id} node={node} href={`${base}/alignments/${framework.id}/${node.id}`} />
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function NodeRow({ node, href }: { node: Node; href: string }) {
  const t = useTranslations("alignments");
  const title = (
    <>
      {node.number && <span className="code num">{node.number} </span>}
      {node.title}
    </>
  );
  if (node.group) {
    return (
      <tr className="top">
        <th scope="row" colSpan={3} className={`n-title d${Math.min(node.depth, 3)}`}>
          {title}
        </th>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row" className={`n-title d${Math.min(node.depth, 3)}`}>
        <Link to={href}>{title}</Link>
      </th>
      <td className="n-meta" data-head={t("level")}>
        {node.level === null ? (
          <StatusTag state="not-started" />
        ) : node.counted ? (
          <span className="strong">{node.level}</span>
        ) : (
          <span className="soft">{node.level}</span>
        )}
      </td>
      <td className="n-meta said" data-head={t("reasons")} lang={node.lang}>
        {node.reasons}
      </td>
    </tr>
  );
}
