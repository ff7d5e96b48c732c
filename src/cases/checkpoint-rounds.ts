import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { checkpointKey } from '#libs/timeline';
import { InstallationKeys } from '../access/index.js';
import { nobody, SweepDatabase } from '../platform/database/index.js';
import { Rounds } from '../platform/rounds/index.js';
import { checkpointOf, newestRead } from './checkpoint-rows.js';
import { writeCheckpoints } from './checkpoints.js';

const every = 3_600_000;

/**
 * Signs what moved, every hour of wall time. The newest checkpoint goes into the log: whoever keeps the log elsewhere
 * keeps a proof of every checkpoint up to it.
 */
@Injectable()
export class CheckpointRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Checkpoints');
  private readonly rounds = new Rounds('Checkpoints', every, () => this.round());

  constructor(
    private readonly database: SweepDatabase,
    private readonly keys: InstallationKeys,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  async round(): Promise<void> {
    const key = checkpointKey(this.keys.checkpoints);
    const { written, contradicting } = await writeCheckpoints(this.database, key);
    if (contradicting > 0)
      this.logger.error(`${contradicting} timelines do not meet their last checkpoint: verify them`);
    if (written === 0) return;
    const [newest] = await this.database.inTransaction(nobody, (tx) => tx.batch([newestRead]));
    const [last] = (newest?.rows ?? []).map(checkpointOf);
    if (last) this.logger.log(`checkpoint ${last.number} of ${last.at}: ${last.signature}`);
  }
}
