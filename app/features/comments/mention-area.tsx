import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { mentionAt, type Mentionable } from "~/domain/comments/mentions";
import { classNames } from "~/ui/class-names";
import { Field } from "~/ui/field";

interface MentionAreaProps {
  id: string;
  label: string;
  value?: string | undefined;
  error?: string | undefined;
  members: readonly Mentionable[];
  rows?: number;
}

/** The words of a comment. After an `@` the names of those who can be mentioned are offered; without script a name is typed after it. */
export function MentionArea({ id, label, value, error, members, rows = 3 }: MentionAreaProps) {
  const t = useTranslations("comments");
  const list = useId();
  const picker = useMentions(members);
  const { offered, at } = picker;
  return (
    <div className="mention">
      <Field name="text" id={id} label={label} error={error} hint={t("mentionHint")}>
        {(control) => (
          <textarea
            {...control}
            ref={picker.field}
            name="text"
            rows={rows}
            maxLength={4_000}
            defaultValue={value}
            onInput={picker.look}
            onKeyDown={picker.press}
            onBlur={picker.close}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
          />
        )}
      </Field>
      <ul id={list} role="listbox" aria-label={t("mentionNames")} className="menu" hidden={offered.length === 0}>
        {offered.map((one, place) => (
          <li
            key={one.id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === at}
            className={classNames(place === at && "on")}
            onMouseDown={(event) => {
              event.preventDefault();
              picker.take(one);
            }}
          >
            {one.name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useMentions(members: readonly Mentionable[]) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [offered, setOffered] = useState<readonly Mentionable[]>([]);
  const [at, setAt] = useState(0);
  const close = () => setOffered([]);
  function look() {
    const area = field.current;
    const found = area && mentionAt(area.value, area.selectionStart);
    const typed = found?.typed.toLowerCase() ?? "";
    setAt(0);
    setOffered(found ? members.filter(({ name }) => name.toLowerCase().includes(typed) && name.toLowerCase() !== typed).slice(0, 6) : []);
  }
  function take({ name }: Mentionable) {
    const area = field.current;
    const found = area && mentionAt(area.value, area.selectionStart);
    if (!area || !found) return;
    area.setRangeText(`@${name} `, found.start, area.selectionStart, "end");
    close();
  }
  function press(event: KeyboardEvent) {
    const one = offered[at];
    if (!one) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") take(one);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }
  return { field, offered, at, look, take, press, close };
}
