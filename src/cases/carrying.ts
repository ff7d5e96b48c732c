import { Injectable } from '@nestjs/common';
import { decide, type Outcome } from '#libs/rulebook';
import { code, one, type Actor, type Codes, type Facts, type Instant, type Uuid } from '#libs/vocabulary';
import { BodiesService } from '../access/index.js';
import type { Statement, Tx } from '../platform/database/index.js';
import {
  carriedPlacementRead,
  placementCarried,
  placementPassedOn,
  type CarriedPlacement,
} from './carried-placement.js';
import { carriedFloorRead, floorCarried, floorToCarry, type CarriedFloor } from './carried-floor.js';
import { factsOf, newIds } from './case-facts.js';
import { caseReads, instant, recordOf, type CaseRecord } from './case-rows.js';
import { Committing } from './committing.js';
import { law } from './law.js';
import { CaseFault } from './requests.js';

const actor: Actor = { id: null, role: 'rulebook', bodyId: null };

/** Gives a person in the case that remains what she had in a duplicate: her floor, and the bed that is kept for her. */
@Injectable()
export class Carrying {
  constructor(
    private readonly bodies: BodiesService,
    private readonly committing: Committing,
  ) {}

  /** Once: under the lock of the case that remains, and marked in the same transaction. @throws CaseFault */
  async carry(tx: Tx, floor: CarriedFloor): Promise<void> {
    const results = await tx.batch([...caseReads(floor.toCaseId, { lock: true }), carriedFloorRead(floor)]);
    const waiting = results.at(-1)?.rows[0];
    if (!waiting) return;
    const record = recordOf(results);
    if (!record) throw new CaseFault('not-found');
    const endsAt = waiting['ends_at'] === null ? null : instant(waiting['ends_at']);
    const done = floorCarried(floor, record.now);
    const outcome = await this.granted(record, endsAt);
    if (outcome?.kind !== 'accepted') {
      await tx.commitWith([...onward(record, floor, endsAt), done]);
      return;
    }
    await this.committing.commit(tx, record, outcome, { isNew: false, alongside: () => [done] });
  }

  /** The same for a placement. @throws CaseFault while there is no case that could take it: its bed stays kept. */
  async carryPlacement(tx: Tx, placement: CarriedPlacement): Promise<void> {
    const { toCaseId } = placement;
    const results = await tx.batch([...caseReads(toCaseId, { lock: true }), carriedPlacementRead(placement)]);
    const data = results.at(-1)?.rows[0]?.['data'] as Codes | undefined;
    if (!data) return;
    const record = recordOf(results);
    if (!record) throw new CaseFault('not-found');
    const done = placementCarried(placement, record.now);
    if (one(record.view, 'caseFile')?.final) {
      const next = survivorOf(record);
      if (!next) throw new CaseFault('not-found');
      await tx.commitWith([placementPassedOn(placement, next), done]);
      return;
    }
    const facts: Facts = factsOf({ record, actor, bodies: await this.bodies.all(), ids: newIds() });
    const outcome = decide(law, record.view, { procedure: 'placement', command: 'takeOver', data }, facts);
    if (outcome.kind !== 'accepted') throw new CaseFault('refused', { refusal: outcome });
    await this.committing.commit(tx, record, outcome, { isNew: false, alongside: () => [done] });
  }

  /** Nothing where the floor has passed on the way, or the case has been voided itself. */
  private async granted(record: CaseRecord, endsAt: Instant | null): Promise<Outcome | undefined> {
    const { view, now } = record;
    if (one(view, 'caseFile')?.final || (endsAt !== null && endsAt <= now)) return undefined;
    const facts: Facts = factsOf({ record, actor, bodies: await this.bodies.all(), ids: newIds() });
    const procedureId = one(view, 'reflection')?.id;
    const data = endsAt === null ? {} : { floorEndsAt: endsAt };
    return decide(law, view, { procedure: 'reflection', procedureId, command: 'grant', data }, facts);
  }
}

/** A case that was voided as a duplicate in the meantime passes the floor on. */
function onward(record: CaseRecord, { toCaseId }: CarriedFloor, endsAt: Instant | null): Statement[] {
  const next = survivorOf(record);
  return next ? [floorToCarry({ fromCaseId: toCaseId, toCaseId: next }, endsAt, record.now)] : [];
}

function survivorOf({ view }: CaseRecord): Uuid | null {
  const file = one(view, 'caseFile');
  return file?.final ? code(file.context, 'survivingCaseId') : null;
}
