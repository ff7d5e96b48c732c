import { Body, ForbiddenException, Get, Post } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { TrainingClock } from '../../../deadlines/index.js';
import { postedForm, valueOf } from '../../forms/posted.js';
import { Asked, Here, Page, type PageContext, PageController, Reader, SeeOther } from '../../http/index.js';

const steps = ['PT1H', 'P1D', 'P7D', 'P30D'];

@PageController('clock')
export class ClockController {
  constructor(private readonly clock: TrainingClock) {}

  /** Answers only when every clock on the way has fired. */
  @Post('advance')
  async advance(
    @Reader() reader: Identity,
    @Here() { training }: PageContext,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const duration = valueOf(postedForm(body), 'duration');
    if (!training || reader.role !== 'administrator' || !steps.includes(duration))
      throw new ForbiddenException();
    const { fired } = await this.clock.advance(reader, duration);
    return new SeeOther(`/clock/moved?fired=${fired}`);
  }

  @Get('moved')
  moved(@Asked('fired') fired?: string): Page {
    return new Page('clock/moved.njk', 'clock.moved', {
      fired: /^\d{1,6}$/.test(fired ?? '') ? Number(fired) : 0,
    });
  }
}
