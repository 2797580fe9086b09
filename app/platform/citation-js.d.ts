declare module "@citation-js/core" {
  /** References as the library reads them from a text in any format that it knows. */
  export class Cite {
    constructor(text: string);
  }
  /** The registry of formats: input by its name, and the engine of styles. */
  export const plugins: {
    input: { chain(data: unknown, options: { forceType?: string; generateGraph: false }): Record<string, unknown>[] };
    output: { format(name: string, data: readonly object[], options?: object): string };
    config: {
      get(name: "@csl"): {
        engine(
          data: readonly object[],
          style: string,
          locale: string,
          format: "html" | "text",
        ): { updateItems(ids: readonly string[]): void; makeBibliography(): [unknown, string[]] };
      };
    };
  };
}
declare module "@citation-js/plugin-ris";
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
