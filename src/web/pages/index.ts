import { AccessController } from './access/access.controller.js';
import { AccountsController } from './admin/accounts.controller.js';
import { AdminController } from './admin/admin.controller.js';
import { BodiesController } from './admin/bodies.controller.js';
import { TokensController } from './admin/tokens.controller.js';
import { BreakGlassController } from './break-glass/break-glass.controller.js';
import { CaseController } from './case/case.controller.js';
import { ChildrenController } from './children/children.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { CommandController } from './command/command.controller.js';
import { CommissionController } from './commission/commission.controller.js';
import { CompartmentController } from './compartment/compartment.controller.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { HelpController } from './help/help.controller.js';
import { InboxController } from './inbox/inbox.controller.js';
import { LiveController } from './live/live.controller.js';
import { MailController } from './mail/mail.controller.js';
import { NewCaseController } from './new-case/new-case.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { ReceiptController } from './receipt/receipt.controller.js';
import { ReturnsController } from './returns/returns.controller.js';
import { BedsController } from './shelter/beds.controller.js';
import { HouseController } from './shelter/house.controller.js';
import { KeepingController } from './shelter/keeping.controller.js';
import { OversightController } from './shelter/oversight.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SuitingController } from './suiting/suiting.controller.js';
import { SupervisionController } from './supervision/supervision.controller.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { WorklistController } from './worklist/worklist.controller.js';

/** `cases/new` comes before `cases/:id`. */
export const pages = [
  SignInController,
  WorklistController,
  NewCaseController,
  ReceiptController,
  CommandController,
  TimelineController,
  CompartmentController,
  AccessController,
  SuitingController,
  CaseController,
  ChildrenController,
  CommissionController,
  HouseController,
  BedsController,
  KeepingController,
  OversightController,
  InboxController,
  NotificationsController,
  MailController,
  LiveController,
  SupervisionController,
  CoverageController,
  BreakGlassController,
  ReturnsController,
  ClockController,
  AdminController,
  AccountsController,
  TokensController,
  BodiesController,
  HelpController,
];
