import { useTranslations } from "use-intl";
import { Bar } from "./bar";
import { Button } from "./button";
import { fileSize } from "./format";
import { useLanguage } from "./intl";
import type { UploadProgress as Progress } from "./send-upload";

/** How much of a file has been sent, and the way to stop; once all is sent, that it is being looked at. */
export function UploadProgress({ progress, stop }: { progress: Progress; stop: () => void }) {
  const t = useTranslations("attachments");
  const language = useLanguage();
  const { done, total } = progress;
  const whole = total > 0 && done >= total;
  const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
  return (
    <div className="stack" role="group" aria-label={t("sending")}>
      <Bar done={done} total={total} />
      <p className="small num">
        {whole ? t("looking") : t("sent", { done: fileSize(done, language), total: fileSize(total, language) })}
        {/* Told once in each tenth, not at every piece. */}
        <span className="vh" role="status">
          {whole ? t("looking") : `${tenth * 10}%`}
        </span>
      </p>
      {!whole && (
        <div>
          <Button type="button" size="small" onClick={stop}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
