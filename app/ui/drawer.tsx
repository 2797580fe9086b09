import { Link, useLocation, useNavigate } from "@remix-run/react";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface DrawerProps {
  /** Also the address: `#<id>` opens it, without script by `:target`. */
  id: string;
  /** Small words over the title. */
  kicker?: ReactNode;
  title: ReactNode;
  /** Where closing leads and the focus returns to: `#C2`. */
  closeHref: string;
  footer?: ReactNode;
  /** Where there is room beside the text it is shown also while the address names none. */
  always?: boolean | undefined;
  children: ReactNode;
}

/** What lies beside the text: shown while the address names it; focus moves in, `Esc` leads out, the address changes. */
export function Drawer({ id, kicker, title, closeHref, footer, always, children }: DrawerProps) {
  const t = useTranslations("ui.drawer");
  const { hash } = useLocation();
  const navigate = useNavigate();
  const box = useRef<HTMLElement>(null);
  const open = hash === `#${id}`;
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) {
      if (hash === closeHref) giveBack(opener.current);
      opener.current = null;
      return;
    }
    opener.current = document.activeElement;
    box.current?.focus();
    function press(event: KeyboardEvent) {
      if (event.key === "Escape") navigate(closeHref, { preventScrollReset: true });
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [open, hash, navigate, closeHref]);
  return (
    <aside
      className={classNames("drawer", open && "open", always && "always")}
      id={id}
      ref={box}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
    >
      <header>
        <p className="small soft">{kicker ?? t("standsOn")}</p>
        <h2 id={`${id}-title`}>{title}</h2>
        <Link className="ib push" to={closeHref} aria-label={t("close")} preventScrollReset>
          <Icon name="x" />
        </Link>
      </header>
      {children}
      {footer && <footer>{footer}</footer>}
    </aside>
  );
}

/** The focus returns to the link that opened a drawer, where it is still on the page. */
function giveBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}

/** One ground in the tree under a statement, with what it stands on in turn. */
export interface GroundNode {
  key: string;
  /** A `StatementNumber` or a `GroundChip`. */
  mark: ReactNode;
  /** "finding, supports" */
  relation: ReactNode;
  contradicts?: boolean | undefined;
  quote?: ReactNode;
  /** Why it is withheld, or how the writers explain that it contradicts. */
  note?: ReactNode;
  children?: readonly GroundNode[] | undefined;
}

/** What a statement stands on, as nested lists: statement, finding, evidence. */
export function GroundTree({ nodes }: { nodes: readonly GroundNode[] }) {
  return (
    <ol className="tree">
      {nodes.map((node) => (
        <li key={node.key}>
          <div className={node.contradicts ? "node con" : "node"}>
            <NodeWords node={node} />
            {node.children && node.children.length > 0 && <Leaves nodes={node.children} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Leaves({ nodes }: { nodes: readonly GroundNode[] }) {
  return (
    <ol>
      {nodes.map((node) => (
        <li key={node.key} className="leaf">
          <NodeWords node={node} />
          {node.children && node.children.length > 0 && <Leaves nodes={node.children} />}
        </li>
      ))}
    </ol>
  );
}

function NodeWords({ node }: { node: GroundNode }) {
  return (
    <>
      <p className="row wrap">
        {node.mark}
        <span className={node.contradicts ? "small con" : "small soft"}>{node.relation}</span>
      </p>
      {node.quote && <p className="quote">{node.quote}</p>}
      {node.note && <p className="small soft">{node.note}</p>}
    </>
  );
}
