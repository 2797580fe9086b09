import { colours, fonts } from "~/platform/document-look";
import { xmlText } from "~/platform/xml-text";

const vml =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"';

/** A word across every page, behind the text, in the form that Word itself gives a watermark; it stands in the first paragraph of the head. */
export function watermark(header: string, mark: string): string {
  const shape = [
    `<w:r><w:rPr><w:noProof/></w:rPr><w:pict ${vml}>`,
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>',
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>',
    `<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:120pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#${colours.line}" stroked="f">`,
    `<v:fill opacity=".35"/><v:textpath style="font-family:&quot;${fonts.sans}&quot;;font-size:1pt;font-weight:bold" string="${xmlText(mark)}"/>`,
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>',
  ].join("");
  return header.replace("</w:p>", `${shape}</w:p>`);
}
