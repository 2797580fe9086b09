import { compareCodes } from "~/domain/evidence/codes";
import type { LocalText } from "~/domain/local-text";
import { judgedSubjects, type JudgedSubject } from "~/domain/protocol/criteria";
import { nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { printedTitle } from "~/domain/sources/source";
import type { Db } from "./db.server";
import { listNamedOnly } from "./named-actors.server";

/** Something that is judged, by its code and its name; `kind` says more of an actor, `group` is that of an intervention. */
export interface JudgedThing {
  id: string;
  code: string;
  name: LocalText;
  about: LocalText | null;
}

/** What can be judged of one kind in an assessment, or some of it by id, by code; archived records, and actors that are only named by others, are left out unless they are asked for by id. Four queries at most. */
export async function listJudgedThings(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  kind: JudgedSubject,
  ids?: readonly string[],
): Promise<JudgedThing[]> {
  const things = await thingsOf(db, assessmentId, protocol, kind, ids);
  const asked = ids && new Set(ids);
  return (asked ? things.filter(({ id }) => asked.has(id)) : things).toSorted((one, other) => compareCodes(one.code, other.code));
}

/** The name under which what a judgement is of is found. */
export function subjectKey({ subjectKind, subjectId }: { subjectKind: string; subjectId: string }): string {
  return `${subjectKind}/${subjectId}`;
}

/** The names of what some judgements are of, by `subjectKey`; archived ones too. Two queries for each kind of subject at most. */
export async function namesOfSubjects(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  judgements: readonly { subjectKind: string; subjectId: string }[],
): Promise<Map<string, LocalText>> {
  const lists = await Promise.all(
    judgedSubjects.map(async (kind) => {
      const ids = [...new Set(judgements.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))];
      const things = ids.length === 0 ? [] : await listJudgedThings(db, assessmentId, protocol, kind, ids);
      return things.map(({ id, name }) => [subjectKey({ subjectKind: kind, subjectId: id }), name] as const);
    }),
  );
  return new Map(lists.flat());
}

const whichOf = (assessmentId: string, ids: readonly string[] | undefined) => ({
  assessmentId,
  ...(ids ? { id: { in: [...ids] } } : { archivedAt: null }),
});

async function interventions(db: Db, assessmentId: string, ids: readonly string[] | undefined): Promise<JudgedThing[]> {
  const rows = await db.intervention.findMany({
    where: whichOf(assessmentId, ids),
    select: { id: true, code: true, title: true, language: true, groupTitle: true },
  });
  const titles = await db.translation.findMany({
    where: { assessmentId, kind: "intervention", field: "title" },
    select: { recordId: true, language: true, body: true },
  });
  const others = (id: string) =>
    Object.fromEntries(titles.filter(({ recordId }) => recordId === id).map(({ language, body }) => [language, body]));
  return rows.map(({ id, code, title, language, groupTitle }) => ({
    id,
    code,
    name: { ...others(id), [language]: title },
    about: JSON.parse(groupTitle) as LocalText,
  })); // likewise
}

async function thingsOf(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  kind: JudgedSubject,
  ids: readonly string[] | undefined,
): Promise<JudgedThing[]> {
  const where = whichOf(assessmentId, ids);
  switch (kind) {
    case "actor": {
      const rows = await db.actor.findMany({ where, select: { id: true, code: true, name: true, kind: true } });
      const named = ids ? new Set<string>() : await listNamedOnly(db, assessmentId);
      return rows
        .filter(({ id }) => !named.has(id))
        .map(({ id, code, name, kind: sort }) => ({ id, code, name: { und: name }, about: JSON.parse(sort) as LocalText })); // written as LocalText by addActor
    }
    case "intervention":
      return interventions(db, assessmentId, ids);
    case "source": {
      const rows = await db.source.findMany({ where, select: { id: true, code: true, title: true, titleKind: true } });
      return rows.map(({ id, code, title, titleKind }) => ({ id, code, name: { und: printedTitle(title, titleKind) }, about: null }));
    }
    case "option":
      return (protocol.options ?? []).map(({ id, code, title }) => ({ id, code, name: title, about: null }));
    case "policy-node":
      return (protocol.frameworks ?? []).flatMap((framework) =>
        nodesInOrder(framework)
          .filter(({ node }) => node.kind !== "group")
          .map(({ node }) => ({ id: node.id, code: policyNodeCode(framework, node), name: node.title, about: framework.title })),
      );
  }
}
