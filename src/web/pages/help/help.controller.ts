import { Get } from '@nestjs/common';
import { OpenToAll, Page, PageController } from '../../http/index.js';

const topics = ['start', 'clocks', 'blocked', 'privacy', 'handoffs', 'leave'] as const;

@PageController('help')
export class HelpController {
  @Get()
  @OpenToAll(true)
  show(): Page {
    return new Page('help/help.njk', 'help.title', { topics });
  }
}
