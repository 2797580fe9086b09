import { checkNames, type CheckName } from "~/domain/coverage/gate";
import type { Posted } from "~/domain/forms/posted-form";

/** The name of the field in which a reason for a check is written, and of the one that holds the version it was read at. A dot in a name would tell its language. */
export function reasonField(key: string): { reason: string; version: string } {
  const name = key.replaceAll(".", "/");
  return { reason: `why:${name}`, version: `why-version:${name}` };
}

/** A reason as a form gives it. */
export interface PostedReason {
  /** `origins:A1a` */
  key: string;
  check: CheckName;
  subject: string;
  reason: string;
  version: number;
}

/** The reasons in a posted form, and its other fields; a field that names no check stays among the others. */
export function takeReasons(fields: Posted): { reasons: PostedReason[]; others: Posted } {
  const read = fields.map((field) => ({ field, key: /^why(?:-version)?:(.+)$/su.exec(field[0])?.[1]?.replaceAll("/", ".") }));
  const keyed = read.filter(({ key }) => key !== undefined && checkOf(key) !== undefined);
  const versions = new Map(keyed.map(({ field: [name, value] }) => [name, Number(value)]));
  const reasons = keyed.flatMap(({ field: [name, reason], key = "" }): PostedReason[] => {
    const check = checkOf(key);
    const own = reasonField(key);
    if (check === undefined || name !== own.reason) return [];
    return [{ key, check, subject: key.slice(check.length + 1), reason, version: versions.get(own.version) ?? 0 }];
  });
  return { reasons, others: read.filter((one) => !keyed.includes(one)).map(({ field }) => field) };
}

const checkOf = (key: string) => checkNames.find((name) => key.startsWith(`${name}:`) && key.length > name.length + 1);
