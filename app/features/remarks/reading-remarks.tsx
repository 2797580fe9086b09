import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept, type Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { Drawer } from "~/ui/drawer";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import type { ReadingRemarks as Page } from "./load-reading-remarks.server";
import type { ShownRemark } from "./queries.server";
import { RemarkForm } from "./remark-form";
import { RemarkItem } from "./remark-item";
import { LocalWords } from "./remark-item";
import { RoundWords } from "./remarks-bar";
import { useSelectedPassage } from "./use-selected-passage";
import { WithdrawRemark } from "./withdraw-remark-form";

/** What the researchers ask of those who read. */
export function RoundNote({ note }: { note: Page["round"]["note"] }) {
  const t = useTranslations("remarks");
  if (Object.keys(note).length === 0) return null;
  return (
    <div>
      <p className="small soft">{t("asked")}</p>
      <LocalWords text={note} />
    </div>
  );
}

/** Beside the text: a new remark, one's drafts, and what was sent about the page. */
export function ReadingRemarks({ page, problem }: { page: Page; problem: FormProblem | undefined }) {
  const kept = useKept(problem);
  const t = useTranslations("remarks");
  const { round, path, sent } = page;
  return (
    <Drawer id="remark" always kicker={t("panelKicker")} closeHref="#" title={t("panel")}>
      <div className="remarks-panel">
        <ErrorSummary errors={kept.summary} />
        {round.mayRemark ? (
          <>
            <RoundNote note={round.note} />
            <p className="small soft">{t("private")}</p>
            <Writing page={page} kept={kept} />
          </>
        ) : (
          <Notice icon="lock" title={<RoundWords round={round} />}>
            {t("closedText")}
          </Notice>
        )}
        <h3>{t("sent")}</h3>
        {sent.length === 0 && <p className="small soft">{t("noneHere")}</p>}
        {sent.map((remark) => (
          <RemarkItem key={remark.id} remark={remark} mine={page.mine}>
            <WithdrawRemark remark={remark} mine={page.mine} mayRemark={round.mayRemark} kept={kept} />
          </RemarkItem>
        ))}
        <p className="small">
          <Link to={`${path}/remarks`}>{t("all")}</Link>
        </p>
      </div>
    </Drawer>
  );
}

function Writing({ page, kept }: { page: Page; kept: Kept }) {
  const t = useTranslations("remarks");
  const selected = useSelectedPassage();
  const { path, places, ownDrafts } = page;
  const id = useNewId(page.fresh, kept.value("intent") === "save" ? kept.value("id") : "", page.drafts);
  const drafts = page.drafts.filter((draft) => draft.id !== id);
  return (
    <>
      <RemarkForm
        key={id}
        name={`${path}/remarks/new/${places.sections[0]?.code ?? ""}`}
        draft={{ id }}
        about={page.about}
        places={places}
        selected={selected}
        kept={kept}
      />
      {ownDrafts > 0 && (
        <p className="row wrap">
          <ButtonLink to={`${path}/remarks/send`} variant="primary" icon="send">
            {t("toSend", { count: ownDrafts })}
          </ButtonLink>
        </p>
      )}
      {drafts.length > 0 && <h3>{t("drafts")}</h3>}
      {drafts.map((draft) => (
        <DraftForm key={draft.id} draft={draft} page={page} kept={kept} />
      ))}
    </>
  );
}

/** One's own draft, to go on with or to throw away. */
export function DraftForm({ draft, page, kept }: { draft: ShownRemark; page: Pick<Page, "path" | "places">; kept: Kept }) {
  const t = useTranslations("remarks");
  return (
    <div className="cm remark" id={`remark-${draft.id}`}>
      <p>
        <b className="num">{draft.code}</b>
      </p>
      <RemarkForm name={`${page.path}/remarks/${draft.id}`} draft={draft} about="edition" places={page.places} kept={kept} />
      <Form method="post" preventScrollReset>
        <HiddenFields values={{ id: draft.id, version: draft.version }} />
        <Button name="intent" value="remove" size="small" variant="quiet" icon="trash" about={draft.code}>
          {t("remove")}
        </Button>
      </Form>
    </div>
  );
}

/**
 * The id of the new remark: the same while it is written, also when the page is read again, and another once it was kept by its button.
 * One that was refused keeps its id with its words.
 */
function useNewId(fresh: string, refused: string, drafts: readonly { id: string }[]): string {
  const isNew = refused !== "" && !drafts.some((draft) => draft.id === refused);
  const [id, setId] = useState(isNew ? refused : fresh);
  const { state, formData } = useNavigation();
  const sent = useRef(false);
  if (formData?.get("intent") === "save" && formData.get("id") === id) sent.current = true;
  useEffect(() => {
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    if (refused !== id) setId(fresh);
  }, [state, fresh, refused, id]);
  return id;
}
