import { expect, test } from "vitest";
import { docFromPlain, statementFromPlain } from "~/domain/text/doc-from-plain";
import { RichTextEditor } from "~/ui/editor/rich-text-editor";
import { RichText, RichTextNotes } from "~/ui/rich-text";
import { renderOnServer } from "./render";

const linkId = "01930000-0000-7000-8000-000000000001";

test("a document reads as it was written", async () => {
  const doc = docFromPlain("## a\n\n*b* [c](https://example.org)\nd\n\n- e\n  1. f");
  expect(await renderOnServer(<RichText doc={doc} id="b1" lang="nl" />, "en")).toBe(
    '<div class="rich" lang="nl"><h2>a</h2><p><em>b</em> <a href="https://example.org" rel="noopener noreferrer">c</a><br/>d</p><ul><li>e<ol><li>f</li></ol></li></ul></div>',
  );
});

test("hostile text is shown as typed", async () => {
  const html = await renderOnServer(<RichText doc={docFromPlain('<img src=x onerror="alert(1)"> &amp;[^<b>]')} id="b1" />, "en");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;amp;");
  expect(html).toContain("&lt;b&gt;");
});

test("notes are numbered, lead below and back", async () => {
  const html = await renderOnServer(<RichText doc={docFromPlain("a[^one] b[^one]")} id="b1" firstNote={4} />, "en");
  expect(html).toContain('<sup id="b1-call-5"><a href="#b1-note-5" aria-label="Footnote 5">5</a></sup>');
  expect(html).toContain(
    '<ol class="notes" start="4"><li id="b1-note-4">one <a href="#b1-call-4" aria-label="Back to the text at footnote 4">',
  );
});

test("a page can show the notes elsewhere; a text without notes has none", async () => {
  const doc = docFromPlain("a[^one]");
  expect(await renderOnServer(<RichText doc={doc} id="b1" notes="elsewhere" />, "nl")).not.toContain("one");
  expect(await renderOnServer(<RichTextNotes doc={doc} id="b1" />, "nl")).toContain("one");
  expect(await renderOnServer(<RichTextNotes doc={docFromPlain("a")} id="b1" />, "nl")).toBe("");
});

test("a citation is what the page makes of it", async () => {
  const doc = docFromPlain(`a [[${linkId}]]`);
  expect(await renderOnServer(<RichText doc={doc} id="b1" citation={(id) => <a href={`/links/${id}`}>I7:22b</a>} />, "nl")).toContain(
    `<p>a <a href="/links/${linkId}">I7:22b</a></p>`,
  );
});

test("the cells of a head head their column, others their row", async () => {
  const html = await renderOnServer(<RichText doc={docFromPlain("|= a |= b |\n|= c | d |")} id="b1" />, "en");
  expect(html).toContain('<tr><th scope="col">a</th><th scope="col">b</th></tr><tr><th scope="row">c</th><td>d</td></tr>');
});

test("before its script an editor is a labelled field with the text in the plain syntax", async () => {
  const doc = statementFromPlain(`*a* [[${linkId}]]`);
  const citable = [{ linkId, code: "I7:22b" }];
  const html = await renderOnServer(
    <RichTextEditor id="b1" label="Words" kind="statement" doc={doc} lang="nl" citable={citable} error="Type the statement" />,
    "en",
  );
  expect(html).toContain('<label for="b1-text" id="b1-label">Words</label>');
  expect(html).toMatch(
    /<textarea id="b1-text" class="in bad" name="text" rows="8" lang="nl" aria-describedby="b1-text-hint b1-text-error" aria-invalid="true">\*a\* \[\[I7:22b\]\]<\/textarea>/,
  );
  expect(html).toContain('<input type="hidden" name="doc"/>');
});
