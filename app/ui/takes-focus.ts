/** What tells a person the outcome of her form takes the focus: the browser gives it to it where no script runs, the part itself where one does. */
export const takesFocus = { tabIndex: -1, autoFocus: true } as const;
