import { wordsOfReason } from "~/domain/screening/steps";
import type { LocalText } from "~/domain/local-text";
import type { Db } from "~/platform/db.server";
import { labelOfReason, readScreening, type ScreenedRow } from "./read-screening.server";

/** What the list of the screening can be narrowed to; an empty field narrows nothing. */
export interface ListFilter {
  find: string;
  step: string;
  standing: string;
  channel: string;
}

/** Reads the filter of an address. */
export function listFilter(search: URLSearchParams): ListFilter {
  const of = (name: string) => search.get(name) ?? "";
  return { find: of("q"), step: of("step"), standing: of("standing"), channel: of("channel") };
}

/** The publications of a study as its screening lists them; null where the protocol asks for no screening. */
export async function loadList(db: Db, assessment: { id: string; protocolNumber: number }, viewerId: string, filter: ListFilter) {
  const { design, rows } = await readScreening(db, assessment, viewerId);
  if (!design) return null;
  const shown = rows.filter((row) => fits(row, filter));
  return {
    total: rows.length,
    rows: shown.map(({ code, title, authors, issued, channel, standing, mine }) => ({
      ...{ code, title, authors, issued, channel, standing },
      mine: mine?.step ?? null,
      reasonText: reasonText(design, standing.reason),
    })),
  };
}

/** A publication as the list shows it. */
export type ListedRow = NonNullable<Awaited<ReturnType<typeof loadList>>>["rows"][number];

function reasonText(design: Parameters<typeof labelOfReason>[0], reason: string | null): LocalText | string | null {
  return reason === null ? null : (wordsOfReason(reason) ?? labelOfReason(design, reason));
}

function fits({ code, title, authors, channel, standing }: ScreenedRow, filter: ListFilter): boolean {
  const words = filter.find.toLocaleLowerCase("und").split(/\s+/u).filter(Boolean);
  const text = `${code} ${title} ${authors}`.toLocaleLowerCase("und");
  return (
    (filter.step === "" || standing.step === filter.step) &&
    (filter.standing === "" || standing.key === filter.standing) &&
    (filter.channel === "" || channel === filter.channel) &&
    words.every((word) => text.includes(word))
  );
}
