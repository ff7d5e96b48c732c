import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInCatalogues, type Catalogue, CatalogueError, loadCatalogue } from '#libs/indicators';
import { ConfigurationError, type Problem } from '../config/index.js';

/** A list in use and the name of its file; without one it comes with the program. */
export interface ListedCatalogue {
  readonly catalogue: Catalogue;
  readonly file?: string;
}

interface Read {
  readonly list?: ListedCatalogue;
  readonly problems: readonly Problem[];
}

/** A fault of a list, as the start of the program reports it. */
export const listProblem = (file: string, field: string, remedy: string): Problem => ({
  setting: 'NRM_CATALOGUES_DIR',
  remedy: `${file}: ${field}: ${remedy}`,
});

/**
 * The lists of the program, where a `*.json` in `directory` of the same id takes the place of one, then those that the
 * directory adds (format: `catalogueSchema` of `libs/indicators`).
 * @throws ConfigurationError naming every fault of every file with its field and remedy
 */
export function cataloguesIn(directory?: string): readonly ListedCatalogue[] {
  const builtIn = Object.values(builtInCatalogues).map((catalogue): ListedCatalogue => ({ catalogue }));
  if (directory === undefined) return builtIn;
  const read = filesOf(directory).map((file) => readList(directory, file));
  const added = read.flatMap(({ list }) => list ?? []);
  const problems = [...read.flatMap((one) => one.problems), ...twice(added), ...sameVersion(added)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  const isNew = ({ catalogue }: ListedCatalogue) => !sameId(builtIn, catalogue);
  return [...builtIn.map((one) => sameId(added, one.catalogue) ?? one), ...added.filter(isNew)];
}

function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const remedy = `this directory cannot be read (${code}); make it and let the program read it, or remove the setting`;
    throw new ConfigurationError([{ setting: 'NRM_CATALOGUES_DIR', remedy }]);
  }
}

function readList(directory: string, file: string): Read {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(directory, file)));
    return { list: { catalogue: loadCatalogue(text), file }, problems: [] };
  } catch (error) {
    if (error instanceof CatalogueError)
      return { problems: error.problems.map(({ field, remedy }) => listProblem(file, field, remedy)) };
    const { code, message } = error as NodeJS.ErrnoException;
    const remedy = `cannot be read (${code ?? message}): let the program read it, and save it as UTF-8`;
    return { problems: [listProblem(file, 'file', remedy)] };
  }
}

const sameId = (lists: readonly ListedCatalogue[], { id }: Catalogue) =>
  lists.find(({ catalogue }) => catalogue.id === id);

function twice(lists: readonly ListedCatalogue[]): Problem[] {
  return lists.flatMap(({ catalogue, file = '' }, place) => {
    const other = sameId(lists.slice(0, place), catalogue);
    return other
      ? [listProblem(file, 'id', `${catalogue.id} stands in ${other.file} too: keep one of the two`)]
      : [];
  });
}

/** Results are kept under id and version: one name never means two lists. */
function sameVersion(lists: readonly ListedCatalogue[]): Problem[] {
  return lists
    .filter(({ catalogue: { id, version } }) =>
      Object.values(builtInCatalogues).some((own) => own.id === id && own.version === version),
    )
    .map(({ catalogue: { id, version }, file = '' }) =>
      listProblem(file, 'version', `${id}@${version} comes with the program: give this list another version`),
    );
}
