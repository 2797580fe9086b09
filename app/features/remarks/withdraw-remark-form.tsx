import { useTranslations } from "use-intl";
import { mayBeWithdrawn } from "~/domain/remarks/remark";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { TextArea } from "~/ui/text-area";
import type { ShownRemark } from "./queries.server";

interface WithdrawRemarkProps {
  remark: ShownRemark;
  mine: string;
  mayRemark: boolean;
  kept: Kept;
}

/** Under one's own remark that was sent: taking it back, with a reason. */
export function WithdrawRemark({ remark, mine, mayRemark, kept }: WithdrawRemarkProps) {
  const t = useTranslations("remarks");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).remarkForms }), "withdraw");
  if (!mayRemark || remark.byId !== mine || !mayBeWithdrawn(remark)) return null;
  const refused = kept.value("intent") === "withdraw" && kept.value("id") === remark.id ? kept : undefined;
  return (
    <details open={refused !== undefined || undefined}>
      <summary className="small">
        {t("withdraw")}
        <span className="vh"> {remark.code}</span>
      </summary>
      <LiveForm live={live} className="fields" preventScrollReset>
        <HiddenFields values={{ intent: "withdraw", id: remark.id, version: remark.version }} />
        <TextArea
          name="reason"
          id={`f-reason-${remark.id}`}
          label={t("withdrawReason")}
          hint={t("withdrawHint")}
          rows={2}
          value={refused?.value("reason")}
          error={refused?.error("reason")}
        />
        <div>
          <Button size="small" variant="danger" icon="undo" about={remark.code}>
            {t("withdraw")}
          </Button>
        </div>
      </LiveForm>
    </details>
  );
}
