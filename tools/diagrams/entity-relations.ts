import type { ClientBase } from 'pg';
import type { Page } from './page.js';

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  readonly required: boolean;
}

export interface Reference {
  readonly from: string;
  readonly column: string;
  readonly to: string;
  readonly required: boolean;
}

const columnsQuery = `
  select c.table_name as "table", c.column_name as name, c.udt_name as type, c.is_nullable = 'NO' as required,
    exists (
      select 1 from information_schema.table_constraints p
      join information_schema.key_column_usage k using (constraint_schema, constraint_name)
      where p.table_schema = c.table_schema and p.table_name = c.table_name and p.constraint_type = 'PRIMARY KEY'
        and k.column_name = c.column_name
    ) as key
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  order by c.table_name, c.ordinal_position`;

const referencesQuery = `
  select f.conrelid::regclass::text as "from", string_agg(a.attname, ', ' order by a.attnum) as "column",
    f.confrelid::regclass::text as "to", bool_and(a.attnotnull) as required
  from pg_constraint f
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
  where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.conparentid = 0
  group by f.oid, f.conrelid, f.confrelid
  order by 1, 3, 2`;

/** The tables of a migrated database as a Markdown page with a Mermaid picture. */
export async function entityRelationsPage(client: ClientBase): Promise<Page> {
  const columns = await client.query<Column>(columnsQuery);
  const references = await client.query<Reference>(referencesQuery);
  const picture = erDiagram(columns.rows, references.rows);
  const text = `# Tables\n\nRead from a migrated database.\n\n\`\`\`mermaid\n${picture}\n\`\`\`\n`;
  return { path: 'docs/diagrams/er.md', text };
}

/** Mermaid's `erDiagram`: a line per reference, then a block per table. */
export function erDiagram(columns: readonly Column[], references: readonly Reference[]): string {
  const tables = [...new Set(columns.map(({ table }) => table))];
  const blocks = tables.flatMap((table) => [
    `  ${table} {`,
    ...columns.filter((column) => column.table === table).map(columnLine),
    '  }',
  ]);
  return ['erDiagram', ...references.map(referenceLine), ...blocks].join('\n');
}

/** Mermaid takes no underscore before an array's type name: `_text` is written `text[]`. */
const columnLine = ({ name, type, key, required }: Column) =>
  `    ${type.replace(/^_(.+)$/, '$1[]')} ${name}${key ? ' PK' : ''}${required ? '' : ' "may be empty"'}`;

const referenceLine = ({ from, column, to, required }: Reference) =>
  `  ${to} ${required ? '||' : '|o'}--o{ ${from} : "${column}"`;
