import { Module } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { MailAddresses } from './mail-addresses.js';
import { Postman } from './postman.js';

@Module({ providers: [MailAddresses], exports: [MailAddresses] })
export class MailModule {}

/** The sending side, for the worker process. */
@Module({ providers: [Deliveries, Postman] })
export class MailWorkerModule {}
