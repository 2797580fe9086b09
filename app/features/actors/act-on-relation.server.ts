import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import type { FormAnswer, VersionBody } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import type { ActorPlace } from "./act-on-actor.server";
import { relationEntries } from "./actor-entries.server";
import { addRelation } from "./add-relation.server";
import { changeRelation } from "./change-relation.server";
import { done, linesOf } from "./keep-form.server";
import { AddRelationForm, ChangeRelationForm } from "./schema";

/** What the two forms of a relation have in common, as it is kept. */
function detailsOf(form: {
  source: string;
  countries: string;
  asOf: string | null;
  ownStatement: boolean;
  note: string;
  language: string;
}) {
  const { source, countries, asOf, ownStatement, note, language } = form;
  const [kind, id = null] = source.split("/");
  return {
    ...{ asOf, ownStatement, note, language },
    countries: linesOf(countries),
    sourceId: kind === "source" ? id : null,
    excerptId: kind === "excerpt" ? id : null,
  };
}

/** Records a relation, or changes what is recorded of one. */
export async function actOnRelation(
  context: ChangeContext,
  { assessmentId, path, language: reader }: ActorPlace,
  actorId: string,
  fields: Fields,
  intent: "add-relation" | "change-relation",
): Promise<Response | FormAnswer> {
  const back = `${path}#relations`;
  if (intent === "add-relation") {
    const form = parseFields(fields, AddRelationForm);
    if (!form.ok) return { status: 422, problem: form.problem };
    const { side, other, otherName } = form.value;
    const relation = { ...detailsOf(form.value), assessmentId, actorId, side, otherId: other, otherName };
    return done(context, back, entriesOfForm(form.value), null, () => addRelation(context, relation));
  }
  const form = parseFields(fields, ChangeRelationForm);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { id, version } = form.value;
  const record = { kind: "actor-relation", id, entriesOf: (body: VersionBody) => relationEntries(body, reader) };
  return done(context, back, entriesOfForm(form.value), record, () =>
    changeRelation(context, { ...detailsOf(form.value), assessmentId, id, version }),
  );
}
