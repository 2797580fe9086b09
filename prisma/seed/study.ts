import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Role } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import type { ChangeContext } from "~/platform/change.server";

/** A text in both languages of the examples. */
export const Both = z.looseObject({ nl: z.string(), en: z.string() });
export type Both = z.infer<typeof Both>;

/** Only the two texts of a record that holds more. */
export const both = ({ nl, en }: Both) => ({ nl, en });

/** The records of one file of an example, parsed with the fields that the seed needs. */
export function readRecords<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): z.output<Schema> {
  return schema.parse(parse(readFileSync(new URL(`../examples/${folder}/${file}.yaml`, import.meta.url), "utf8")));
}

/** An account of the demo. */
export interface DemoPerson {
  id: string;
  email: string;
  name: string;
  roles: Record<string, Role>;
}

/** A study while it is being seeded: who is who, and which record became what. */
export interface SeededStudy {
  id: string;
  slug: string;
  protocol: Protocol;
  people: ReadonlyMap<string, DemoPerson>;
  /** Evidence, by its id in the example. */
  evidence: Map<string, { kind: EvidenceKind; id: string }>;
  /** Other records (actors, sources, statements …), by their id in the example. */
  records: Map<string, string>;
  as: (person: string, at: Date) => ChangeContext;
  user: (person: string) => string;
}

/** What an example's id became; an id that nothing was made of stops the seed. */
export function recordOf(study: SeededStudy, id: string): string {
  const found = study.records.get(id);
  if (found === undefined) throw new Error(`Nothing was made of ${id}.`);
  return found;
}

/** The evidence that an example's id became, as grounds name it. */
export function evidenceKey(study: SeededStudy, id: string): string {
  const found = study.evidence.get(id);
  if (!found) throw new Error(`No evidence was made of ${id}.`);
  return `${found.kind}/${found.id}`;
}
