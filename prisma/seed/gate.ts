import { checkKey, hindrancesOf } from "~/domain/coverage/passing";
import { giveReason } from "~/features/gate/give-reason.server";
import { protocolVersion } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { checksOfSection, computeGate, listGateReasons } from "~/platform/gate.server";
import type { SeededStudy } from "./study";

/** Why the writers let a section go to review with a warning, by study and check. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "sec-in-oda": {
    "origins:F1": "Dit is een afbakening van begrippen; één bron volstaat.",
    "origins:F6": "De schatting komt uit één publicatie; twee andere passages staan er als context bij.",
    "origins:F9": "De schade is in deze studie niet zelf onderzocht; de sectie volgt hier één overzicht.",
    "origins:F10": "Beide antwoorden komen uit hetzelfde gesprek; INSPIRE staat er als context bij.",
    "origins:F11": "De uitspraak geeft de gedachte van één publicatie weer, en zegt niet meer dan dat.",
    "origins:F19": "Het advies is van UNICEF zelf; een andere organisatie kan het niet bevestigen.",
    "origins:F34": "Het oordeel over aansluiting is op de beleidsnota’s zelf gedaan; die zijn hier de enige bron.",
    "origins:F35": "Van de afwijzing is geen tweede stuk gevonden.",
    "interviews:1b": "Deze vraag is uit beleidsstukken beantwoord; één gesprek op het ministerie diende als controle.",
    "perspectives:1b": "Alleen het ministerie kan zeggen hoe het de artikelen van de begroting leest.",
    "interviews:2c": "Het bewijs over aanpakken komt uit publicaties; één uitvoerende organisatie heeft het getoetst.",
    "perspectives:2c": "Gesprekken met overheden in de landen zelf vielen buiten de opdracht.",
    "origins:A3b": "De opties zijn door de schrijvers samen beoordeeld, in één ronde; dat staat bij de beperkingen.",
  },
  watervoorziening: {
    "interviews:4": "Kosten staan in de boeken; alleen de gever kon er uit eigen kennis over spreken.",
    "perspectives:4": "Uitvoerders en gebruikers zien de kosten per aansluiting niet.",
    "interviews:5": "De verandering is gemeten in huishoudens; het gesprek met bewoners licht de cijfers toe.",
    "perspectives:5": "Over het dagelijks leven spreken de bewoners zelf; anderen zouden het uit de tweede hand vertellen.",
  },
};

/** Gives the reason for each warning of a section that is about to be sent; a warning without one stops the seed. */
export async function giveReasons(study: SeededStudy, sectionId: string, person: string, at: Date): Promise<void> {
  const { protocolNumber } = await db.assessment.findUniqueOrThrow({ where: { id: study.id }, select: { protocolNumber: true } });
  const protocol = await protocolVersion(study.id, protocolNumber);
  const checks = checksOfSection(await computeGate(db, study.id, protocol), sectionId);
  const { unreasoned } = hindrancesOf(checks, await listGateReasons(db, study.id, sectionId));
  for (const check of unreasoned) {
    const reason = reasons[study.slug]?.[checkKey(check)];
    if (reason === undefined) throw new Error(`No reason is written for ${checkKey(check)} of ${study.slug}.`);
    const { check: name, subject } = check;
    await giveReason(study.as(person, at), { assessmentId: study.id, sectionId, check: name, subject, reason, language: "nl", version: 0 });
  }
}
