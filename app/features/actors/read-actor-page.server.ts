import type { Db } from "~/platform/db.server";
import { findFactKey, readFactForm, readFacts, type ActorStudy, type ShownActor } from "./queries.server";
import { readInterventions } from "./read-interventions.server";
import { listAmounts, readProfile } from "./read-profile.server";
import { readRelationForm, readRelations, relationAsked } from "./read-relations.server";

/** What is known of an actor, how it stands to others, and the form that the address asks for, for whoever may write. */
export async function readActorPage(
  db: Db,
  study: ActorStudy & { assessment: { id: string } },
  actor: ShownActor,
  { query, mayWrite }: { query: URLSearchParams; mayWrite: boolean },
) {
  const assessmentId = study.assessment.id;
  const facts = await readFacts(db, study, actor.id);
  const asked = findFactKey(facts.facts, query);
  const own = facts.facts.find(({ code }) => code === asked?.changing);
  const relations = await readRelations(db, study, actor.id);
  const relation = mayWrite && relationAsked(relations, query);
  return {
    ...facts,
    changing: asked?.changing ?? null,
    form: asked && mayWrite ? await readFactForm(db, study, asked.key, own?.value) : null,
    relations,
    relationForm: relation ? { ...relation, ...(await readRelationForm(db, assessmentId, actor.id)) } : null,
    amounts: listAmounts(study, facts.facts),
    interventions: await readInterventions(db, study, facts.facts),
    ...(await readProfile(db, assessmentId, actor.id, facts.facts)),
  };
}
