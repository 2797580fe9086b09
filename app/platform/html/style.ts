import { colours, fonts } from "~/platform/document-look";
import { noticesOf } from "./front";
import { editionLine } from "~/domain/document/fingerprint";
import { word } from "~/platform/document-locale";
import type { Writing } from "./writing";

const c = Object.fromEntries(Object.entries(colours).map(([name, value]) => [name, `#${value}`])) as Record<keyof typeof colours, string>; // the same names, as CSS writes them
const sans = `"${fonts.sans}","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif`;
const serif = `"${fonts.serif}","Iowan Old Style",Palatino,Georgia,serif`;

/** The column widths that a table may name, in per cent. */
const widths = Array.from({ length: 100 }, (_, at) => `.w${at + 1}{width:${at + 1}%}`).join("");

const reading = `
*{box-sizing:border-box}
html{color:${c.ink};background:#fff;font:1.0625rem/1.6 ${serif};-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{font-family:${sans};line-height:1.25;text-wrap:balance;margin:2em 0 .5em}
h1{font-size:2.125rem;margin:0 0 1.25rem}
h2{font-size:1.5rem}h3{font-size:1.25rem}h4{font-size:1.0625rem}h5,h6{font-size:1rem}
p,ul,ol,dl,figure{margin:0 0 1em}
a{color:${c.blue};text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid ${c.ink};outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:1rem;background:${c.warm}}
.statement:has(:target){background:${c.warm};outline:6px solid ${c.warm}}
.classification{margin:0;padding:.6rem 1.25rem;border-bottom:2px solid ${c.ochre};font:600 .875rem/1.4 ${sans}}
.classification .lacking{color:${c.ochreText}}
main,.title,.front,.seal{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}
.title,.front{padding-bottom:0}
.contents{max-width:46rem;margin:0 auto;padding:1rem 1.25rem}
.title dl{font:.9375rem/1.5 ${sans};margin-bottom:1.5rem}
.title dl div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:0 1rem;padding:.3rem 0;border-bottom:1px solid ${c.line}}
dt{font-weight:600}dd{margin:0}
.notice{font:.9375rem/1.5 ${sans};background:${c.warm};border-left:4px solid ${c.ochre};padding:.6rem .9rem}
.contents{font:.9375rem/1.45 ${sans};margin-bottom:3rem}
.contents ol,.contents ul{list-style:none;padding:0;margin:0}
.contents ol ol{padding-left:1.25rem}
.contents a{display:block;padding:.25rem 0;text-decoration:none}
.contents a:hover{text-decoration:underline}
.contents h2{font-size:1.125rem;margin:1.5rem 0 .5rem}
.chapter{border-top:1px solid ${c.line};padding-top:1.5rem;margin-top:3rem}
.statement{margin:1.5rem 0;padding-left:4rem}
.statement .words p:first-child{position:relative}
.number{position:absolute;left:-4rem;font:700 .9375rem/1.7 ${sans};text-decoration:none}
.number:hover{text-decoration:underline}
.words p{margin:0 0 .4em}
.question{font:.9375rem/1.45 ${sans};color:${c.soft};margin:0 0 .4em}
.ground-line,.note,.remark,.flag{font:.875rem/1.9 ${sans};color:${c.soft};margin:0 0 .3em}
.note,.remark{line-height:1.5}
.none,.flag{color:${c.rust}}
.cite{font:.8125rem/1 ${sans};white-space:nowrap}
.ground{color:${c.ochreText};text-decoration:none;padding-bottom:1px;white-space:nowrap;border-bottom:3px solid ${c.ochre};print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ground.contradicts{color:${c.rust};border-bottom:3px double ${c.rust};background:repeating-linear-gradient(135deg,${c.rust} 0 2px,transparent 2px 5px) 0 100%/100% 4px no-repeat}
.ground.context{border-bottom:2px dotted ${c.ochre}}
.ground:hover{background-color:${c.warm}}
.limitations{border-left:3px solid ${c.line};padding-left:1rem;margin:1.5rem 0}
.limitations .label{font:600 .875rem/1.5 ${sans};margin:0}
.limitations ul{list-style:none;padding:0;margin:0}
.limitations b{font-family:${sans};font-size:.875rem;color:${c.soft}}
.wide{overflow-x:auto;margin:1.5rem 0;max-width:100%}
table{border-collapse:collapse;width:100%;font:.875rem/1.45 ${sans}}
table.many{font-size:.8125rem;min-width:48rem}
caption{caption-side:top;text-align:left;font-weight:600;padding:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid ${c.line};overflow-wrap:anywhere}
thead th,thead td{background:${c.wash};font-weight:600;overflow-wrap:break-word;hyphens:auto}
tbody th{font-weight:600;min-width:6em}
tbody tr:first-child{break-before:avoid}
main>.chapter:first-child{border:0;margin-top:0;padding-top:0}
td p,td .remark{margin:0 0 .25em}
.in1{padding-left:1.6rem}.in2{padding-left:2.6rem}.in3{padding-left:3.6rem}.in4{padding-left:4.6rem}
.register{margin:1.5rem 0}
.register th[scope=row]{color:${c.ochreText};width:15%}
.said{font-family:${serif};font-size:.9375rem}
.withheld{font-style:italic;color:${c.soft}}
figure .wide{margin:0 0 .5rem}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto}
figcaption{font:600 .875rem/1.45 ${sans}}
.call{line-height:0;font-family:${sans};font-size:.75em}
.call a,.footnotes a{padding:.2em}
.footnotes{font-size:.9375rem;border-top:1px solid ${c.line};margin-top:3rem}
.seal{border-top:1px solid ${c.line};font:.8125rem/1.4 ${sans};color:${c.soft};padding-top:1rem}
${widths}
@media (max-width:40rem){.statement{padding-left:0}.number{position:static}h1{font-size:1.625rem}.title dl div{grid-template-columns:1fr}}
@media (min-width:75rem){
body{display:grid;grid-template-columns:19rem minmax(0,1fr)}
header,.seal{grid-column:1/-1}
.title,.front{margin:0 0 0 19rem;padding:2rem 3rem 1rem;max-width:54rem}
.contents{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:1.5rem 1.25rem;margin:0;border-right:1px solid ${c.line};font-size:.875rem}
.contents h2:first-child{margin-top:0}
main{margin:0;padding:2rem 3rem;max-width:54rem}
.seal{width:100%;max-width:none}
}
@media (forced-colors:active){.ground{border-bottom-color:LinkText}}
`;

