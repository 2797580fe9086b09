import { numberFormat } from "~/domain/formats";

/** What a figure is now, without a word of any language: a count, a number, an amount, or where levels lie. */
export type FigureValue =
  | { is: "count"; value: number }
  | { is: "number"; value: number }
  | { is: "money"; value: number; currency: string }
  | { is: "range"; low: number; high: number };

/** A figure as a text of a language (BCP 47) reads; numbers that are no counts with one decimal at most. */
export function figureText(figure: FigureValue, language: string): string {
  const plain = (value: number) => numberFormat(language, { maximumFractionDigits: 1 }).format(value);
  switch (figure.is) {
    case "count":
      return numberFormat(language).format(figure.value);
    case "number":
      return plain(figure.value);
    case "money":
      return moneyFormat(language, figure).format(figure.value);
    case "range":
      return figure.low === figure.high ? plain(figure.low) : `${plain(figure.low)}–${plain(figure.high)}`;
  }
}

function moneyFormat(language: string, { value, currency }: { value: number; currency: string }): Intl.NumberFormat {
  return numberFormat(language, { style: "currency", currency, minimumFractionDigits: Number.isInteger(value) ? 0 : 2 });
}

/** The middle of some numbers; of an even number the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
