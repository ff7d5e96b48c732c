import { ForbiddenException } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';

/** @throws ForbiddenException for everybody but an administrator */
export function assertAdministers({ role }: Identity): void {
  if (role !== 'administrator') throw new ForbiddenException();
}
