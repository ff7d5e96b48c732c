import { Injectable } from '@nestjs/common';
import type { Catalogue } from '#libs/indicators';
import { code } from '#libs/vocabulary';
import { AccountsService, type Identity, Veils } from '../../../access/index.js';
import { type CaseHeader, CaseReader, type EntryShown } from '../../../cases/index.js';
import { IndicatorCatalogues } from '../../../identification/index.js';
import { Suitability, type Suiting } from '../../../shelters/index.js';
import type { Known } from '../../forms/answers.js';
import type { Choices } from '../../forms/fields.js';
import type { JsonSchema } from '../../forms/json-schema.js';
import { chosen, type Choice } from './chosen.js';
import { StepBefore } from './step-before.js';
import { answeringGroup, bodiesFor } from './suitability.js';
import type { Wanted } from './wanted.js';

/** What was chosen on the way to the form. */
interface Chose {
  readonly catalogue?: string | undefined;
  readonly entrySeq?: string | undefined;
}

/** A command as the case offers it to this reader now, and what its form may offer. */
export interface Prepared {
  /** Absent where the case does not offer it at all. */
  readonly choice: Choice | undefined;
  readonly choices: Choices;
  /** Which beds suit, where the command asks for a bed. */
  readonly suiting: Suiting | null;
  /** Lists of indicators to choose one from, where the command asks for indicators. */
  readonly catalogues: readonly Catalogue[];
  /** The step that the form is about: what a second person or a receiver decides upon, or what is corrected. */
  readonly before?: EntryShown | undefined;
  readonly known: Omit<Known, 'language'>;
}

@Injectable()
export class CommandForms {
  constructor(
    private readonly cases: CaseReader,
    private readonly veils: Veils,
    private readonly accounts: AccountsService,
    private readonly indicators: IndicatorCatalogues,
    private readonly suitability: Suitability,
    private readonly before: StepBefore,
  ) {}

  /** @throws CaseFault `not-found` */
  async prepare(reader: Identity, wanted: Wanted, chose: Chose): Promise<Prepared> {
    const [header, bodies, accounts] = await Promise.all([
      this.cases.header(reader, wanted.caseId),
      this.veils.directory(reader),
      this.accounts.list(),
    ]);
    const choice = chosen(header, wanted);
    const schema = choice?.kind === 'open' ? choice.choice.schema : {};
    const suiting = asksFor('bed', schema) ? await this.suits(reader, wanted) : null;
    const choices = {
      bodies: bodiesFor(wanted, bodies, reader, purposeIn(header, wanted)),
      ...(isSending(wanted) ? { groupOf: answeringGroup } : {}),
      everywhere: bodies,
      officers: accounts.filter(({ bodyId, active }) => active && bodyId === reader.bodyId),
      instances: header.procedures,
      beds: suiting?.beds ?? [],
      catalogue: chose.catalogue ? this.indicators.byName(chose.catalogue) : undefined,
    };
    return {
      choice,
      choices,
      suiting,
      catalogues: asksForIndicators(schema) ? this.fitting(header) : [],
      before:
        choice?.kind === 'open' ? await this.before.of(reader, choice.choice, chose.entrySeq) : undefined,
      known: { bodies, catalogues: this.indicators.everUsed() },
    };
  }

  private async suits(reader: Identity, { caseId, procedureId }: Wanted): Promise<Suiting | null> {
    return procedureId ? this.suitability.of(reader, caseId, procedureId) : null;
  }

  /** Lists for the person's age; in doubt those for children. */
  private fitting({ ageStatus }: CaseHeader): readonly Catalogue[] {
    const age = ageStatus === 'child' || ageStatus === 'presumedChild' ? 'child' : 'adult';
    return this.indicators.all().filter(({ appliesTo }) => appliesTo === age || appliesTo === 'all');
  }
}

const asksFor = (what: JsonSchema['ref'], { properties = {} }: JsonSchema): boolean =>
  Object.values(properties).some(({ ref }) => ref === what);

const isSending = ({ procedure, command }: Wanted): boolean => procedure === 'handoff' && command === 'send';

/** Of the handoff that is redirected. */
const purposeIn = ({ procedures }: CaseHeader, { procedureId }: Wanted): string | null =>
  code(procedures.find(({ id }) => id === procedureId)?.context, 'purpose');

const asksForIndicators = (schema: JsonSchema): boolean =>
  'catalogue' in (schema.properties ?? {}) && asksFor('indicator', schema);
