import { readFileSync } from "node:fs";
import { deviateProtocol } from "~/features/deviations/deviate-protocol.server";
import { db } from "~/platform/db.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { moment, type Agenda } from "./agenda";
import type { SeededStudy } from "./study";

/** Two questions that were answered together, as one with two parts; the question after it in clearer words. */
const merged = `        - id: gq-24
          number: 24
          text:
            nl: "Welke andere donoren steunen dit werk, en hoe gaan zij daarbij te werk?"
            en: "Which other donors support this work, and how do they go about it?"
          parts:
            - key: donors
              text: { nl: "welke donoren", en: "which donors" }
              answer: { kind: text-list }
              replaces: [gq-17]
            - key: approach
              text: { nl: "hoe zij te werk gaan", en: "how they go about it" }
              replaces: [gq-18]
          answer: { kind: long-text }
          informs: ["3a", "3b"]
`;
const clearer: readonly [string, string][] = [
  [
    "Ziet u vernieuwende vormen van steun, financieel of anders?",
    "Ziet u vernieuwende vormen van steun aan dit werk, met geld of op een andere manier?",
  ],
  [
    "Do you see innovative forms of support, financial or other?",
    "Do you see innovative forms of support for this work, with money or in another way?",
  ],
];

/** The file in force with these changes; a part that is not there stops the seed. */
function changed(file: string): string {
  const [from, to] = [file.indexOf("        - id: gq-17\n"), file.indexOf("        - id: gq-19\n")];
  if (from < 0 || to < from) throw new Error("The guide has no questions gq-17 to gq-19.");
  return clearer.reduce(
    (text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`The guide does not ask: ${before}`);
      return text.replace(before, after);
    },
    file.slice(0, from) + merged + file.slice(to),
  );
}

/** One deviation when the interviews have been held: two questions of the guide become one, and another is worded more clearly. */
export function planDeviation(
  agenda: Agenda,
  study: SeededStudy,
  plan: { on: string; approved: string; lead: string; commissioner: string; file: string },
): void {
  agenda.add(moment(plan.on, 10), async (at) => {
    const file = changed(readFileSync(new URL(`../../protocols/${plan.file}`, import.meta.url), "utf8"));
    const { protocol, problems } = readProtocolFile(file);
    if (!protocol) throw new Error(`The changed protocol has problems: ${JSON.stringify(problems)}`);
    const { version } = await db.assessment.findUniqueOrThrow({ where: { id: study.id }, select: { version: true } });
    await deviateProtocol(study.as(plan.lead, at), {
      assessmentId: study.id,
      version,
      protocol,
      file,
      fileName: plan.file,
      reason: {
        nl: "In de gesprekken liepen de antwoorden op vraag 17 (welke donoren) en vraag 18 (hoe zij te werk gaan) in elkaar over. Als één vraag met twee delen zijn ze naast elkaar te leggen. Vraag 19 werd niet steeds op dezelfde manier begrepen.",
        en: "In the conversations the answers to question 17 (which donors) and question 18 (how they go about it) ran into each other. As one question with two parts they can be laid side by side. Question 19 was not always understood in the same way.",
      },
      effect: {
        nl: "De gehouden interviews worden niet opnieuw gedaan. Hun antwoorden houden nummer en verwoording en staan onder vraag 24. De conclusies veranderen er niet door.",
        en: "The interviews held are not done again. Their answers keep number and wording and stand under question 24. The conclusions do not change because of it.",
      },
      approvedBy: study.people.get(plan.commissioner)?.name ?? "",
      approvedOn: plan.approved,
    });
    study.protocol = protocol;
  });
}
