import { Injectable } from '@nestjs/common';
import { addDuration, localDay } from '#libs/calendar';
import { code, isSet, type Codes, type Day, type Instant, type Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';
import { todaySql } from './today-sql.js';

/** Where a person stands for the house: each stands in one group. */
export const houseGroups = [
  'missing',
  'notArrived',
  'asked',
  'offered',
  'expected',
  'leaving',
  'away',
  'here',
] as const;
export type HouseGroup = (typeof houseGroups)[number];

/** The end of a stay is near so long before. */
const soon = 'P7D';

/** Somebody with whom a house has to do: codes and clocks, never a name. */
export interface Placed {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedureId: Uuid;
  readonly state: string;
  readonly group: HouseGroup;
  /** Since when the state; of who is in the house now, since she came. */
  readonly since: Instant;
  readonly ageStatus: string;
  /** What the house must be able to give. */
  readonly needs: {
    readonly sex: string | null;
    readonly withFamily: boolean;
    readonly accessible: boolean;
    readonly highThreat: boolean;
    /** `emergency` or `planned`, where she has to leave another house. */
    readonly transfer: string | null;
  };
  readonly room: string | null;
  readonly bed: string | null;
  /** The reader offered the bed: another worker records her answer where she is in the house already. */
  readonly offeredByReader: boolean;
  readonly arrivedToday: boolean;
  /** Where to she went for a time, and the day she is expected back. */
  readonly absence: string | null;
  readonly expectedBack: Day | null;
  /** That day has passed. */
  readonly backLate: boolean;
  /** `emergency` or `planned`, where a transfer from here was asked for. */
  readonly movingOn: string | null;
  /** Another house keeps a bed for her. */
  readonly otherBedKept: boolean;
  readonly restricted: boolean;
  readonly stayEndsAt: Instant | null;
  /** The term of the stay has passed: a task, which ends nothing. */
  readonly stayPassed: boolean;
  /** What is owed beside the stay; the first due first. */
  readonly deadlines: readonly { id: Uuid; name: string; dueAt: Instant; state: string }[];
}

interface Row {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedureId: Uuid;
  readonly state: string;
  readonly since: Date;
  readonly context: Codes;
  readonly ageStatus: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly deadlines: Placed['deadlines'];
  readonly stayEndsAt: Date | null;
  readonly expectedBack: Day | null;
  readonly otherBedKept: boolean;
  readonly restricted: boolean;
  readonly now: Date;
  readonly [column: string]: unknown;
}

/** Who is expected in a house, who is there, away or missing, and who leaves. A house sees its own people alone. */
@Injectable()
export class HouseToday {
  constructor(private readonly database: Database) {}

  /** For the people of a house and who supervises it; at most 500, whose clock is nearest first. */
  async of(identity: Identity): Promise<readonly Placed[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(todaySql, [identity.bodyId], 'house_today'),
    );
    return rows.map((row) => placedOf(row, identity));
  }
}

function placedOf({ context, now, since, stayEndsAt, ...row }: Row, { accountId }: Identity): Placed {
  const at = now.toISOString();
  const admittedAt = code(context, 'admittedAt');
  const stayEnd = stayEndsAt?.toISOString() ?? null;
  const about = {
    ...row,
    since: (row.state === 'admitted' && admittedAt) || since.toISOString(),
    needs: {
      sex: code(context, 'sex'),
      withFamily: isSet(context, 'withFamily'),
      accessible: isSet(context, 'accessible'),
      highThreat: isSet(context, 'highThreat'),
      transfer: code(context, 'transfer'),
    },
    offeredByReader: code(context, 'offeredBy') === accountId,
    arrivedToday: admittedAt !== null && localDay(admittedAt) === localDay(at),
    absence: code(context, 'absence'),
    backLate: row.expectedBack !== null && row.expectedBack < localDay(at),
    movingOn: code(context, 'movingOn'),
    stayEndsAt: stayEnd,
    stayPassed: stayEnd !== null && stayEnd <= at,
  };
  return { ...about, group: groupOf(about, at) };
}

type Standing = Pick<Placed, 'state' | 'deadlines' | 'movingOn' | 'stayEndsAt'>;

function groupOf({ state, deadlines, movingOn, stayEndsAt }: Standing, now: Instant): HouseGroup {
  if (state === 'accepted')
    return deadlines.some((clock) => arrivalOver(clock, now)) ? 'notArrived' : 'expected';
  if (state !== 'admitted') return groupOfState[state] ?? 'offered';
  const ends = stayEndsAt !== null && stayEndsAt <= addDuration(now, soon);
  return movingOn !== null || ends ? 'leaving' : 'here';
}

const arrivalOver = ({ name, dueAt }: Placed['deadlines'][number], now: Instant): boolean =>
  name === 'arrival' && dueAt <= now;

/** A bed that was refused is offered again, or nothing more; who did not come may yet be offered it again. */
const groupOfState: Readonly<Record<string, HouseGroup>> = {
  requested: 'asked',
  offered: 'offered',
  refused: 'offered',
  nonArrival: 'notArrived',
  away: 'away',
  missing: 'missing',
};
