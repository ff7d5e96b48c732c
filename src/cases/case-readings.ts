import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { type Access, AccessRecords, type Ground, type Identity } from '../access/index.js';

/** What can be read of a case beside its compartments. */
export type CasePart = 'case' | 'timeline' | 'export';

/** Puts on record who reads a case, before she is shown anything of it. */
@Injectable()
export class CaseReadings {
  constructor(private readonly records: AccessRecords) {}

  /**
   * Each taking away of the timeline by itself, other readings once an hour. What cannot be put on record is not shown:
   * neither words nor states and clocks, for that she has a case at all is her secret.
   * @throws DatabaseError
   */
  async note(identity: Identity, ground: Ground, caseId: Uuid, what: CasePart): Promise<void> {
    const access = { caseId, what, ground: wordOf(ground) };
    if (what === 'export') return this.records.add(identity, access);
    return this.records.addOncePerHour(identity, access);
  }
}

const wordOf = (ground: Ground): Access['ground'] =>
  ground.kind === 'participation' && ground.level === 'preview' ? 'preview' : ground.kind;
