import { isSet, type BedKind, type Codes, type Facts, type House, type Uuid } from '#libs/vocabulary';
import type { RowSource } from '../cases/index.js';
import type { Statement } from '../platform/database/index.js';

/** What the houses have now, without a place in it. */
export const capacityRead: Statement = {
  name: 'shelter_capacity',
  text: 'select * from shelter_capacity(now_domain())',
  values: [],
};

/** The same for one case: also in which of them her family is. */
const capacityFor = (caseId: Uuid): Statement => ({
  name: 'shelter_capacity_for',
  text: `select c.*, c.body_id in (select family_houses($1)) as with_family from shelter_capacity(now_domain()) c`,
  values: [caseId],
});

type Row = Readonly<Record<string, unknown>>;

/** One house from its rows, one row per kind of room; a house without rooms has one row of nulls. */
export function housesOf(rows: readonly Row[]): readonly House[] {
  const houses = new Map<Uuid, House>();
  for (const row of rows) {
    const bodyId = row['body_id'] as Uuid;
    const {
      region = row['region'] as string | null,
      guarded = row['guarded'] as boolean,
      family = row['with_family'] === true,
      beds = [],
    } = houses.get(bodyId) ?? {};
    houses.set(bodyId, {
      bodyId,
      region,
      guarded,
      family,
      beds: row['sex'] === null ? beds : [...beds, bedsOf(row)],
    });
  }
  return [...houses.values()];
}

const bedsOf = (row: Row): BedKind => ({
  sex: row['sex'] as BedKind['sex'],
  age: row['age'] as BedKind['age'],
  family: row['family'] as boolean,
  accessible: row['accessible'] as boolean,
  free: row['free'] as number,
});

/** The houses, read with every command after which one may have to be asked. */
export const houseFacts: RowSource = {
  read: (command: string, data: Codes, caseId: Uuid) =>
    command !== 'caseFile.open' || isSet(data, 'needsShelter') ? capacityFor(caseId) : undefined,
  facts: (rows): Partial<Facts> => ({ houses: housesOf(rows) }),
};

export const asksForHouses = [
  'caseFile.open',
  'caseFile.reopen',
  'placement.request',
  'placement.declineRequest',
  'placement.withdrawOffer',
  'placement.requestTransfer',
  'placement.shelterAnswerPassed',
  'handoff.decline',
  'handoff.acceptancePassed',
];
