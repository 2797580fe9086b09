import { useTranslations } from "use-intl";
import { labelled } from "~/domain/document/labelled";
import type { Block, ListShown, TableCell } from "~/domain/document/model";
import { PictureView } from "~/ui/picture-view";
import { Flag, useOther } from "./flag";
import { InlineView } from "./inline-view";
import { RegisterView } from "./register-view";
import { StatementView } from "./statement-view";

/** A block of a section on screen. `depth` is how many levels the section lies below the heading of the page. */
export function BlockView({ block, depth }: { block: Block; depth: number }) {
  const lang = useOther(block.language);
  switch (block.kind) {
    case "paragraph":
      return (
        <>
          <p lang={lang} id={block.anchor}>
            <InlineView line={block.content} />
          </p>
          <Flag flag={block.flag} />
        </>
      );
    case "heading":
      return <Heading level={depth + 2} block={block} />;
    case "list":
      return (
        <div className="rich" lang={lang}>
          <ListView list={block.list} />
          <Flag flag={block.flag} />
        </div>
      );
    case "table":
      return <TableView block={block} />;
    case "picture":
      return (
        <figure id={block.anchor} lang={lang}>
          <div className="picture-region" role="region" aria-label={block.picture.title} tabIndex={0}>
            <PictureView picture={block.picture} />
          </div>
          {block.label !== undefined && <figcaption>{labelled(block.label, block.picture.title)}</figcaption>}
        </figure>
      );
    case "statement":
      return <StatementView statement={block} />;
    case "limitations":
      return <LimitationsView block={block} />;
    case "register":
      return <RegisterView />;
    case "notice":
      return (
        <p className="small soft">
          <InlineView line={block.content} />
        </p>
      );
  }
}

function Heading({ level, block }: { level: number; block: Extract<Block, { kind: "heading" }> }) {
  const Element = (["h2", "h3", "h4", "h5", "h6"] as const)[Math.min(4, level - 2)] ?? "h6";
  return (
    <Element lang={useOther(block.language)}>
      <InlineView line={block.content} />
    </Element>
  );
}

function ListView({ list }: { list: ListShown }) {
  const Element = list.ordered ? "ol" : "ul";
  return (
    <Element>
      {list.items.map((item, at) => (
        <li key={at}>
          <InlineView line={item.content} />
          {item.lists.map((below, place) => (
            <ListView key={place} list={below} />
          ))}
        </li>
      ))}
    </Element>
  );
}

function TableView({ block }: { block: Extract<Block, { kind: "table" }> }) {
  const t = useTranslations("reading");
  const caption = block.caption === null ? null : labelled(block.label, block.caption);
  const label = caption === null ? t("table") : block.label === undefined ? t("table_named", { caption }) : caption;
  return (
    <div className="rich rich-table read-table" role="region" aria-label={label} tabIndex={0}>
      <table lang={useOther(block.language)} id={block.anchor}>
        {caption !== null && <caption>{caption}</caption>}
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at} scope="col">
                  <CellLines cell={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) =>
                cell.header ? (
                  <RowHead key={place} cell={cell} />
                ) : (
                  <td key={place}>
                    <CellLines cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Flag flag={block.flag} />
    </div>
  );
}

function RowHead({ cell }: { cell: TableCell }) {
  return (
    <th scope="row" className={cell.indent ? `indent-${Math.min(3, cell.indent)}` : undefined}>
      <CellLines cell={cell} />
    </th>
  );
}

function CellLines({ cell }: { cell: TableCell }) {
  return cell.lines.map((line, at) => (
    <span key={at}>
      {at > 0 && <br />}
      <InlineView line={line} />
    </span>
  ));
}

function LimitationsView({ block }: { block: Extract<Block, { kind: "limitations" }> }) {
  const t = useTranslations("reading");
  return (
    <div className="lims">
      <p className="strong small">{t("limitations")}</p>
      <ul>
        {block.items.map((item) => (
          <li key={item.number} id={item.anchor} lang={item.language === block.language ? undefined : item.language}>
            <span className="num strong">{t("limitation", { number: item.number })}</span> <InlineView line={item.content} />
          </li>
        ))}
      </ul>
    </div>
  );
}
