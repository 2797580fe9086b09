import type { Permission, Person } from "~/domain/permissions";
import { can } from "~/domain/permissions";
import type { NavEntry, NavGroup } from "~/ui/navigation";

/** What the counts beside entries are of. */
export type Counted =
  "sources" | "interviews" | "actors" | "alignments" | "options" | "codes" | "sections" | "statements" | "editions" | "team";

interface Place extends Pick<NavEntry, "label" | "icon"> {
  group: NavGroup;
  path: string;
  needs: Permission;
  counted?: Counted;
}

/** The pages of an assessment in the order of the side; who lacks the permission does not see the entry. */
const places: readonly Place[] = [
  { group: "assessment", label: "overview", icon: "matrix", path: "", needs: "overview.read" },
  { group: "assessment", label: "protocol", icon: "protocol", path: "/protocol", needs: "protocol.read" },
  { group: "fieldwork", label: "sources", icon: "source", path: "/sources", needs: "source.read", counted: "sources" },
  { group: "fieldwork", label: "interviews", icon: "interview", path: "/interviews", needs: "interview.read", counted: "interviews" },
  { group: "fieldwork", label: "actors", icon: "actor", path: "/actors", needs: "actor.read", counted: "actors" },
  { group: "fieldwork", label: "alignments", icon: "alignment", path: "/alignments", needs: "alignment.read", counted: "alignments" },
  { group: "fieldwork", label: "options", icon: "option", path: "/options", needs: "option.read", counted: "options" },
  { group: "fieldwork", label: "codes", icon: "pencil", path: "/codes", needs: "coding.read", counted: "codes" },
  { group: "assessment", label: "reading", icon: "read", path: "/reading", needs: "reading-room.read" },
  { group: "document", label: "sections", icon: "section", path: "/sections", needs: "section.read", counted: "sections" },
  { group: "document", label: "statements", icon: "statement", path: "/statements", needs: "statement.read", counted: "statements" },
  { group: "document", label: "comments", icon: "comment", path: "/comments", needs: "comment.read" },
  { group: "document", label: "editions", icon: "edition", path: "/editions", needs: "edition.list", counted: "editions" },
  { group: "record", label: "trail", icon: "trail", path: "/trail", needs: "trail.read" },
  { group: "record", label: "team", icon: "team", path: "/team", needs: "team.read", counted: "team" },
  { group: "record", label: "settings", icon: "settings", path: "/settings", needs: "settings.read" },
];

/** The side of a page: the person's own pages, those of the assessment that it belongs to, and the installation's. */
export function navigationOf(
  person: Person,
  assessment: { id: string; slug: string } | null,
  counts: Partial<Record<Counted, number>>,
  waiting: number,
): NavEntry[] {
  const own: NavEntry[] = [
    { group: "own", label: "work", icon: "work", href: "/work", ...(waiting > 0 && { count: waiting, hot: true }) },
    { group: "own", label: "assessments", icon: "layers", href: "/assessments" },
  ];
  const subject = assessment && { assessmentId: assessment.id };
  // A study whose protocol has no codebook has no codes.
  const there = places.filter(({ counted }) => counted !== "codes" || counts.codes);
  const within = subject ? there.filter(({ needs }) => mayOpen(person, needs, subject)) : [];
  return [
    ...own,
    ...within.map(({ group, label, icon, path, counted }): NavEntry => ({
      group,
      label,
      icon,
      href: `/assessments/${assessment?.slug}${path}`,
      ...(counted && { count: counts[counted] }),
    })),
    ...(person.administrator ? [{ group: "installation", label: "accounts", icon: "user", href: "/admin/accounts" } as const] : []),
  ];
}

/** The permissions in the table above all ask for the assessment alone. */
function mayOpen(person: Person, needs: Permission, subject: { assessmentId: string }): boolean {
  return can(person, needs as "overview.read", subject);
}
