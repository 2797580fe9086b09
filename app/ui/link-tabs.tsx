import { Link } from "@remix-run/react";
import { Icon } from "./icon";
import { useDisclosure } from "./use-disclosure";

/** One part of a thing that has a page of its own. */
interface LinkTab {
  label: string;
  href: string;
  count?: number | undefined;
}

export interface LinkTabsProps {
  label: string;
  tabs: readonly LinkTab[];
  /** The `href` of the part that is shown. */
  current: string;
}

/** Parts of one thing, as links with addresses of their own. On a narrow screen they fold into one control that opens the list. */
export function LinkTabs({ label, tabs, current }: LinkTabsProps) {
  const disclosure = useDisclosure();
  const shown = tabs.find((tab) => tab.href === current) ?? tabs[0];
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tabs-wide">
        <TabItems tabs={tabs} current={current} />
      </ul>
      <details className="pop tabs-narrow" ref={disclosure}>
        <summary className="b">
          {shown?.label}
          <Icon name="chevron-down" />
        </summary>
        <ul className="menu">
          <TabItems tabs={tabs} current={current} />
        </ul>
      </details>
    </nav>
  );
}

function TabItems({ tabs, current }: Pick<LinkTabsProps, "tabs" | "current">) {
  return (
    <>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <Link to={tab.href} aria-current={tab.href === current ? "page" : undefined} preventScrollReset>
            {tab.label}
            {tab.count !== undefined && <span className="count num">{tab.count}</span>}
          </Link>
        </li>
      ))}
    </>
  );
}
