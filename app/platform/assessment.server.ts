import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import type { Role } from "~/domain/permissions";
import { Protocol } from "~/domain/protocol/schema";
import { withSuccession } from "~/domain/protocol/succession";
import type { Db } from "./db.server";
import { db } from "./db.server";
import { refuse } from "./refusal.server";

/** An assessment as its pages need it; it is also the subject that permissions ask for. */
export interface AssessmentRow {
  id: string;
  assessmentId: string;
  slug: string;
  title: LocalText;
  languages: string[];
  originalLanguage: string;
  startsOn: string | null;
  endsOn: string | null;
  notice: LocalText | null;
  protocolNumber: number;
  frozenAt: Date | null;
  closedAt: Date | null;
  version: number;
  /** The role of the person who asked for it. */
  role: Role;
}

const Languages = z.array(z.string());

/** The assessment of an address without a word on who may see it, or null. */
export async function findAssessmentRowIfAny(db: Db, slug: string): Promise<Omit<AssessmentRow, "role"> | null> {
  const row = await db.assessment.findUnique({ where: { slug } });
  if (!row) return null;
  const { id, originalLanguage, startsOn, endsOn, protocolNumber, frozenAt, closedAt, version } = row;
  return {
    id,
    assessmentId: id,
    slug,
    originalLanguage,
    startsOn,
    endsOn,
    protocolNumber,
    frozenAt,
    closedAt,
    version,
    title: LocalText.parse(JSON.parse(row.title)),
    languages: Languages.parse(JSON.parse(row.languages)),
    notice: row.notice === null ? null : LocalText.parse(JSON.parse(row.notice)),
  };
}

/** Protocols that were read lately, newest last; a version never changes, so it never has to be thrown away for being old. */
const read = new Map<string, Promise<Protocol>>();
const kept = 20;

/** The protocol in force of an assessment, parsed; kept in memory by assessment and number. */
export function protocolOf(assessment: { id: string; protocolNumber: number }): Promise<Protocol> {
  return protocolVersion(assessment.id, assessment.protocolNumber);
}

/** One version of the protocol of an assessment, parsed; its questions also name what those before it had replaced. */
export function protocolVersion(assessmentId: string, number: number): Promise<Protocol> {
  const key = `${assessmentId} ${number}`;
  const known = read.get(key);
  read.delete(key);
  const found = known ?? load(assessmentId, number);
  found.catch(() => read.delete(key));
  read.set(key, found);
  const oldest = read.keys().next().value;
  if (read.size > kept && oldest !== undefined) read.delete(oldest);
  return found;
}

async function load(assessmentId: string, number: number): Promise<Protocol> {
  const row = await db.protocolVersion.findUnique({ where: { assessmentId_number: { assessmentId, number } }, select: { body: true } });
  if (!row) throw refuse("not-found");
  const protocol = Protocol.parse(JSON.parse(row.body));
  const before = await db.protocolVersion.findFirst({
    where: { assessmentId, number: { lt: number }, body: { contains: '"replaces":' } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  return before ? withSuccession(protocol, await protocolVersion(assessmentId, before.number)) : protocol;
}
