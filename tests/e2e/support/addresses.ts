/** The addresses of every kind of page, as the lead of the worked example sees them. */
export const leadAddresses: readonly string[] = [
  "/work",
  "/account",
  "/help",
  "/accessibility",
  "/assessments",
  "/assessments/new",
  "/assessments/new/check?shipped=evaluation-oecd-dac",
  ...[
    "",
    "/protocol",
    "/protocol?part=guide",
    "/protocol?part=criteria",
    "/protocol?part=frameworks",
    "/protocol?part=options",
    "/protocol?part=actors",
    "/protocol?part=outline",
    "/protocol?part=rules",
    "/protocol?part=words",
    "/protocol/freeze",
    "/protocol/replace",
    "/protocol/versions/1",
    "/questions/1a",
    "/sources",
    "/sources/new",
    "/sources/S01",
    "/interviewees",
    "/interviewees/new",
    "/interviewees/P1",
    "/interviews",
    "/interviews/new",
    "/interviews/I1",
    "/interviews/I1?view=record",
    "/interviews/I1/participants",
    "/interviews/I1/cite?answer=2a",
    "/actors",
    "/actors?cell=O1:K1",
    "/actors/new",
    "/actors/O1",
    "/actors/reconcile",
    "/actors/rounds",
    "/interventions",
    "/interventions/new",
    "/interventions/V1",
    "/alignments",
    "/alignments/bhos/bhos-g1",
    "/options",
    "/options/W1",
    "/sections",
    "/sections/2.3",
    "/sections/summary-nl/edit",
    "/sections/2.3/review",
    "/sections/2.3/reopen",
    "/sections/2.4/send",
    "/sections/5.5/recall",
    "/statements",
    "/statements/F1",
    "/limitations",
    "/editions",
    "/editions/new",
    "/editions/1",
    "/editions/1/drafts/1",
    "/editions/1/release",
    "/editions/1/read",
    "/editions/1/manifest",
    "/editions/1/withdraw",
    "/trail",
    "/trail/2259",
    "/trail/items/interview/I1",
    "/team",
    "/settings",
    "/search?q=migration",
    "/nothing-here",
  ].map((path) => `/assessments/sec-in-oda${path}`),
];

/** What the commissioning staff see: their work, the editions that were released, and the reading room. */
export const commissionerAddresses: readonly string[] = [
  "/work",
  "/assessments",
  "/assessments/sec-in-oda/reading",
  "/assessments/sec-in-oda/editions",
  "/assessments/sec-in-oda/editions/1",
  "/assessments/sec-in-oda/editions/1/read",
  "/assessments/sec-in-oda/editions/1/read/2.3",
  "/assessments/sec-in-oda/sections",
];

/** Pages that only a researcher has: rating, and a text and an interview that are open for writing. */
export const researcherAddresses: readonly string[] = [
  "/work",
  "/assessments/sec-in-oda/sections/2.7/edit",
  "/assessments/sec-in-oda/sections/2.4/edit?cite=text",
  "/assessments/sec-in-oda/sections/1.4/edit?lang=en",
  "/assessments/sec-in-oda/actors/O1/rate?round=2",
  "/assessments/sec-in-oda/interventions/V1/rate?round=1",
  "/assessments/sec-in-oda/actors/rounds/2/send",
];

/** Pages of the smaller example that the other does not have, as its lead sees them. */
export const outsiderAddresses: readonly string[] = ["/assessments/watervoorziening", "/assessments/watervoorziening/questions/3a/answer"];

/** Pages of the administrator of the installation. */
export const administratorAddresses: readonly string[] = ["/admin/accounts", "/work"];

/** Pages that need no account. */
export const publicAddresses: readonly string[] = ["/sign-in", "/password", "/help", "/accessibility", "/p/unknown"];
