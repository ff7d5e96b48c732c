import { Body, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation } from '@nestjs/swagger';
import type { Identity } from '../../access/index.js';
import { Encounters } from '../../cases/index.js';
import { openData } from '../cases/open-case.schemas.js';
import { encounterFault } from '../cases/opening-faults.js';
import { ApiController, IdempotencyKey, Who } from '../front-desk/index.js';
import { encounterAnswer, encounterBody, type EncounterBody } from './encounters.schemas.js';

@ApiController('encounters')
export class EncountersController {
  constructor(private readonly encounters: Encounters) {}

  @Post()
  @ApiHeader({
    schema: { type: 'string', data: 'code' } as object,
    name: 'Idempotency-Key',
    required: true,
    description: 'Your key of this encounter: a repeat opens only the cases that are not there yet',
  })
  @ApiOperation({
    operationId: 'openEncounter',
    summary: 'Open a case for each of several persons met at once, linked and not visible from each other',
  })
  @ApiCreatedResponse({ standardSchema: encounterAnswer })
  open(
    @Who() who: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @Body({ schema: encounterBody }) { cases, happenedAt, lateReason, ...met }: EncounterBody,
  ) {
    const persons = cases.map((one) => openData({ ...met, ...one }));
    return this.encounters
      .open(who, { persons, idempotencyKey, happenedAt, lateReason })
      .catch(encounterFault);
  }
}
