import { Link } from "@remix-run/react";
import { useMemo, useRef, useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "~/ui/class-names";
import { GroundMark } from "~/ui/ground-line";
import { box, columnLeft, edgePath, placeNodes, type PlacedNode } from "./graph-places";
import type { DrawnNode, loadGraph } from "./load-graph.server";
import { useGraphKeys } from "./use-graph-keys";

type Loaded = Awaited<ReturnType<typeof loadGraph>>;

/** The statements in columns along the chain, with a line for each link. A node that is pointed at or focused shows its own lines; the arrows lead along them. */
export function GraphDrawing({ columns, edges, around }: Pick<Loaded, "columns" | "edges"> & { around: string }) {
  const t = useTranslations("statements.graph");
  const region = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const { width, height, placed } = useMemo(() => placeNodes(columns), [columns]);
  useGraphKeys(region, placed, edges);
  const kinds = columns.map(({ kind }) => kind);
  const headingOf = (column: number, name: string) => {
    const of = kinds.filter((kind) => kind === kinds[column]).length;
    const at = kinds.slice(0, column + 1).filter((kind) => kind === kinds[column]).length;
    return of === 1 ? name : t("columnOf", { name, at, of });
  };
  const follow = ({ target }: SyntheticEvent) => {
    const node = target instanceof Element ? target.closest<HTMLElement>("[data-node]") : null;
    setActive(node?.dataset["node"] ?? null);
  };
  return (
    <div className="graph-region" role="region" aria-label={t("drawingRegion")} tabIndex={0}>
      <div
        className="graph"
        ref={region}
        style={{ width, height }}
        onMouseOver={follow}
        onFocus={follow}
        onMouseLeave={() => setActive(null)}
      >
        <Edges edges={edges} placed={placed} active={active} size={{ width, height }} />
        {columns.map(({ kind }, column) => (
          <p key={`${kind} ${column}`} className="graph-head small soft" style={{ left: columnLeft(column), width: box.width }}>
            {headingOf(column, t(`columns.${kind}`))}
          </p>
        ))}
        <ul className="bare">
          {placed.map(({ node, x, y }) => (
            <li key={node.key} className="graph-node" style={{ left: x, top: y, width: box.width, height: box.height }}>
              <GraphNode node={node} isAround={node.code === around} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Edges({
  edges,
  placed,
  active,
  size,
}: Pick<Loaded, "edges"> & { placed: PlacedNode[]; active: string | null; size: { width: number; height: number } }) {
  const at = useMemo(() => new Map(placed.map((one) => [one.node.key, one])), [placed]);
  return (
    <svg className={classNames("graph-edges", active !== null && "dimmed")} {...size} aria-hidden="true" focusable="false">
      {edges.map(({ from, to, kind }) => {
        const [start, end] = [at.get(from), at.get(to)];
        const isOn = active !== null && (from === active || to === active);
        return (
          start && end && <path key={`${from} ${to}`} className={classNames(kind ?? "within", isOn && "on")} d={edgePath(start, end)} />
        );
      })}
    </svg>
  );
}

function GraphNode({ node, isAround }: { node: DrawnNode; isAround: boolean }) {
  const t = useTranslations("statements.graph");
  const content = (
    <>
      <span className="graph-code">
        <b>{node.code}</b>
        {node.statement && <GroundMark segments={node.links} />}
      </span>
      <span className="graph-words" lang={node.language}>
        {node.withheld ? t("withheld") : node.text}
      </span>
    </>
  );
  const look = classNames("graph-box", !node.statement && "evidence", node.unsupported && "none", isAround && "around");
  if (node.href === null)
    return (
      <span className={look} data-node={node.key}>
        {content}
      </span>
    );
  return (
    <Link className={look} to={node.href} data-node={node.key} aria-current={isAround || undefined}>
      {content}
    </Link>
  );
}
