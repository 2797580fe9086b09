import { levelFromStored, valueOf } from "~/domain/judgements/value";
import { textIn } from "~/domain/local-text";
import { findFramework, findScale, nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import { extraValuesOf, labelOnScale, levelsOf, type Scale, type ScaleValue } from "~/domain/protocol/scales";
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

/** How a value reads in the language of the page; a number stays a number. */
function valueLabel(scale: Scale | null, value: ScaleValue | null, language: Language, languages: readonly string[]): string | null {
  if (value === null || !scale) return null;
  const label = labelOnScale(scale, value);
  return label ? textIn(label, language, languages) : String(value);
}

/** The frameworks as trees, each node with what was judged of it. One query. */
export async function listFrameworks(db: Db, { assessment, protocol, language }: Study) {
  const rows = await db.alignment.findMany({
    where: { assessmentId: assessment.id },
    select: { framework: true, node: true, level: true, without: true, reasons: true, language: true, byId: true, at: true },
  });
  const judged = new Map(rows.map((row) => [`${row.framework}/${row.node}`, row]));
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  return (protocol.frameworks ?? []).map((framework) => {
    const scale = findScale(protocol, framework.scale);
    const nodes = nodesInOrder(framework).map(({ node, depth }) => {
      const row = judged.get(`${framework.id}/${node.id}`);
      return {
        id: node.id,
        depth,
        number: node.number ?? null,
        title: say(node.title),
        group: node.kind === "group",
        level: row ? valueLabel(scale, given(row), language, assessment.languages) : null,
        counted: row?.without === null,
        reasons: row?.reasons ?? "",
        lang: row?.language,
      };
    });
    return { id: framework.id, title: say(framework.title), scale: scale ? say(scale.title) : "", informs: framework.informs ?? [], nodes };
  });
}

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
