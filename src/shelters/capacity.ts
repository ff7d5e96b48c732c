import {
  isSet,
  type BedKind,
  type BedOffered,
  type Codes,
  type Facts,
  type House,
  type Uuid,
} from '#libs/vocabulary';
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

const kindOf = (row: Row): BedOffered['bed'] => ({
  sex: row['sex'] as BedKind['sex'],
  age: row['age'] as BedKind['age'],
  family: row['family'] as boolean,
  accessible: row['accessible'] as boolean,
});

const bedsOf = (row: Row): BedKind => ({ ...kindOf(row), free: row['free'] as number });

/** The houses, read with every command after which one may have to be asked. */
export const houseFacts: RowSource = {
  read: (command: string, data: Codes, caseId: Uuid) =>
    command !== 'caseFile.open' || isSet(data, 'needsShelter') ? capacityFor(caseId) : undefined,
  facts: (rows): Partial<Facts> => ({ houses: housesOf(rows) }),
};

/** The bed that a house offers, as it is for whom it asks; the row policies show a house its own. */
export const bedFacts: RowSource = {
  read: (_, { bedId }) => ({
    name: 'bed_offered',
    text: `select h.body_id, h.region, h.guarded, r.sex, r.age, r.family, r.accessible
      from shelter_beds b join shelter_rooms r on r.id = b.room_id join shelter_houses h on h.body_id = b.body_id
      where b.id = $1`,
    values: [bedId ?? null],
  }),
  facts: ([row]): Partial<Facts> =>
    row
      ? {
          bedOffered: {
            bed: kindOf(row),
            house: { region: row['region'] as string | null, guarded: row['guarded'] as boolean },
          },
        }
      : {},
};

export const offersBed = ['placement.offerBed', 'placement.reoffer'];

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