/** How the file prints: A4, what it is in the head of every page, which edition in the foot, and across a concept that it is one. */
function printing(writing: Writing): string {
  const { document, hash } = writing;
  const page = `${quoted(`${word(writing, "page")} `)} counter(page) ${quoted(` ${word(writing, "of")} `)} counter(pages)`;
  const small = `font:8pt ${sans};color:${c.soft}`;
  const mark = `body::before{content:${quoted(word(writing, "draft-mark"))};position:fixed;top:45%;left:0;right:0;text-align:center;transform:rotate(-35deg);font:700 90pt ${sans};color:${c.line};opacity:.35;z-index:-1;print-color-adjust:exact;-webkit-print-color-adjust:exact}`;
  return `@page{size:A4;margin:26mm 25mm 22mm;@top-left{content:${quoted(noticesOf(writing).join(" · "))};${small};width:100%}@bottom-left{content:${quoted(editionLine(document, hash))};${small}}@bottom-right{content:${page};${small}}}
@media print{
html{font-size:10.5pt;background:none}
body{display:block}
main,.title,.front,.contents{max-width:none;padding:0;margin:0;position:static;max-height:none;overflow:visible;border:0}
.classification,.seal{display:none}
.contents,.chapter{break-before:page}
main .chapter:first-of-type{break-before:page}
.chapter{border:0;padding:0;margin-top:0}
h1,h2,h3,h4,h5,h6,caption,.question{break-after:avoid;break-inside:avoid}
.statement,.limitations li,figure,tr{break-inside:avoid}
thead{display:table-header-group}
.wide{overflow:visible}
table.many{min-width:0;font-size:7.5pt}
figure svg{max-height:230mm}
a{text-decoration:none}
a.out::after{content:" (" attr(href) ")";font-size:.85em}
${document.purpose === "concept" ? mark : ""}
}
`;
}

/** Words as a string of CSS: every sign that is no letter or digit by its number, so that nothing ends the string or the style. */
export function quoted(text: string): string {
  const signs = [...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `));
  return `"${signs.join("")}"`;
}

/** The style sheet of a file: how it reads on a screen, and how it prints. */
export function styleSheet(writing: Writing): string {
  return reading + printing(writing);
}
