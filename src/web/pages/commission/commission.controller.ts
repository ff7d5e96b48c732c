import { ForbiddenException, Get } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { Referrals } from '../../../guardianship/index.js';
import { Page, PageController, Reader } from '../../http/index.js';
import { referralsShown } from './view-model.js';

/** What was referred to a commission on minors and waits for it. */
@PageController('commission')
export class CommissionController {
  constructor(private readonly referrals: Referrals) {}

  @Get()
  async show(@Reader() reader: Identity): Promise<Page> {
    if (reader.role !== 'commissionMember') throw new ForbiddenException();
    const items = referralsShown(await this.referrals.waiting(reader));
    return new Page('commission/commission.njk', 'commission.title', { items });
  }
}
