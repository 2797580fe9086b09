import { levelFromStored, valueOf } from "~/domain/judgements/value";
import { textIn } from "~/domain/local-text";
import { findFramework, findScale, nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";

interface Study {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  language: Language;
}

const given = (row: { level: string | null; without: string | null }) =>
  valueOf({ level: levelFromStored(row.level), without: row.without });

/** One node of a framework with its judgement, if there is one, and the node after it. Refuses a heading and what is not there. */
export async function findAlignment(
  db: Db,
  { assessment, protocol, language }: Study,
  frameworkId: string | undefined,
  nodeId: string | undefined,
) {
  const framework = findFramework(protocol, frameworkId ?? "");
  const node = framework?.nodes.find(({ id }) => id === nodeId);
  const scale = framework && findScale(protocol, framework.scale);
  if (!framework || !node || !scale || node.kind === "group") throw refuse("not-found");
  const row = await db.alignment.findUnique({
    where: { assessmentId_framework_node: { assessmentId: assessment.id, framework: framework.id, node: node.id } },
  });
  const translations = row
    ? await listTranslations(db, "alignment", "reasons", new Map([[row.id, row.reasons]]))
    : new Map<string, never[]>();
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const nodes = nodesInOrder(framework).filter((placed) => placed.node.kind !== "group");
  const next = nodes[nodes.findIndex((placed) => placed.node.id === node.id) + 1];
  return {
    framework: { id: framework.id, title: say(framework.title) },
    node: { id: node.id, code: policyNodeCode(framework, node), title: say(node.title), description: say(node.description) },
    scale: scaleIn(scale, language, assessment.languages),
    alignment: row && {
      id: row.id,
      version: row.version,
      protocolNumber: row.protocolNumber,
      value: given(row),
      reasons: row.reasons,
      language: row.language,
      translations: translations.get(row.id) ?? [],
    },
    next: next?.node.id ?? null,
  };
}

/** A scale as a form shows it: its levels with anchors, the answers without a level apart. */
function scaleIn(scale: Scale, language: Language, languages: readonly string[]) {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, languages);
  return {
    title: say(scale.title),
    levels: levelsOf(scale).map(({ key, label, anchor, value }) => ({
      value: key,
      label: say(label),
      mark: value === null ? null : String(value),
      ...(anchor && { anchor: say(anchor) }),
    })),
    others: extraValuesOf(scale).map(({ key, label, anchor }) => ({
      value: key,
      label: say(label),
      ...(anchor && { anchor: say(anchor) }),
    })),
    numeric: scale.kind === "numeric" ? { min: scale.min, max: scale.max, step: scale.step } : null,
  };
}
