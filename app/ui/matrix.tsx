import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import type { GroundSegment } from "./ground-line";
import { GroundMark } from "./ground-line";
import type { IconName } from "./icon";
import { Icon } from "./icon";
import { useFollow } from "./use-follow";

/** Columns that belong together; `out` = what comes out of the evidence (statements). */
interface MatrixGroup {
  label: string;
  out?: boolean | undefined;
  columns: readonly { key: string; label: string; icon?: IconName | undefined }[];
}

export interface MatrixProps {
  /** The name of the region that scrolls sideways. */
  label: string;
  /** Head of the first column. */
  corner: string;
  groups: readonly MatrixGroup[];
  /** Head of the last column. */
  last: string;
  /** `MatrixRow`s. */
  children: ReactNode;
}

/** Questions × evidence × statements. It scrolls sideways in its own region; the first column stays. */
export function Matrix({ label, corner, groups, last, children }: MatrixProps) {
  const t = useTranslations("ui.table");
  const table = useRef<HTMLTableElement>(null);
  useFollow(table);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("region", { caption: label })}>
      <table className="matrix" ref={table}>
        <thead>
          <tr className="g">
            <td />
            {groups.map((group) => (
              <th key={group.label} scope="colgroup" colSpan={group.columns.length} className={group.out ? "out" : undefined}>
                {group.label}
              </th>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col" className="q">
              {corner}
            </th>
            {groups.flatMap((group) => group.columns.map((column) => <MatrixHead key={column.key} column={column} out={group.out} />))}
            <th scope="col" className="cov">
              {last}
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function MatrixHead({ column, out }: { column: MatrixGroup["columns"][number]; out: boolean | undefined }) {
  return (
    <th scope="col" className={out ? "out" : undefined}>
      {column.icon && <Icon name={column.icon} />}
      {column.label}
    </th>
  );
}

export interface MatrixRowProps {
  code: string;
  title: ReactNode;
  href: string;
  /** A question that others lie under. */
  top?: boolean | undefined;
  gap?: boolean | undefined;
  /** `MatrixCell`, `MatrixOut`, `NotAsked`, one per column. */
  children: ReactNode;
  /** Coverage: a tag, and its reason. */
  last?: ReactNode;
  reason?: ReactNode;
}

/** One research question. */
export function MatrixRow({ code, title, href, top, gap, children, last, reason }: MatrixRowProps) {
  return (
    <tr className={classNames(top && "top", gap && "isgap") || undefined}>
      <th scope="row" className={top ? "q l0" : "q l1"}>
        <span>
          <span className="code num">{code}</span>
          <Link to={href}>{title}</Link>
        </span>
      </th>
      {children}
      <td className="cov">
        {last}
        {reason && <span className="why2">{reason}</span>}
      </td>
    </tr>
  );
}

export interface MatrixCellProps {
  /** The list of this evidence under this question. */
  href: string;
  segments: readonly GroundSegment[];
  /** What the count is of: "14 excerpts, 1 contradicts". */
  label: string;
  count: number;
  /** How many there are of which `count` are used. */
  of?: number | undefined;
}

/** How much evidence of one kind there is, as a number and as a ground mark; none is red. */
export function MatrixCell({ href, segments, label, count, of }: MatrixCellProps) {
  return (
    <td className={count === 0 ? "zero" : undefined}>
      <a href={href} data-cell="">
        <span className="num" aria-hidden="true">
          {count}
          {of !== undefined && <span className="faint">/{of}</span>}
        </span>
        <GroundMark segments={segments} label={label} />
      </a>
    </td>
  );
}

/** A cell on the side of the statements. */
export function MatrixOut({ children }: { children?: ReactNode }) {
  return <td className="out num">{children}</td>;
}

/** A kind of evidence that the protocol does not ask for here, or with `children` why there is none at all. */
export function NotAsked({ span, children }: { span?: number | undefined; children?: ReactNode }) {
  const t = useTranslations("ui.matrix");
  if (children) {
    return (
      <td className="na" colSpan={span}>
        <span className="faint small">{children}</span>
      </td>
    );
  }
  return (
    <td className="na" colSpan={span}>
      <span className="faint" aria-hidden="true">
        ·
      </span>
      <span className="vh">{t("notAsked")}</span>
    </td>
  );
}
