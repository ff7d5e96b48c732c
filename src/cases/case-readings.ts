import { Injectable, Logger } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { type Access, AccessRecords, type Ground, type Identity } from '../access/index.js';
import { DatabaseError } from '../platform/database/index.js';

/** What can be read of a case beside its compartments. */
export type CasePart = 'case' | 'timeline' | 'export';

/** Puts on record who reads a case, before she is shown anything of it. */
@Injectable()
export class CaseReadings {
  private readonly logger = new Logger(CaseReadings.name);

  constructor(private readonly records: AccessRecords) {}

  /**
   * Each taking away of the timeline by itself, other readings once an hour. What cannot be put on record is not shown,
   * except states and clocks: they are not personal, and a right may depend on seeing them.
   * @throws DatabaseError
   */
  async note(identity: Identity, ground: Ground, caseId: Uuid, what: CasePart): Promise<void> {
    const access = { caseId, what, ground: wordOf(ground) };
    if (what === 'export') return this.records.add(identity, access);
    await this.records.addOncePerHour(identity, access).catch((error: unknown) => {
      if (what !== 'case' || !(error instanceof DatabaseError)) throw error;
      this.logger.error(`a reading of case ${caseId} is not on record (${error.kind})`);
    });
  }
}

const wordOf = (ground: Ground): Access['ground'] =>
  ground.kind === 'participation' && ground.level === 'preview' ? 'preview' : ground.kind;
