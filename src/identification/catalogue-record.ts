import { isDeepStrictEqual } from 'node:util';
import { type Catalogue, loadCatalogue } from '#libs/indicators';
import { ConfigurationError } from '../config/index.js';
import { type Database, nobody } from '../platform/index.js';
import { type ListedCatalogue, listProblem } from './catalogue-files.js';
import { nameOf } from './catalogues.js';

const keep = `
  insert into indicator_catalogues (name, content)
  select name, content from jsonb_to_recordset($1::jsonb) as given (name text, content jsonb)
  order by name on conflict (name) do nothing`;
const kept = 'select name, content from indicator_catalogues order by recorded_at, name';

/**
 * Puts the lists in use on record under `id@version`, where each stays for good: what is scored by one name is scored by
 * one list, in every process and after every restart. Gives the lists that are on record and no longer in use.
 * @throws ConfigurationError for a list whose name is on record with another content
 */
export function recordCatalogues(
  database: Database,
  listed: readonly ListedCatalogue[],
): Promise<readonly Catalogue[]> {
  const given = listed.map(({ catalogue }) => ({ name: nameOf(catalogue), content: catalogue }));
  return database.inTransaction(nobody, async (tx) => {
    await tx.query(keep, [JSON.stringify(given)], 'catalogues_recorded');
    const { rows } = await tx.query(kept, [], 'catalogues_on_record');
    const onRecord = new Map(rows.map((row) => [String(row['name']), loadCatalogue(row['content'])]));
    const changed = listed.filter(
      ({ catalogue }) => !isDeepStrictEqual(onRecord.get(nameOf(catalogue)), catalogue),
    );
    if (changed.length > 0) throw new ConfigurationError(changed.map(needsVersion));
    return [...onRecord].filter(([name]) => !given.some((one) => one.name === name)).map(([, list]) => list);
  });
}

const needsVersion = ({ catalogue, file }: ListedCatalogue) =>
  listProblem(
    file ?? 'list of the program',
    'version',
    `${nameOf(catalogue)} was in use here with another content: give the changed list another version`,
  );
