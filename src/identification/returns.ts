import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { actingAs, participateStatement, type Identity } from '../access/index.js';
import { CaseFault, CaseRoom, type CommandResult } from '../cases/index.js';
import { Database } from '../platform/index.js';
import { ReturnCodes } from '../vault/index.js';

/** What the person allows now that she is back. */
export type ConsentNow = 'yes' | 'no' | 'notAsked';

/** The way back of who refused: with the code she kept, at any body that she trusts. */
@Injectable()
export class Returns {
  constructor(
    private readonly database: Database,
    private readonly codes: ReturnCodes,
    private readonly room: CaseRoom,
  ) {}

  /**
   * Makes the caller's body a participant, unseals, and resumes the identification. Null for a wrong, used or
   * malformed code, and for a case that cannot be resumed. Throws TooManyTries.
   */
  async comeBack(
    identity: Identity,
    { code, consent }: { code: string; consent: ConsentNow },
  ): Promise<CommandResult | null> {
    await this.codes.countTry(identity.accountId);
    const caseId = await this.database.inTransaction(actingAs(identity), (tx) => this.codes.find(tx, code));
    if (!caseId) return null;
    const instance = await this.identification(identity, caseId);
    if (!instance) return null;
    return this.resume(identity, caseId, instance, { code, consent }).catch(nothing);
  }

  private resume(
    identity: Identity,
    caseId: Uuid,
    { id, revision }: { id: Uuid; revision: number },
    { code, consent }: { code: string; consent: ConsentNow },
  ): Promise<CommandResult> {
    const request = {
      caseId,
      procedure: 'identification',
      procedureId: id,
      command: 'resume',
      data: { consentReferToMainDepartment: consent },
      expectedRevision: revision,
      idempotencyKey: randomUUID(),
    };
    const participant = { bodyId: identity.bodyId, level: 'full' } as const;
    return this.room.comeBack(identity, request, (now) => [
      participateStatement(caseId, participant, now),
      this.codes.useStatement(caseId, code, now),
    ]);
  }

  private async identification(identity: Identity, caseId: Uuid) {
    const { rows } = await this.database.inTransaction(actingAs(identity, caseId), (tx) =>
      tx.query<{ id: Uuid; revision: number }>(
        `select id, revision from procedure_instances where case_id = $1 and type = 'identification'`,
        [caseId],
        'identification_of_case',
      ),
    );
    return rows[0];
  }
}

/** A refusal must not tell that the code was right. */
function nothing(fault: unknown): null {
  if (fault instanceof CaseFault) return null;
  throw fault;
}
