import { judgedSubjects, type JudgedSubject } from "~/domain/protocol/criteria";
import type { Option } from "~/domain/protocol/options";
import { criteriaFor, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { hasOrder } from "./weights";

/** What is ranked together: all subjects of one kind; options within one kind of option alone, since the kinds can't take each other's place. */
export type RankedGroup = Exclude<JudgedSubject, "option"> | Option["kind"];

/** The kinds of option, in the order in which they are listed. */
const optionKinds: readonly Option["kind"][] = ["channel", "mode", "condition", "alternative"];

/** The groups that a protocol lets be ranked: those with a criterion on a scale with an order, and of options two at least. */
export function rankedGroups(protocol: Protocol): RankedGroup[] {
  const isRanked = (kind: JudgedSubject) => criteriaFor(protocol, kind).some(({ scale }) => hasOrder(findScale(protocol, scale)));
  const several = (kind: Option["kind"]) => (protocol.options ?? []).filter((option) => option.kind === kind).length > 1;
  return judgedSubjects.filter(isRanked).flatMap((kind): RankedGroup[] => (kind === "option" ? optionKinds.filter(several) : [kind]));
}

/** The kind of subject that a group is of. */
export function judgedKindOf(group: RankedGroup): JudgedSubject {
  return isOptionKind(group) ? "option" : group;
}

function isOptionKind(group: RankedGroup): group is Option["kind"] {
  return optionKinds.some((kind) => kind === group);
}

/** Whether a subject belongs to a group, by its id. */
export function isInGroup(group: RankedGroup, protocol: Protocol, id: string): boolean {
  if (!isOptionKind(group)) return true;
  return (protocol.options ?? []).some((option) => option.id === id && option.kind === group);
}
