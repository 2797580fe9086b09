import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { loadGraph } from "./load-graph.server";

type Loaded = Awaited<ReturnType<typeof loadGraph>>;

/** The same graph in words, from the end of the chain to its beginning: each node with what it stands on. */
export function GraphOutline({ columns, edges }: Pick<Loaded, "columns" | "edges">) {
  const t = useTranslations("statements.graph");
  const nodes = new Map(columns.flatMap((column) => column.nodes.map((node) => [node.key, node])));
  const below = (key: string) => edges.flatMap(({ from, to, kind }) => (to === key ? [{ node: nodes.get(from), kind }] : []));
  return (
    <Sheet title={t("outline")}>
      {kindsOf(columns).map(({ kind, nodes: own }) => (
        <details key={kind} className="graph-kind" open={own.length <= 12}>
          <summary>
            {t(`columns.${kind}`)} <span className="num soft small">{own.length}</span>
          </summary>
          <ul className="items">
            {own.map((node) => (
              <li key={node.key}>
                <p className="row top">
                  <StatementNumber code={node.code} href={node.href ?? undefined} />
                  <span className="small" lang={node.language}>
                    {node.withheld ? t("withheld") : node.text}
                  </span>
                </p>
                {node.statement && (
                  <p className="small soft row wrap">
                    {below(node.key).length === 0
                      ? t(node.links.length === 0 ? "onNothing" : "onEvidence", { count: node.links.length })
                      : t("on")}
                    {below(node.key).map(({ node: ground, kind: relation }) => (
                      <span key={ground?.key}>
                        {ground?.code}
                        {relation !== null && relation !== "supports" && ` (${t(`relations.${relation}`)})`}
                      </span>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Sheet>
  );
}

/** The columns from the end of the chain, those of one kind together: answers that stand on answers are answers. */
function kindsOf(columns: Loaded["columns"]): { kind: Loaded["columns"][number]["kind"]; nodes: Loaded["columns"][number]["nodes"] }[] {
  const backwards = columns.toReversed();
  return [...new Set(backwards.map(({ kind }) => kind))].map((kind) => ({
    kind,
    nodes: backwards.flatMap((column) => (column.kind === kind ? column.nodes : [])),
  }));
}
