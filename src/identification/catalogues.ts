import { Injectable } from '@nestjs/common';
import { builtInCatalogues, type Catalogue } from '#libs/indicators';

/** `id@version`, under which results are kept. */
export const nameOf = ({ id, version }: Catalogue): string => `${id}@${version}`;

/** The lists of indicators in use here. */
@Injectable()
export class IndicatorCatalogues {
  private readonly list: readonly Catalogue[] = Object.values(builtInCatalogues);

  all(): readonly Catalogue[] {
    return this.list;
  }

  /** By `id@version`, or by `id`. */
  byName(name: string): Catalogue | undefined {
    return this.list.find((catalogue) => nameOf(catalogue) === name || catalogue.id === name);
  }
}
