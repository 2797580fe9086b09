import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "./icon";
import { takesFocus } from "./takes-focus";

/** What the form before this page saved. */
export interface ToldSaved {
  /** Another save has another. */
  id: string;
  /** Whether anything is otherwise than it was. */
  changed: boolean;
  text: string;
}

/** Says at the head of a page what was saved by the button that led to it, and holds the focus; it goes with the page. */
export function StatusLine({ told }: { told: ToldSaved | null | undefined }) {
  const t = useTranslations("ui.told");
  const shown = useTold(told);
  const line = useRef<HTMLDivElement>(null);
  const id = shown?.id;
  useEffect(() => {
    if (id !== undefined) line.current?.focus({ preventScroll: true });
  }, [id]);
  if (!shown) return null;
  return (
    <div className="told" role="status" {...takesFocus} ref={line} key={shown.id}>
      <Icon name={shown.changed ? "circle-check" : "info"} />
      <p>
        <b>{t(shown.changed ? "saved" : "same")}</b> {shown.text}
      </p>
    </div>
  );
}

/** What was told stays on the page that it came with, also when that is read anew, and goes when another page comes. */
function useTold(told: ToldSaved | null | undefined): ToldSaved | null {
  const { key } = useLocation();
  const [last, setLast] = useState<{ told: ToldSaved; at: string } | null>(told ? { told, at: key } : null);
  if (told && told.id !== last?.told.id) {
    setLast({ told, at: key });
    return told;
  }
  return last?.at === key ? last.told : null;
}
