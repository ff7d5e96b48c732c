export { type Delivery, MailAddresses, type OwnMail } from './mail-addresses.js';
export { MailModule, MailWorkerModule } from './mail.module.js';
