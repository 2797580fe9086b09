import drawings from "./icons.svg?url";

/** A drawing of the one set: the id of its symbol in icons.svg. */
export type IconName =
  | "actor"
  | "alignment"
  | "answer"
  | "arrow-down"
  | "arrow-up"
  | "box"
  | "calendar"
  | "check"
  | "chevron-down"
  | "chevron-left"
  | "chevron-right"
  | "chevron-up"
  | "circle"
  | "circle-check"
  | "clock"
  | "comment"
  | "download"
  | "edition"
  | "excerpt"
  | "eye"
  | "eye-off"
  | "fact"
  | "filter"
  | "heading"
  | "history"
  | "info"
  | "intervention"
  | "interview"
  | "layers"
  | "limitation"
  | "link"
  | "list"
  | "lock"
  | "mail"
  | "matrix"
  | "menu"
  | "minus"
  | "note"
  | "octagon"
  | "option"
  | "ordered-list"
  | "panes"
  | "pencil"
  | "plus"
  | "protocol"
  | "rating"
  | "read"
  | "rotate"
  | "search"
  | "section"
  | "send"
  | "server"
  | "settings"
  | "sign-out"
  | "sort"
  | "source"
  | "statement"
  | "table"
  | "team"
  | "trail"
  | "trash"
  | "triangle"
  | "undo"
  | "upload"
  | "user"
  | "work"
  | "x";

/** Where the set of drawings is, for a page that wants it early. */
export const iconSet = drawings;

/** One drawing of 16 px. Beside a word it is decoration; alone it needs a `label`, which says what it means. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const role = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <svg className="i" width={16} height={16} {...role}>
      <use href={`${drawings}#${name}`} />
    </svg>
  );
}
