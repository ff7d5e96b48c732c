import { Injectable } from '@nestjs/common';
import type { Catalogue } from '#libs/indicators';
import { AccountsService, BodiesService, type Identity } from '../../../access/index.js';
import { type CaseHeader, CaseReader } from '../../../cases/index.js';
import { IndicatorCatalogues } from '../../../identification/index.js';
import type { Choices } from '../../forms/fields.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import { chosen, type Choice } from './chosen.js';
import { bodiesFor } from './suitability.js';
import type { Wanted } from './wanted.js';

/** A command as the case offers it to this reader now, and what its form may offer. */
export interface Prepared {
  /** Absent where the case does not offer it at all. */
  readonly choice: Choice | undefined;
  readonly choices: Choices;
  /** Lists of indicators to choose one from, where the command asks for indicators. */
  readonly catalogues: readonly Catalogue[];
}

@Injectable()
export class CommandForms {
  constructor(
    private readonly cases: CaseReader,
    private readonly bodies: BodiesService,
    private readonly accounts: AccountsService,
    private readonly indicators: IndicatorCatalogues,
  ) {}

  /** @throws CaseFault `not-found` */
  async prepare(reader: Identity, wanted: Wanted, catalogueName?: string): Promise<Prepared> {
    const [header, bodies, accounts] = await Promise.all([
      this.cases.header(reader, wanted.caseId),
      this.bodies.all(),
      this.accounts.list(),
    ]);
    const choice = chosen(header, wanted);
    const asks = choice?.kind === 'open' && asksForIndicators(choice.choice.schema);
    const choices = {
      bodies: bodiesFor(wanted, bodies, reader),
      officers: accounts.filter(({ bodyId, active }) => active && bodyId === reader.bodyId),
      instances: header.procedures,
      catalogue: catalogueName ? this.indicators.byName(catalogueName) : undefined,
    };
    return { choice, choices, catalogues: asks ? this.fitting(header) : [] };
  }

  /** Lists for the person's age; in doubt those for children. */
  private fitting({ ageStatus }: CaseHeader): readonly Catalogue[] {
    const age = ageStatus === 'child' || ageStatus === 'presumedChild' ? 'child' : 'adult';
    return this.indicators.all().filter(({ appliesTo }) => appliesTo === age || appliesTo === 'all');
  }
}

const asksForIndicators = ({ properties = {} }: JsonSchema): boolean =>
  'catalogue' in properties && Object.values(properties).some(({ ref }) => ref === 'indicator');
