import type { DataWords } from "~/domain/evidence/data-table";
import { earlierWordings, earlierWordingWords } from "~/domain/judgements/earlier-wordings";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolsOfRounds } from "../judged-protocols.server";
import { inLanguages } from "./in-languages.server";

/** A value that a table shows: what it is of, on which criterion, and the number of the protocol by which it was judged. */
interface ShownJudgement {
  code: string;
  criterion: string;
  protocolNumber: number;
}

/** The notes below a table on what was judged on an earlier wording of a criterion, each with that wording. */
export async function earlierNotes(assessmentId: string, protocol: Protocol, judged: readonly ShownJudgement[]): Promise<DataWords[]> {
  const protocols = await protocolsOfRounds(assessmentId, judged);
  const on = judged.map(({ protocolNumber, ...one }) => ({ ...one, judgedBy: protocols.get(protocolNumber) ?? protocol }));
  return earlierWordings(on, protocol).flatMap((one) => inLanguages(protocol, (words) => earlierWordingWords(one, protocol, words)) ?? []);
}
