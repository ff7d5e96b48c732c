import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import type { Identity } from '../access/index.js';
import { nameUuid } from '../platform/ids/index.js';
import { CaseRoom } from './case-room.js';
import { CaseFault } from './requests.js';

/** Several persons met at once, e.g. in a raid. */
export interface EncounterRequest {
  /** Data of `caseFile.open` of each person. */
  readonly persons: readonly Readonly<Record<string, unknown>>[];
  readonly idempotencyKey: string;
  readonly happenedAt?: string | undefined;
  readonly lateReason?: string | undefined;
}

export interface EncounterOpened {
  readonly id: Uuid;
  readonly cases: readonly { readonly id: Uuid; readonly number: string }[];
}

/**
 * Opens the cases of one encounter, linked with each other. Each is opened through the one door in a transaction of
 * its own: a case is never the hostage of another, thirty statutory handoffs hold no locks together, and a call that
 * broke off is repeated with the same key, which finds the cases that are there and opens the rest.
 */
@Injectable()
export class Encounters {
  constructor(private readonly room: CaseRoom) {}

  /** @throws CaseFault of the first case that cannot be opened; the ones before it stay */
  async open(
    identity: Identity,
    { persons, idempotencyKey, ...claimed }: EncounterRequest,
  ): Promise<EncounterOpened> {
    const encounterId = nameUuid(identity.accountId, `encounter ${idempotencyKey}`);
    const cases = [];
    for (const [index, person] of persons.entries()) {
      const data = { ...person, encounterId, encounteredTogether: persons.length };
      const key = `${idempotencyKey}#${index + 1}`;
      const { caseId: id, number } = await this.room
        .open(identity, { data, idempotencyKey: key, ...claimed })
        .catch((fault: unknown) => saysWhose(fault, index));
      cases.push({ id, number });
    }
    return { id: encounterId, cases };
  }
}

function saysWhose(fault: unknown, nth: number): never {
  throw fault instanceof CaseFault ? new CaseFault(fault.code, { ...fault.detail, nth }) : fault;
}
