/** The handlers and pages that answer somebody who is not signed in, each for a reason of its own; all others open with `requireUser`. */
export const publicRoutes: readonly string[] = [
  "$.tsx loader", // says that there is nothing at an address
  "$.tsx action",
  "accessibility.tsx page", // a statement for whoever a barrier keeps out; it holds nothing of a study
  "f.$token.tsx loader", // a personal link is its own proof
  "fact-check.tsx loader", // as is the cookie that stands for it
  "fact-check.tsx action",
  "help.tsx page", // says how to get in, and nothing of a study
  "language.tsx loader", // only leads on
  "language.tsx action", // the language of the sign-in page can be chosen too
  "mail.off.$token.tsx loader", // signed, and only says what it would do
  "mail.off.$token.tsx action", // the signature is its own proof; a mail program posts it for its person
  "p.$token.tsx loader", // a one-time link is its own proof
  "password.tsx loader", // as is the cookie that stands for it
  "password.tsx action",
  "sign-in.tsx loader",
  "sign-in.tsx action",
  "sign-out.tsx loader", // only leads on
  "sign-out.tsx action", // ends whatever session there is
];
