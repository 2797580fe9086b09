import pg from "pg";

/** How many tables, triggers that are on, and functions there are: a test that made or took away one of them leaves another number. */
const shape = `(SELECT count(*) FROM pg_class) || ' ' || (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O') || ' ' || (SELECT count(*) FROM pg_proc)`;

const keep = `DO $$ DECLARE name text; holds boolean; BEGIN
  CREATE SCHEMA kept;
  CREATE TABLE kept.shape (shape text);
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO holds;
    IF holds THEN EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name); END IF;
  END LOOP;
  INSERT INTO kept.shape SELECT ${shape};
END $$`;

const back = `DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DELETE FROM public.%I', name);
    IF to_regclass(format('kept.%I', name)) IS NOT NULL THEN
      EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', name);
    END IF;
  END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER SEQUENCE public.%I RESTART', name);
  END LOOP;
END $$`;

/** PostgreSQL's codes for what the role may not do, and for a lock that another holds. */
const elseToMake = new Set(["42501", "55P03"]);

/** In the migrated template of a run: keeps its rows beside them, for `putBack`. */
export function keepRows(url: string): Promise<void> {
  return connected(url, async (client) => {
    await client.query(keep);
  });
}

/**
 * Puts the rows of a database that was made of the template back to what they were. False, with nothing done, where a test changed
 * more than rows, somebody still holds one, or the role may not switch triggers off.
 */
export function putBack(url: string): Promise<boolean> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ same: boolean }>(`SELECT shape = ${shape} AS same FROM kept.shape`);
    if (rows[0]?.same !== true) return false;
    try {
      // No trigger of the trail and no foreign key is asked.
      await client.query("SET session_replication_role = replica; SET lock_timeout = '2s'");
      await client.query(back);
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && elseToMake.has(error.code ?? "")) return false;
      throw error;
    }
  });
}

async function connected<Given>(url: string, work: (client: pg.Client) => Promise<Given>): Promise<Given> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
