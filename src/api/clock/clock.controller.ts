import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import type { Identity } from '../../access/index.js';
import { ClockFault, TrainingClock, type ClockFaultCode } from '../../deadlines/index.js';
import { ApiController, ForRoles, Problem, Who } from '../front-desk/index.js';
import { instant } from '../shapes.js';

const advanceBody = z
  .strictObject({ duration: z.string().min(2).max(40).meta({ data: 'code' }) })
  .meta({ examples: [{ duration: 'P30D' }] });
const stateAnswer = z.object({ now: instant(), training: z.boolean() });
const advancedAnswer = z.object({ now: instant(), fired: z.int() });

const faults: Readonly<Record<ClockFaultCode, () => Problem>> = {
  'not-a-training-clock': () => new Problem(409, 'not-a-training-clock'),
  'not-for-your-role': () => new Problem(403, 'not-for-your-role'),
  'invalid-duration': () =>
    new Problem(422, 'invalid-data', { errors: [{ pointer: '/duration', code: 'not-a-duration' }] }),
  'clock-is-moving': () => new Problem(409, 'clock-is-moving'),
};

@ApiController('clock')
export class ClockController {
  constructor(private readonly clock: TrainingClock) {}

  @Get()
  @ApiOperation({ operationId: 'getClock', summary: 'Domain time' })
  @ApiOkResponse({ standardSchema: stateAnswer })
  state(@Who() who: Identity) {
    return this.clock.state(who);
  }

  /** Answers when every deadline on the way has fired. */
  @Post('advance')
  @HttpCode(200)
  @ForRoles('administrator')
  @ApiOperation({
    operationId: 'advanceClock',
    summary: 'Move the training clock forward by an ISO 8601 duration',
  })
  @ApiOkResponse({ standardSchema: advancedAnswer })
  async advance(
    @Who() who: Identity,
    @Body({ schema: advanceBody }) { duration }: z.output<typeof advanceBody>,
  ) {
    return this.clock.advance(who, duration).catch((fault: unknown) => {
      throw fault instanceof ClockFault ? faults[fault.code]() : fault;
    });
  }
}
