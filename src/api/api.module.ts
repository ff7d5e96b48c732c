import { Module } from '@nestjs/common';
import { AccessModule } from '../access/index.js';
import { CasesModule } from '../cases/index.js';
import { DeadlinesModule } from '../deadlines/index.js';
import { GuardianshipModule } from '../guardianship/index.js';
import { HandoffsModule } from '../handoffs/index.js';
import { IdentificationModule } from '../identification/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PlanModule } from '../plan/index.js';
import { SheltersModule } from '../shelters/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { WorklistsModule } from '../worklists/index.js';
import { AdministrationController } from './administration/administration.controller.js';
import { TokensController } from './administration/tokens.controller.js';
import { AroundController } from './around/around.controller.js';
import { IndicatorsController } from './around/indicators.controller.js';
import { NotificationsController } from './around/notifications.controller.js';
import { CaseDesk } from './cases/case-desk.js';
import { CaseTimelineController } from './cases/case-timeline.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { DocumentController } from './document/document.controller.js';
import { OpenApi } from './document/open-api.js';
import { EncountersController } from './encounters/encounters.controller.js';
import { BreakGlassController } from './exceptions/break-glass.controller.js';
import { ReturnsController } from './exceptions/returns.controller.js';
import { GuardianshipController } from './guardianship/guardianship.controller.js';
import { PlanController } from './plan/plan.controller.js';
import { ProceduresController } from './procedures/procedures.controller.js';
import { SessionController } from './session/session.controller.js';
import { SheltersController } from './shelters/shelters.controller.js';
import { SuitingController } from './shelters/suiting.controller.js';
import { SupervisionController } from './supervision/supervision.controller.js';

/** The interface for partner systems and scripts. It calls the same services as the pages. */
@Module({
  imports: [
    AccessModule,
    CasesModule,
    DeadlinesModule,
    GuardianshipModule,
    HandoffsModule,
    IdentificationModule,
    NotificationsModule,
    PlanModule,
    SheltersModule,
    SupervisionModule,
    WorklistsModule,
  ],
  controllers: [
    SessionController,
    ProceduresController,
    CasesController,
    CaseTimelineController,
    EncountersController,
    AroundController,
    NotificationsController,
    IndicatorsController,
    GuardianshipController,
    BreakGlassController,
    ReturnsController,
    PlanController,
    SheltersController,
    SuitingController,
    SupervisionController,
    ClockController,
    AdministrationController,
    TokensController,
    DocumentController,
  ],
  providers: [CaseDesk, OpenApi],
})
export class ApiModule {}
