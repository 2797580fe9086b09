/** HTML in the form in which each program puts it on the clipboard; texts are of our own. */

export const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} @list l0:level1 {mso-level-text:\\F0B7;} --></style></head>
<body lang=NL><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'><b>Havens</b><o:p></o:p></span></h1>
<p class=MsoNormal>De <i style='mso-bidi-font-style:normal'>heffingen</i> stegen in <b>vier</b> <st1:place w:st="on">havens</st1:place>.<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>
Zie <a href="https://example.org/besluit">het <span class=SpellE>besluit</span></a>.<span class=MsoCommentReference><span><a class=msocomanchor
id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[JD1]</a></span></span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>eerst<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>daaronder<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>nog een<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>dan<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>een<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span>twee<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'>
<thead><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal><b>Haven</b><o:p></o:p></p></td><td><p class=MsoNormal>2024<o:p></o:p></p></td></tr></thead>
<tr><td rowspan=2><p class=MsoNormal>Rotterdam<o:p></o:p></p></td><td><p class=MsoNormal>7</p></td></tr><tr><td><p class=MsoNormal>8</p></td></tr></table>
<p class=MsoNormal style='mso-outline-level:3'>Slot<o:p></o:p></p>
<p class=MsoNormal>Dat is <ins cite="mailto:A" datetime="2026-01-01T10:00">ingevoegd</ins><del cite="mailto:A" datetime="2026-01-01T10:00"> en weg</del>.<span
style='mso-no-proof:yes'><!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><img width=10 src="data:image/png;base64,iVBORw0KGgo="></span><o:p></o:p></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Zie bijlage 2, p. 4.<o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Klopt dit?</p></div></div>
</body></html>`;

export const libreOffice = `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice"/>
<style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="nl-NL" dir="ltr">
<h1 class="western">Kop</h1>
<p style="line-height: 100%">Een zin<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> met <b>nadruk</b>.</p>
<ol><li><p style="margin-bottom: 0cm">a</p><ul><li><p>b</p></li></ul></li></ol>
<table width="100%" cellpadding="4"><col width="128*"/><col width="128*"/><tr valign="top"><td><p>x</p></td><td><p>y</p></td></tr></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> De noot zelf.</p></div>
</body></html>`;

export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-00000000-0000-0000-0000-000000000000"><h1 dir="ltr"
style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;">Title</span></h1><p dir="ltr"><span style="font-weight:400;">Plain </span><span
style="font-weight:700;">heavy</span><span style="font-weight:400;"> </span><span style="font-weight:400;font-style:italic;">slanted</span><span
style="font-weight:400;"> text.</span></p><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-weight:400;">one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>under one</span></p></li></ul><li dir="ltr"
aria-level="1"><p dir="ltr"><span>two</span></p></li></ul></b><br class="Apple-interchange-newline">`;

export const web = `<html><body><!--StartFragment--><div class="article"><h1>Ports</h1><script>alert(1)</script><style>p{}</style>
<p>Dues rose <a href="https://example.org/a" onclick="steal()">here</a>, not <span style="display:none">secretly</span>there.<sup
id="cite_ref-1" class="reference"><a href="https://example.org/wiki#cite_note-1">[1]</a></sup></p>
<p>First line<br/>second line</p><ul>
<li>a</li>
<li>b</li>
</ul>
<table><tbody><tr><td><p>Alone in a layout</p></td></tr></tbody></table>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span>Annual report, 2024.</span></li></ol>
</div><!--EndFragment--></body></html>`;
