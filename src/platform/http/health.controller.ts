import { Controller, Get, HttpCode, ServiceUnavailableException } from '@nestjs/common';
import { Database, nobody, pendingMigrations } from '../database/index.js';
import { Queues, type QueuesState } from '../queues/index.js';

/** `degraded`: the queues are away, and PostgreSQL carries on alone. */
interface Ready {
  readonly status: 'ok' | 'degraded';
  readonly queues: QueuesState;
}

/** For whoever watches the processes: no sign-in, no data. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  /** 200 while the process answers at all. */
  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when PostgreSQL answers and has every migration; 503 with the reason otherwise. */
  @Get('ready')
  async ready(): Promise<Ready> {
    const pending = await this.database
      .inTransaction(nobody, pendingMigrations)
      .catch(() => Promise.reject(new ServiceUnavailableException('PostgreSQL is away')));
    if (pending.length > 0)
      throw new ServiceUnavailableException(`migrations are missing: ${pending.join(', ')}`);
    const queues = await this.queues.state();
    return { status: queues.state === 'up' ? 'ok' : 'degraded', queues };
  }
}
