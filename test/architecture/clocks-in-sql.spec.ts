import { clocksInSql, wallClockColumns } from './clocks-in-sql.js';
import { sourceFiles } from './sources.js';

/** Rooms that work by the wall clock (sessions, tokens, deliveries) or hold the one clock itself. */
const wallClockRooms = ['src/access/', 'src/mail/', 'src/platform/'];

/** Back-off after a failed attempt, grants of a few hours, the hour of a signature; a deadline is compared with a parameter. */
const wallClockMatters = /\b(sweep_after|break_glass_grants|signed_at)\b/;

/** Columns that record when a machine did something; no deadline and no right counts from them. */
const wallClockTables = [
  'accounts',
  'sessions',
  'api_tokens',
  'break_glass_grants',
  'access_records',
  'administrative_acts',
  'command_receipts',
  'indicator_catalogues',
  'outbox_messages',
  'altered_texts',
  'mail_addresses',
  'mail_deliveries',
];

const given = (sql: string, path = 'src/cases/a.ts') => ({ path, text: `export const a = \`${sql}\`;` });

describe('domain time comes as a parameter, from the one clock', () => {
  const sources = sourceFiles(['src'], ['.ts']).filter(({ path }) => !path.endsWith('.spec.ts'));
  const migrations = sourceFiles(['migrations'], ['.ts']);

  it.each([
    'insert into deadlines (due_at) values (now())',
    'update cases set closed_at = CURRENT_TIMESTAMP',
    'select 1 from deadlines where due_at < localtimestamp and id = ${1}',
    'select current_date',
  ])('sees the frozen clock in "%s"', (sql) => {
    expect(clocksInSql(given(sql)).frozen).toHaveLength(1);
  });

  it('sees the wall clock, and the columns that lean on it', () => {
    expect(clocksInSql(given('select clock_timestamp()')).wall).toHaveLength(1);
    const migration = given(
      'create table deadlines (\n due_at timestamptz not null default clock_timestamp()\n)',
    );
    expect(wallClockColumns(migration)).toEqual(['deadlines.due_at']);
  });

  it('lets words for people and parameters be', () => {
    expect(clocksInSql(given('not allowed now (yet)')).frozen).toEqual([]);
    expect(clocksInSql(given('select 1 from deadlines where due_at <= $1'))).toEqual({
      frozen: [],
      wall: [],
    });
  });

  it('finds no frozen clock in the project', () => {
    const files = [...sources, ...migrations];
    expect(files.flatMap((file) => clocksInSql(file).frozen.map((sql) => `${file.path}: ${sql}`))).toEqual(
      [],
    );
  });

  it('finds the wall clock only where wall time is meant', () => {
    const rooms = sources.filter(({ path }) => !wallClockRooms.some((room) => path.startsWith(room)));
    const found = rooms.flatMap((file) => clocksInSql(file).wall.map((sql) => `${file.path}: ${sql}`));
    expect(found.filter((line) => !wallClockMatters.test(line))).toEqual([]);
  });

  it('finds the wall clock as a default only in tables of machines and sessions', () => {
    const columns = migrations.flatMap(wallClockColumns);
    expect(columns).toContain('sessions.seen_at');
    expect(columns.filter((column) => !wallClockTables.includes(column.split('.')[0]))).toEqual([]);
  });
});
