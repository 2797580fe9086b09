import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { useScripted } from "~/ui/use-scripted";

/** Copies a text and says so; nothing where a browser does not let a page do that. */
export function CopyButton({ text, about }: { text: string; about: string }) {
  const t = useTranslations("factCheck.made");
  const [copied, setCopied] = useState(false);
  const scripted = useScripted();
  if (!scripted || !window.isSecureContext) return null;
  return (
    <p className="row">
      <Button type="button" size="small" about={about} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {t("copyAct")}
      </Button>
      <span className="small soft" role="status">
        {copied && t("copied")}
      </span>
    </p>
  );
}
