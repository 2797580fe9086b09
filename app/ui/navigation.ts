import type nl from "~/locales/nl";
import type { IconName } from "./icon";

/** A group of entries in the side; `assessment` is headed by the title of the assessment. */
export type NavGroup = "own" | "assessment" | keyof (typeof nl)["nav"]["groups"];

/** One entry of the side: its label is `nav.entries.<label>`. */
export interface NavEntry {
  group: NavGroup;
  label: keyof (typeof nl)["nav"]["entries"];
  href: string;
  icon: IconName;
  count?: number | undefined;
  /** The filled count: only for what waits for this person. */
  hot?: boolean | undefined;
}

/** The href of the entry that the page belongs to: the longest one that the address starts with; an edition that is read, to the reading room. */
export function currentHref(nav: readonly NavEntry[], pathname: string): string | undefined {
  const room = nav.find((entry) => entry.label === "reading")?.href;
  if (room !== undefined && /\/editions\/[^/]+\/(?:read|brief|search)(\/|$)/u.test(pathname)) return room;
  return nav
    .map((entry) => entry.href)
    .filter(
      (href) => pathname === href || (pathname.startsWith(`${href}/`) && !isAssessmentRoot(nav, href) && !isListOfAssessments(nav, href)),
    )
    .sort((a, b) => b.length - a.length)[0];
}

/** The overview is the root of all other pages of the assessment, so it is current on its own page only. */
function isAssessmentRoot(nav: readonly NavEntry[], href: string): boolean {
  return nav.some((entry) => entry.label === "overview" && entry.href === href);
}

/** Inside an assessment the list of all of them is not where the reader is. */
function isListOfAssessments(nav: readonly NavEntry[], href: string): boolean {
  return nav.some((entry) => entry.label === "assessments" && entry.href === href) && nav.some((entry) => entry.label === "overview");
}

/** The entries by group, in the order in which the groups first occur. */
export function groupsOf(nav: readonly NavEntry[]): [NavGroup, NavEntry[]][] {
  const groups = new Map<NavGroup, NavEntry[]>();
  for (const entry of nav) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
