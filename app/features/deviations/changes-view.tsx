import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type LocalText, textWithLanguage } from "~/domain/local-text";
import { type Affected, type AffectedKind, affectedKinds, countAffected } from "~/domain/protocol/affected";
import { changeSentence, countSentence, wordOfKind } from "~/domain/protocol/change-words";
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";
import { Difference } from "~/ui/difference";
import { useLanguage } from "~/ui/intl";

interface ChangesViewProps {
  changes: readonly ProtocolChange[];
  affected: readonly Affected[];
  languages: readonly string[];
  base: string;
}

/** What is different in the protocol, one change after the other, each with the records that were made under the wording before. */
export function ChangesView({ changes, affected, languages, base }: ChangesViewProps) {
  return (
    <ol className="stack plain">
      {changes.map((change, at) => (
        <li key={at} className="passage">
          <p>
            <b>
              <ChangeWords change={change} />
            </b>
          </p>
          {change.texts.map((texts, place) => (
            <TextChange key={place} {...texts} languages={languages} />
          ))}
          <AffectedView affected={affected.filter((one) => one.change === at)} base={base} />
        </li>
      ))}
    </ol>
  );
}

/** One change as a sentence, without the texts. */
export function ChangeWords({ change }: { change: ProtocolChange }) {
  const t = useTranslations("deviations");
  return changeSentence(change, t);
}

function TextChange({ before, after, languages }: { before: LocalText | null; after: LocalText | null; languages: readonly string[] }) {
  const language = useLanguage();
  const [was, is] = [textWithLanguage(before, language, languages), textWithLanguage(after, language, languages)];
  const lang = (is ?? was)?.language;
  return (
    <p className="doc" lang={lang}>
      {was?.text === is?.text ? is?.text : <Difference before={was?.text ?? ""} after={is?.text ?? ""} lang={lang} />}
    </p>
  );
}

function AffectedView({ affected, base }: { affected: readonly Affected[]; base: string }) {
  const t = useTranslations("deviations");
  const counts = useCounts();
  if (affected.length === 0) return <p className="small soft">{t("none")}</p>;
  return (
    <details>
      <summary className="small">{t("under", { records: counts(countAffected(affected)) })}</summary>
      {affectedKinds.map((kind) => (
        <Records key={kind} kind={kind} records={affected.filter((one) => one.kind === kind)} base={base} />
      ))}
    </details>
  );
}

function Records({ kind, records, base }: { kind: AffectedKind; records: readonly Affected[]; base: string }) {
  const t = useTranslations("deviations");
  if (records.length === 0) return null;
  return (
    <p className="chips small">
      <span className="soft">{t("kinds", { kind: wordOfKind(kind) })}</span>
      {records.map(({ id, code, path }) => (
        <Link key={id} to={`${base}${path}`} className="num">
          {code}
        </Link>
      ))}
    </p>
  );
}

/** How many records of each kind, as words: "12 interview answers, 3 statements". */
export function useCounts(): (counts: readonly { kind: AffectedKind; count: number }[]) => string {
  const t = useTranslations("deviations");
  return (counts) => countSentence(counts, t);
}
