import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Verdict } from "~/domain/trail/verify";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import { Time } from "~/ui/time";
import type { TrailShown } from "./load-trail.server";

/** What verifying the trail of a study said, and when it was done. */
export interface Verified {
  verdict: Verdict;
  at: Date;
}

/** Is the trail whole? Checked on demand, entry by entry. */
export function WholeSheet({ head, firstAt, verified }: Pick<TrailShown, "head" | "firstAt"> & { verified: Verified | undefined }) {
  const t = useTranslations("trail.page");
  const verdict = verified?.verdict;
  const altered = verdict !== undefined && verdict.reason !== null;
  return (
    <Sheet title={t("whole")} className="vrf">
      <div className="stack">
        <div role="status">
          {verdict && altered && (
            <Notice tone="danger" title={t("altered")}>
              {verdict.seq === null ? t("alteredOutside") : t("alteredAt", { entry: verdict.seq })}{" "}
              {t(`reasons.${verdict.reason ?? "chain-missing"}`)} {t("alteredAct")}
            </Notice>
          )}
          {verdict && !altered && (
            <p className="big">
              <Icon name="circle-check" />
              <span>
                <b>{t("yes")}</b> <span className="small soft num">{t("chained", { count: verdict.events })}</span>
              </span>
            </p>
          )}
        </div>
        <DefinitionList
          facts={[
            { term: t("checked"), value: verified ? <Time at={verified.at} as="seconds" /> : t("notChecked") },
            { term: t("firstEntry"), value: firstAt && <Time at={firstAt} /> },
            { term: t("latest"), value: head && <span className="mono">{shortHash(head.hash)}</span> },
          ]}
        />
        <Form method="post" replace>
          <Button name="intent" value="verify" variant="primary">
            {t(verified ? "verifyAgain" : "verify")}
          </Button>
        </Form>
        <p className="small soft">{t("verifyOutside")}</p>
      </div>
    </Sheet>
  );
}

/** The first and last four letters of a fingerprint. */
function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}

/** Finds the history of one thing by its code. */
export function HistorySheet({
  kinds,
  kind = "",
  code = "",
  missing,
}: {
  kinds: readonly string[];
  kind?: string;
  code?: string;
  missing: boolean;
}) {
  const t = useTranslations("trail.page");
  return (
    <Sheet title={t("historyOf")}>
      <Form method="get" className="stack">
        <SelectField name="kind" label={t("kind")} options={kinds.map((one) => ({ value: one, label: kindWord(one, t) }))} value={kind} />
        <TextField name="code" label={t("code")} value={code} {...(missing && { error: t("noSuch") })} />
        <div>
          <Button icon="history">{t("showHistory")}</Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** The word for a kind of record. */
export function kindWord(kind: string, t: ReturnType<typeof useTranslations<"trail.page">>): string {
  const key = `kinds.${kind}` as "kinds.section"; // a kind without a word of its own is shown by its name
  return t.has(key) ? t(key) : kind;
}
