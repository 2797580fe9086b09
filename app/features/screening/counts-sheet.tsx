import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import { reasonOfCount } from "~/domain/screening/counts";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import type { HandCount } from "~/platform/screening-flow.server";
import { useStudyWords } from "~/platform/study-words";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DataTable, type Column } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { NumberField } from "~/ui/number-field";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";

interface CountsSheetProps {
  counts: readonly HandCount[];
  asked: HandCount | null;
  reasons: readonly { key: string; label: LocalText }[];
  mayCount: boolean;
  problem: FormProblem | undefined;
}

/** What is counted by hand because no record stands for it, one number after the other, each with where it comes from. */
export function CountsSheet({ counts, asked, reasons, mayCount, problem }: CountsSheetProps) {
  const t = useTranslations("screening.counts");
  const name = useCountName(reasons);
  const columns: Column<HandCount>[] = [
    { key: "kind", head: t("what"), narrow: "title", cell: ({ kind }) => name(kind) },
    { key: "count", head: t("number"), align: "right", narrow: "named", cell: ({ count }) => <span className="num">{count}</span> },
    { key: "note", head: t("note"), narrow: "meta", cell: ({ note }) => note },
    ...(mayCount
      ? [
          {
            key: "act",
            head: t("act"),
            narrow: "meta" as const,
            cell: ({ kind }: HandCount) => (
              <Link to={`?kind=${encodeURIComponent(kind)}#count`} preventScrollReset>
                {t("change")}
                <span className="vh"> {name(kind)}</span>
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Sheet title={t("title")} intro={t("intro")} flush>
      {asked && <CountForm asked={asked} name={name(asked.kind)} problem={problem} />}
      <DataTable caption={t("title")} columns={columns} rows={counts} rowKey={({ kind }) => kind} />
    </Sheet>
  );
}

function CountForm({ asked, name, problem }: { asked: HandCount; name: string; problem: FormProblem | undefined }) {
  const t = useTranslations("screening.counts");
  const kept = useKept(problem, undefined, { count: t("number"), note: t("note") });
  const live = useLiveForm(async () => ({ form: (await import("./schema")).CountForm }));
  return (
    <div className="body" id="count">
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live} className="fields" key={`${asked.kind} ${asked.version}`} aria-label={name}>
        <HiddenFields values={{ kind: asked.kind, version: kept.value("version", String(asked.version)) }} />
        <p className="strong">{name}</p>
        <NumberField
          name="count"
          label={t("number")}
          hint={t("numberHint")}
          value={kept.value("count", String(asked.count))}
          error={kept.error("count")}
        />
        <TextArea
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional
          rows={2}
          value={kept.value("note", asked.note)}
          error={kept.error("note")}
        />
        <div className="row wrap">
          <Button variant="primary">{t("save")}</Button>
          <ButtonLink to="?" variant="quiet">
            {t("cancel")}
          </ButtonLink>
        </div>
      </LiveForm>
    </div>
  );
}

/** What a kind of count is called: a reason of the protocol in its column, or a word of the tool. */
export function useCountName(reasons: CountsSheetProps["reasons"]): (kind: string) => string {
  const t = useTranslations("screening.counts");
  const words = useStudyWords();
  return (kind) => {
    const reason = reasonOfCount(kind);
    if (reason === null) return t(`kinds.${kind}` as "kinds.duplicates"); // the kinds are those of the domain, each with a word
    const label = words(reasons.find(({ key }) => key === reason)?.label);
    return t(kind.startsWith("other-") ? "kinds.other-full-text" : "kinds.full-text", { reason: label });
  };
}
