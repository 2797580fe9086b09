import { textIn } from "~/domain/local-text";
import type { Answer, ReferenceTarget } from "~/domain/protocol/fields";
import { nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";

/** A record that an answer may refer to. */
export interface ReferenceOption {
  value: string;
  label: string;
}

/** What can be referred to in these answers, by target; only the tables that are needed are read. */
export async function listReferences(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  answers: readonly (Answer | null)[],
): Promise<Partial<Record<ReferenceTarget, ReferenceOption[]>>> {
  const targets = new Set(answers.flatMap((answer) => (answer ? targetsOf(answer) : [])));
  const lists = await Promise.all(
    [...targets].map(async (target) => [target, await optionsOf(db, assessmentId, protocol, target)] as const),
  );
  return Object.fromEntries(lists);
}

function targetsOf(answer: Answer): ReferenceTarget[] {
  if (answer.kind === "reference") return [answer.to];
  return answer.kind === "table" ? answer.columns.flatMap((column) => targetsOf(column.answer)) : [];
}

async function optionsOf(db: Db, assessmentId: string, protocol: Protocol, target: ReferenceTarget): Promise<ReferenceOption[]> {
  const where = { assessmentId, archivedAt: null };
  const orderBy = { number: "asc" } as const;
  const { originalLanguage } = protocol;
  switch (target) {
    case "actor":
      return (await db.actor.findMany({ where, orderBy, select: { id: true, code: true, name: true } })).map(({ id, code, name }) => ({
        value: id,
        label: `${code} ${name}`,
      }));
    case "source":
      return (await db.source.findMany({ where, orderBy, select: { id: true, code: true, title: true } })).map(({ id, code, title }) => ({
        value: id,
        label: `${code} ${title}`,
      }));
    case "intervention":
      return (await db.intervention.findMany({ where, orderBy, select: { id: true, code: true, title: true } })).map(
        ({ id, code, title }) => ({ value: id, label: `${code} ${title}` }),
      );
    case "statement":
      return (
        await db.statement.findMany({ where: { assessmentId, block: { archivedAt: null } }, orderBy, select: { id: true, code: true } })
      ).map(({ id, code }) => ({ value: id, label: code }));
    case "option":
      return (protocol.options ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} ${textIn(title, originalLanguage)}` }));
    case "policy-node":
      return (protocol.frameworks ?? []).flatMap((framework) =>
        nodesInOrder(framework).map(({ node }) => ({
          value: node.id,
          label: `${policyNodeCode(framework, node)} ${textIn(node.title, originalLanguage)}`,
        })),
      );
    case "country":
      return countries(originalLanguage);
  }
}

const countriesByLanguage = new Map<string, ReferenceOption[]>();

/** The countries of ISO 3166-1 by their name in a language, as far as this system names them; listed once per language. */
function countries(language: string): ReferenceOption[] {
  const known = countriesByLanguage.get(language) ?? namedCountries(language);
  countriesByLanguage.set(language, known);
  return known;
}

function namedCountries(language: string): ReferenceOption[] {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !/^(EU|EZ|UN|X.|Q[M-Z]|ZZ|AA)$/.test(code));
  const named = codes.flatMap((value) => {
    const label = names.of(value);
    return label === undefined ? [] : [{ value, label }];
  });
  const namesInOrder = new Intl.Collator(language);
  return named.sort((a, b) => namesInOrder.compare(a.label, b.label));
}
