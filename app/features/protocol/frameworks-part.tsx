import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { nodesInOrder } from "~/domain/protocol/readers";
import type { PolicyFramework } from "~/domain/protocol/frameworks";
import type { Scale } from "~/domain/protocol/scales";
import { EmptyState } from "~/ui/empty-state";
import { QuestionNumber } from "~/ui/statement-number";
import { Sheet } from "~/ui/sheet";
import { ScaleSheet } from "./criteria-part";
import { Told } from "./told";

/** The policy frameworks as trees, and the scales that their nodes are judged on. */
export function FrameworksPart({
  frameworks,
  scales,
  base,
}: {
  frameworks: readonly PolicyFramework[];
  scales: readonly Scale[];
  base: string;
}) {
  const t = useTranslations("protocol");
  if (frameworks.length === 0) return <EmptyState title={t("noFrameworks")} />;
  const used = new Set(frameworks.map(({ scale }) => scale));
  return (
    <>
      {frameworks.map((framework) => (
        <FrameworkSheet key={framework.id} framework={framework} base={base} />
      ))}
      {scales
        .filter(({ id }) => used.has(id))
        .map((scale) => (
          <ScaleSheet key={scale.id} scale={scale} />
        ))}
    </>
  );
}

function FrameworkSheet({ framework, base }: { framework: PolicyFramework; base: string }) {
  const t = useTranslations("protocol");
  const informs = (framework.informs ?? []).map((code) => <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />);
  return (
    <Sheet
      title={
        <>
          <span className="code">{framework.code}</span> <Told of={framework.title} />
        </>
      }
      intro={
        <>
          <Told of={framework.description} /> {informs}
        </>
      }
      flush
    >
      <table className="t list tree-table">
        <caption className="vh">{t("nodes")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("node")}</th>
            <th scope="col">{t("description")}</th>
          </tr>
        </thead>
        <tbody>
          {nodesInOrder(framework).map(({ node, depth }) => (
            <tr key={node.id} className={node.kind === "group" ? "top" : undefined}>
              <th scope="row" className={`n-title d${Math.min(depth, 3)}`}>
                {node.number && <span className="code num">{node.number} </span>}
                {node.kind === "group" ? (
                  <Told of={node.title} />
                ) : (
                  <Link to={`${base}/alignments/${framework.id}/${node.id}`}>
                    <Told of={node.title} />
                  </Link>
                )}
              </th>
              <td className="n-meta small" data-head={t("description")}>
                <Told of={node.description} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
