import { Module, type OnModuleInit } from '@nestjs/common';
import {
  AccessModule,
  endParticipationStatement,
  keepParticipationStatement,
  participateStatement,
} from '../access/index.js';
import { VaultModule, sealStatements, shredStatements, unsealStatements } from '../vault/index.js';
import { floorToCarry } from './carried-floor.js';
import { Carrying } from './carrying.js';
import { outboxRow } from '../platform/outbox/index.js';
import { CaseReader } from './case-reader.js';
import { CaseReadings } from './case-readings.js';
import { CaseRoom } from './case-room.js';
import { CheckpointRounds } from './checkpoint-rounds.js';
import { Committing } from './committing.js';
import { Corrections } from './corrections.js';
import { UnderLock } from './under-lock.js';
import { Encounters } from './encounters.js';
import { EffectWriters } from './effect-writers.js';
import { FactSources } from './fact-sources.js';

@Module({
  imports: [AccessModule, VaultModule],
  providers: [
    EffectWriters,
    FactSources,
    Committing,
    UnderLock,
    Carrying,
    Corrections,
    CaseRoom,
    CaseReader,
    CaseReadings,
    Encounters,
  ],
  exports: [EffectWriters, FactSources, CaseRoom, CaseReader, Encounters, AccessModule, VaultModule],
})
export class CasesModule implements OnModuleInit {
  constructor(private readonly writers: EffectWriters) {}

  /** Consequences for the case itself, its participants and its vault. */
  onModuleInit(): void {
    const { writers } = this;
    writers.register('participate', (effect, { caseId, now }) => [participateStatement(caseId, effect, now)]);
    writers.register('endParticipation', (effect, { caseId, now }) => [
      endParticipationStatement(caseId, effect.bodyId, now),
      ...(effect.keeps ? [keepParticipationStatement(caseId, { ...effect, level: effect.keeps }, now)] : []),
    ]);
    writers.register('assignOwner', (effect, { caseId }) => [
      {
        name: 'owner_assigned',
        text: 'update cases set owner_body_id = $2, owner_officer_id = $3 where id = $1',
        values: [caseId, effect.bodyId, effect.officerId],
      },
    ]);
    writers.register('linkCase', (effect, { caseId, now }) => [
      {
        name: 'case_linked',
        text: `insert into case_links (case_id, linked_case_id, relation, since) values ($1, $2, $3, $4), ($2, $1, $3, $4)
               on conflict do nothing`,
        values: [caseId, effect.caseId, effect.relation, now],
      },
      ...(effect.floor
        ? [
            floorToCarry({ fromCaseId: caseId, toCaseId: effect.caseId }, effect.floor.endsAt, now),
            outboxRow('deadlines', 'due-soon', {}),
          ]
        : []),
    ]);
    writers.register('joinEncounter', ({ encounterId }, { caseId, now }) => [
      {
        name: 'encounter_joined',
        text: `insert into case_links (case_id, linked_case_id, relation, since)
               select pair.one, pair.other, 'sameEncounter', $3::timestamptz
               from procedure_instances p, lateral (values ($1::uuid, p.case_id), (p.case_id, $1::uuid)) as pair(one, other)
               where p.type = 'caseFile' and p.context->>'encounterId' = $2 and p.case_id <> $1::uuid
               on conflict do nothing`,
        values: [caseId, encounterId, now],
      },
    ]);
    writers.register('seal', (effect, { caseId, now }) => sealStatements(caseId, effect.compartments, now));
    writers.register('unseal', (effect, { caseId }) => unsealStatements(caseId, effect.compartments));
    writers.register('shred', (effect, { caseId, now }) => shredStatements(caseId, effect.compartments, now));
  }
}

/** Signs the heads of timelines; imported by the worker process only. */
@Module({ imports: [AccessModule], providers: [CheckpointRounds] })
export class CasesWorkerModule {}
