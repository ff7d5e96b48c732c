import type { Catalogue } from '#libs/indicators';
import type { ListedCatalogue } from './catalogue-files.js';

/** `id@version`, under which results are kept. */
export const nameOf = ({ id, version }: Catalogue): string => `${id}@${version}`;

/** The lists of indicators in use here. */
export class IndicatorCatalogues {
  private earlier: readonly Catalogue[] = [];

  /** Each with its file, where it came from one. */
  constructor(readonly listed: readonly ListedCatalogue[]) {}

  all(): readonly Catalogue[] {
    return this.listed.map(({ catalogue }) => catalogue);
  }

  /** Those in use, then those that were: for the words of what was recorded by them. */
  everUsed(): readonly Catalogue[] {
    return [...this.all(), ...this.earlier];
  }

  /** Lists that were in use here before. */
  remember(earlier: readonly Catalogue[]): void {
    this.earlier = earlier;
  }

  /** By `id@version`, or by `id`. */
  byName(name: string): Catalogue | undefined {
    return this.all().find((catalogue) => nameOf(catalogue) === name || catalogue.id === name);
  }
}
