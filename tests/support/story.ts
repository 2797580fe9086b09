import { change } from "~/platform/change.server";
import type { ChangeContext } from "~/platform/change.server";
import { keepVersion } from "~/platform/versions.server";

/** The smallest change with a version: gives an assessment another title. Throws "stale" when it no longer has the version that was read. */
export function rename(context: ChangeContext, id: string, title: string, version: number): Promise<string> {
  return change({ ...context, chain: id }, async (tx) => {
    const next = version + 1;
    const { count } = await tx.assessment.updateMany({ where: { id, version }, data: { title, version: next } });
    if (count === 0) throw new Error("stale");
    const of = { assessmentId: id, kind: "assessment", recordId: id, number: next };
    await keepVersion(tx, { ...of, body: { title }, by: context.by, at: context.at });
    const subject = { type: "assessment", id, version: next } as const;
    return {
      result: title,
      event: { action: "assessment.change", subject, label: "cast-study", change: { title: { before: null, after: title } } },
    };
  });
}

/** A change that is right whenever it runs: reads the version inside and writes the next one. */
export function touch(context: ChangeContext, id: string): Promise<number> {
  return change({ ...context, chain: id }, async (tx) => {
    const { version } = await tx.assessment.findUniqueOrThrow({ where: { id } });
    await tx.assessment.updateMany({ where: { id, version }, data: { version: version + 1 } });
    const subject = { type: "assessment", id, version: version + 1 } as const;
    return { result: version + 1, event: { action: "assessment.change", subject, label: "cast-study", change: {} } };
  });
}
