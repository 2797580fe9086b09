import { useTranslations } from "use-intl";
import { fillIn, placeholders, type Placeholder } from "~/domain/house-style/placeholders";
import type { StyleMapping, StyleSlot } from "~/domain/house-style/slots";
import type { StyleLook, TemplateFacts, TemplateLine } from "~/domain/house-style/template";
import { Sheet } from "~/ui/sheet";
import { cssOf } from "./look-text";

interface PreviewProps {
  facts: TemplateFacts;
  mapping: StyleMapping;
  path: string;
  /** Part of the address of a picture, so that another template has others. */
  stamp: string;
}

/** How a document would look: the cover, and a page with one of everything. */
export function HouseStylePreview(props: PreviewProps) {
  const t = useTranslations("houseStyle");
  const { facts } = props;
  return (
    <Sheet title={t("previewTitle")} intro={t("previewIntro")}>
      <div className="papers">
        {facts.cover && (
          <figure className="paper-sample">
            <div className="paper">
              <Lines {...props} lines={facts.cover.lines} />
            </div>
            <figcaption>{t("sheetCover")}</figcaption>
          </figure>
        )}
        <figure className="paper-sample">
          <div className="paper">
            <Edge {...props} place="header" />
            <PageSample {...props} />
            <Edge {...props} place="footer" />
          </div>
          <figcaption>{t("sheetPage")}</figcaption>
        </figure>
      </div>
    </Sheet>
  );
}

const above: readonly StyleSlot[] = ["title", "heading1", "heading2", "heading3", "heading4", "body", "bullets", "numbers"];
const middle: readonly StyleSlot[] = ["statement", "groundLine", "note", "notice", "caption"];

function PageSample({ facts, mapping }: PreviewProps) {
  return (
    <>
      {above.map((slot) => (
        <Sample key={slot} slot={slot} facts={facts} mapping={mapping} />
      ))}
      {middle.map((slot) => (
        <Sample key={slot} slot={slot} facts={facts} mapping={mapping} />
      ))}
      <div className="paper-cells">
        <Sample slot="tableHead" facts={facts} mapping={mapping} />
        <Sample slot="tableText" facts={facts} mapping={mapping} />
      </div>
      <Sample slot="footnote" facts={facts} mapping={mapping} />
    </>
  );
}

/** The look of one of our styles with a mapping: of what was chosen for it, else of the text. */
function lookOf(slot: StyleSlot, { styles }: TemplateFacts, mapping: StyleMapping): StyleLook | undefined {
  const byId = (id: string | undefined) => styles.find((style) => style.id === id)?.look;
  return byId(mapping[slot]) ?? byId(mapping.body) ?? styles.find(({ type, isDefault }) => type === "paragraph" && isDefault)?.look;
}

function Sample({ slot, facts, mapping }: { slot: StyleSlot; facts: TemplateFacts; mapping: StyleMapping }) {
  const t = useTranslations("houseStyle");
  const look = lookOf(slot, facts, mapping);
  const chosen = facts.styles.find(({ id }) => id === mapping[slot]);
  return (
    <p className={slot === "bullets" ? "paper-bullet" : undefined} style={look && cssOf(look)} title={chosen?.name ?? t("own")}>
      {t(`sample.${slot}`)}
    </p>
  );
}

function Edge(props: PreviewProps & { place: "header" | "footer" }) {
  const { facts, place, mapping } = props;
  const t = useTranslations("houseStyle");
  const edge = facts.edges.find((one) => one.place === place && one.kind === "default");
  const look = lookOf(place, facts, mapping);
  return (
    <div className="paper-edge">
      {edge && <Lines {...props} lines={edge.lines} />}
      <p style={look && { ...cssOf(look), marginTop: 0, marginBottom: 0 }}>{t(`sample.${place}`)}</p>
    </div>
  );
}

function Lines({ lines, facts, path, stamp }: PreviewProps & { lines: readonly TemplateLine[] }) {
  const t = useTranslations("houseStyle");
  const values = Object.fromEntries(placeholders.map((name) => [name, t(`sample.${name}`)])) as Record<Placeholder, string>; // one for each
  const look = (id: string | null) =>
    facts.styles.find((style) => (id === null ? style.isDefault && style.type === "paragraph" : style.id === id))?.look;
  return lines.map(({ text, style, pictures }, at) => {
    const found = look(style);
    return (
      <p key={at} style={found && cssOf(found)}>
        {pictures.map((picture) => {
          const place = facts.pictures.findIndex((one) => one.path === picture);
          return facts.pictures[place]?.shown ? (
            <img key={picture} src={`${path}/house-style/pictures/${place + 1}?of=${stamp.slice(0, 12)}`} alt={t("pictureOf")} />
          ) : null;
        })}
        {fillIn(text, values)}
      </p>
    );
  });
}
