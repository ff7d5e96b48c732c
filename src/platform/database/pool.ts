import pg from 'pg';

const { Pool, TypeOverrides, types } = pg;

/** A calendar day stays `YYYY-MM-DD`; a bigint is a number, and an error beyond the safe range. */
const parsers = new TypeOverrides();
parsers.setTypeParser(types.builtins.DATE, (value) => value);
parsers.setTypeParser(types.builtins.INT8, safeInteger);

function safeInteger(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError('a bigint beyond the safe integers of JavaScript');
}

/** A pool of pipelining connections; `name` shows in pg_stat_activity. */
export function createPool(url: string, { size, name }: { size: number; name: string }): pg.Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max: size,
    pipeline: true,
    types: parsers,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced when next needed
  return pool;
}
