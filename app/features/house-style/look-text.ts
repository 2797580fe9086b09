import { useTranslations } from "use-intl";
import type { CSSProperties } from "react";
import type { StyleLook, TemplateStyle } from "~/domain/house-style/template";

/** How a style looks, in words: `Verdana · 9 pt · #154273 · bold · 12 pt above`. */
export function useLookText(): (style: TemplateStyle) => string {
  const t = useTranslations("houseStyle.look");
  return ({ type, numbered, look }) =>
    type === "table"
      ? ""
      : [
          look.font ?? "",
          look.size === null ? "" : t("size", { size: look.size }),
          look.colour === null ? "" : `#${look.colour}`,
          look.bold ? t("bold") : "",
          look.italic ? t("italic") : "",
          look.caps ? t("caps") : "",
          type === "paragraph" && look.before > 0 ? t("above", { points: look.before }) : "",
          type === "paragraph" && look.after > 0 ? t("below", { points: look.after }) : "",
          type === "paragraph" && look.indent > 0 ? t("indent", { points: look.indent }) : "",
          numbered ? t("numbered") : "",
        ]
          .filter((text) => text !== "")
          .join(" · ");
}

/** A look as a browser shows it. */
export function cssOf(look: StyleLook): CSSProperties {
  return {
    ...(look.font !== null && { fontFamily: `"${look.font}", var(--sans)` }),
    ...(look.size !== null && { fontSize: `${look.size}pt` }),
    ...(look.colour !== null && { color: `#${look.colour}` }),
    ...(look.background !== null && { backgroundColor: `#${look.background}` }),
    fontWeight: look.bold ? 700 : 400,
    fontStyle: look.italic ? "italic" : "normal",
    textTransform: look.caps ? "uppercase" : "none",
    textAlign: look.align,
    marginTop: `${look.before}pt`,
    marginBottom: `${look.after}pt`,
    marginLeft: `${Math.min(look.indent, mostIndent)}pt`,
    lineHeight: look.line === null ? 1.2 : Math.max(1, look.line * 1.15),
  };
}

/** More would push text off a narrow screen. */
const mostIndent = 60;
