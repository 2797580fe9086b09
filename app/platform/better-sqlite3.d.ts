/** The part of better-sqlite3 that Grondslag uses beside Prisma's adapter: migrations, the lock file, the verifier. */
declare module "better-sqlite3" {
  export interface Column {
    name: string;
    type: string | null;
  }
  export interface Statement {
    readonly reader: boolean;
    raw(): this;
    columns(): Column[];
    run(...values: unknown[]): { changes: number };
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
    iterate(...values: unknown[]): IterableIterator<unknown>;
  }
  export interface Options {
    readonly?: boolean;
    fileMustExist?: boolean;
    timeout?: number;
  }
  export default class Database {
    constructor(file: string, options?: Options);
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(text: string, options?: { simple?: boolean }): unknown;
    close(): void;
  }
}
