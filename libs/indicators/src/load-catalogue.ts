import { catalogueSchema } from './catalogue.js';
import type { Catalogue } from './catalogue.js';

/** `field` is the place in the file, such as `indicators[3].title.az`; `remedy` says what is wrong and what to do. */
export interface CatalogueProblem {
  field: string;
  remedy: string;
}

/** A catalogue file that cannot be used, with every problem found. */
export class CatalogueError extends Error {
  constructor(readonly problems: CatalogueProblem[]) {
    super(`The catalogue cannot be used:\n${problems.map((it) => `${it.field}: ${it.remedy}`).join('\n')}`);
    this.name = 'CatalogueError';
  }
}

/**
 * Reads a catalogue from the text of a JSON file or from its parsed value (format: see `catalogueSchema`).
 * @throws CatalogueError naming each field and its remedy
 */
export function loadCatalogue(json: unknown): Catalogue {
  const result = catalogueSchema.safeParse(typeof json === 'string' ? parsed(json) : json);
  if (result.success) return result.data;
  throw new CatalogueError(
    result.error.issues.map((issue) => ({
      field: fieldName(issue.path),
      remedy:
        issue.code === 'unrecognized_keys'
          ? `unknown field ${issue.keys.join(', ')}: correct its name or take it out`
          : issue.message,
    })),
  );
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const remedy = `not JSON (${(cause as Error).message}): correct the file`;
    throw new CatalogueError([{ field: 'file', remedy }]);
  }
}

function fieldName(path: PropertyKey[]): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name.replace(/^\./, '') || 'file';
}
