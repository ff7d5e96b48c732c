import { Injectable } from '@nestjs/common';
import { needsAt, needsWords, type Need } from '#libs/procedures';
import { codeList, type House, type Uuid, type Words } from '#libs/vocabulary';
import { actingAs, BodiesService, type Identity, Veils } from '../access/index.js';
import { type CaseHeader, CaseReader, type ProcedureShown } from '../cases/index.js';
import { Database } from '../platform/index.js';
import { capacityRead, housesOf } from './capacity.js';
import { freeBedsOf } from './house-sql.js';
import {
  bedsSuiting,
  housesSuiting,
  noHouseFor,
  type BedSuiting,
  type FreeBed,
  type HouseSuiting,
  type Reason,
  type Standing,
} from './suiting-rows.js';

/** Which shelters suit, to one reader. */
export interface Suiting {
  /** What was asked for; where the person must not be only to whom a house is shown. */
  readonly asked: readonly Words[];
  /** Houses that the reader may know of in this case: all, her own alone, or none. */
  readonly items: readonly HouseSuiting[];
  /** Free beds of the reader's own house, those that suit first; null for who has none. */
  readonly beds: readonly BedSuiting[] | null;
  /**
   * The needs that left no house, to whom some house is hidden, once none is left to be asked; null before. They are
   * the same whatever region is to be avoided, and whoever was asked.
   */
  readonly leftNoHouse: readonly Reason<Need>[] | null;
}

/** Says which houses suit a placement, and why the others do not; to everybody as much as the location compartment allows. */
@Injectable()
export class Suitability {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseReader,
    private readonly bodies: BodiesService,
    private readonly veils: Veils,
  ) {}

  /** Null where the reader knows no such placement. @throws CaseFault `not-found` */
  async of(reader: Identity, caseId: Uuid, procedureId: Uuid): Promise<Suiting | null> {
    const [header, ground] = await Promise.all([
      this.cases.header(reader, caseId),
      this.cases.ground(reader, caseId),
    ]);
    const placement = header.procedures.find(({ id, type }) => id === procedureId && type === 'placement');
    if (!ground || !placement) return null;
    const veil = await this.veils.of(reader, ground);
    const shelters = (await this.bodies.all()).filter(({ active, kind }) => active && kind === 'shelter');
    const shown = shelters.filter(({ id }) => !veil.hides(id));
    const [told, free] = await this.kept(reader);
    const needs = needsAt(header.ageStatus, placement.context);
    const isHidden = shown.length < shelters.length;
    return {
      asked: needsWords(needs, { place: shown.length > 0 }),
      items: housesSuiting(shown, { needs, told, standing: standingOf(header, placement) }),
      beds: shown.some(({ id }) => id === reader.bodyId) ? bedsSuiting(free, needs) : null,
      leftNoHouse: isHidden && placement.state === 'declined' ? noHouseFor(shelters, { needs, told }) : null,
    };
  }

  /** What every house told of its beds, and the free ones of the reader's own. */
  private async kept(reader: Identity): Promise<[readonly House[], readonly FreeBed[]]> {
    const [capacity, free] = await this.database.inTransaction(actingAs(reader), (tx) =>
      tx.batch([capacityRead, freeBedsOf(reader.bodyId)]),
    );
    return [housesOf(capacity?.rows ?? []), (free?.rows ?? []) as FreeBed[]];
  }
}

/** How a house stands to a request: by this one, and by what else of the case the reader knows. */
const standingOf =
  ({ procedures }: CaseHeader, placement: ProcedureShown) =>
  (id: Uuid): Standing => {
    const here = procedures
      .filter(({ type, context }) => type === 'placement' && context['shelterBodyId'] === id)
      .flatMap(({ tags }) => tags);
    if (here.includes('occupying')) return 'housesHer';
    const asked = here.includes('pending') || codeList(placement.context, 'asked').includes(id);
    return asked ? 'asked' : 'notAsked';
  };
