import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { StateKey } from "~/domain/states";
import { Checkbox } from "~/ui/checkbox-group";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { WordCounts } from "./live-words";
import type { OutlineLine, SectionFilter } from "./list-sections.server";

interface OutlineNode {
  line: OutlineLine;
  below: OutlineNode[];
}

/** The lines as a tree by their depth; one whose parent is filtered out stands one level higher. */
function treeOf(lines: readonly OutlineLine[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const path: OutlineNode[] = [];
  for (const line of lines) {
    const node = { line, below: [] };
    while ((path.at(-1)?.line.depth ?? -1) >= line.depth) path.pop();
    (path.at(-1)?.below ?? top).push(node);
    path.push(node);
  }
  return top;
}

/** The outline as a nested list: per section its status, people, statements, what lacks a ground, and when it is due. */
export function OutlineList({ lines, base }: { lines: readonly OutlineLine[]; base: string }) {
  return (
    <ul className="outline">
      {treeOf(lines).map((node) => (
        <OutlineItem key={node.line.code} node={node} base={base} />
      ))}
    </ul>
  );
}

function OutlineItem({ node: { line, below }, base }: { node: OutlineNode; base: string }) {
  const t = useTranslations("sections");
  const number = line.number !== null && line.annex ? t("annex", { number: line.number }) : line.number;
  return (
    <li>
      <div className="ol-row">
        <span className="ol-name">
          <span className="num">{number}</span>
          <Link to={`${base}/sections/${line.code}`}>
            <bdi>{line.heading}</bdi>
          </Link>
        </span>
        <span>
          <StatusTag state={line.status} />
        </span>
        <People part="writers" names={line.writers} />
        <People part="reviewers" names={line.reviewers} />
        <Statements line={line} base={base} />
        <span className="small soft num">{line.dueOn !== null && <Time at={line.dueOn} as="table" />}</span>
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((node) => (
            <OutlineItem key={node.line.code} node={node} base={base} />
          ))}
        </ul>
      )}
    </li>
  );
}

function People({ part, names }: { part: "writers" | "reviewers"; names: readonly string[] }) {
  const t = useTranslations("sections");
  return (
    <span className="small">
      {names.length === 0 ? (
        <span className="faint">{t(`none.${part}`)}</span>
      ) : (
        <>
          <span className="vh">{t(part, { count: names.length })} </span>
          <bdi>{names.join(", ")}</bdi>
        </>
      )}
    </span>
  );
}

function Statements({ line, base }: { line: OutlineLine; base: string }) {
  const t = useTranslations("sections");
  return (
    <span className="ol-facts small num">
      {(line.target !== null || line.words.some(({ words }) => words > 0)) && <WordCounts counts={line.words} target={line.target} />}
      {line.statements > 0 && <span className="soft">{t("statementCount", { count: line.statements })}</span>}
      {line.withoutGround > 0 && (
        <Link to={`${base}/statements?ground=none&section=${line.code}`}>{t("withoutGround", { count: line.withoutGround })}</Link>
      )}
      {line.open.comments > 0 && (
        <Link to={`${base}/sections/${line.code}/comments`}>{t("openComments", { count: line.open.comments })}</Link>
      )}
      {line.open.suggestions > 0 && (
        <Link to={`${base}/sections/${line.code}#suggestions`}>{t("openSuggestions", { count: line.open.suggestions })}</Link>
      )}
    </span>
  );
}

const states = ["not-started", "in-writing", "in-review", "changes-asked", "signed-off", "stale"] as const satisfies readonly StateKey[];

/** What narrows the outline. */
export function OutlineFilters({ filter, shown, total }: { filter: SectionFilter; shown: number; total: number }) {
  const t = useTranslations("sections");
  const word = useTranslations("states");
  const filtered = filter.mine || filter.state !== "";
  return (
    <>
      <FilterBar label={t("filter")}>
        <SelectField
          name="state"
          label={t("state")}
          value={filter.state}
          empty={t("everyState")}
          options={states.map((state) => ({ value: state, label: word(state) }))}
        />
        <Checkbox name="mine" label={t("mine")} checked={filter.mine} />
      </FilterBar>
      <FilterCount clearHref={filtered ? "?" : undefined}>{t("count", { shown, total })}</FilterCount>
    </>
  );
}
