import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import type { ReaderRemarks as Page } from "./load-remarks.server";
import { DraftForm, RoundNote } from "./reading-remarks";
import { RoundWords } from "./remarks-bar";
import { RemarkItem } from "./remark-item";
import { WithdrawRemark } from "./withdraw-remark-form";

/** What a reader sees of the remarks on an edition: her drafts, and what she and her colleagues sent, with the responses that were shown. */
export function ReaderRemarks({ page, kept }: { page: Page; kept: Kept }) {
  const t = useTranslations("remarks");
  const { path, number, round, remarks } = page;
  const drafts = remarks.filter(({ sentAt }) => sentAt === null);
  const sent = remarks.filter(({ sentAt }) => sentAt !== null);
  const mayRemark = round?.mayRemark === true;
  return (
    <>
      <PageHead
        title={t("title", { number })}
        crumbs={[{ label: t("edition", { number }), href: path }, { label: t("crumb") }]}
        lede={round ? <RoundWords round={round} /> : t("round.none")}
        acts={<Acts path={path} drafts={drafts.length} mayRemark={mayRemark} />}
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        {mayRemark && (
          <Sheet title={t("drafts")} aside={drafts.length} intro={t("private")}>
            <div className="gap">
              <RoundNote note={round.note} />
              {drafts.length === 0 && <p className="soft">{t("noDrafts")}</p>}
              {drafts.map((draft) => (
                <DraftForm key={draft.id} draft={draft} page={page} kept={kept} />
              ))}
            </div>
          </Sheet>
        )}
        <Sheet title={t("sent")} aside={sent.length}>
          {sent.length === 0 ? (
            <EmptyState title={t("noneSent")} />
          ) : (
            <div className="gap">
              {sent.map((remark) => (
                <RemarkItem key={remark.id} remark={remark} mine={page.mine}>
                  <WithdrawRemark remark={remark} mine={page.mine} mayRemark={mayRemark} kept={kept} />
                </RemarkItem>
              ))}
            </div>
          )}
        </Sheet>
      </div>
    </>
  );
}

function Acts({ path, drafts, mayRemark }: { path: string; drafts: number; mayRemark: boolean }) {
  const t = useTranslations("remarks");
  const write = useTranslations("reading.remarks");
  if (!mayRemark) return null;
  return drafts > 0 ? (
    <ButtonLink to={`${path}/remarks/send`} variant="primary" icon="send">
      {t("toSend", { count: drafts })}
    </ButtonLink>
  ) : (
    <ButtonLink to={`${path}/read`} variant="primary" icon="read">
      {write("barLink")}
    </ButtonLink>
  );
}
