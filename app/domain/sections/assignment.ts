/** The parts that a person can have in a section. */
export const assignmentParts = ["write", "review"] as const;

/** A part that a person has in a section. */
export type AssignmentPart = (typeof assignmentParts)[number];

/** One person's part in one section as it was assigned. */
export interface Assignment {
  sectionId: string;
  userId: string;
  part: AssignmentPart;
}

/** Who writes and who reviews a section, and from which section each is inherited; null = assigned there itself, or nobody anywhere. */
export interface AssignedPeople {
  writerIds: string[];
  reviewerIds: string[];
  writersFromId: string | null;
  reviewersFromId: string | null;
}

/** Somebody who stepped back from reviewing one section. */
export type SteppedBack = Pick<Assignment, "sectionId" | "userId">;

/**
 * The people of each section: its own writers, else those of the nearest section upwards that has any; reviewers likewise, without
 * whoever stepped back from this section.
 */
export function assignedPeople(
  sections: readonly { id: string; parentId: string | null }[],
  assignments: readonly Assignment[],
  steppedBack: readonly SteppedBack[] = [],
): Map<string, AssignedPeople> {
  const parents = new Map(sections.map((section) => [section.id, section.parentId]));
  const nearest = (id: string, part: AssignmentPart): { ids: string[]; fromId: string | null } => {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      const ids = assignments.filter((one) => one.sectionId === at && one.part === part).map((one) => one.userId);
      if (ids.length > 0) return { ids: ids.toSorted(), fromId: at === id ? null : at };
    }
    return { ids: [], fromId: null };
  };
  return new Map(
    sections.map(({ id }) => {
      const [write, review] = [nearest(id, "write"), nearest(id, "review")];
      const gone = new Set(steppedBack.filter(({ sectionId }) => sectionId === id).map(({ userId }) => userId));
      const reviewerIds = review.ids.filter((userId) => !gone.has(userId));
      return [id, { writerIds: write.ids, reviewerIds, writersFromId: write.fromId, reviewersFromId: review.fromId }];
    }),
  );
}
